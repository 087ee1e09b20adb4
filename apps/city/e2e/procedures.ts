import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { askText } from './ask.ts'
import { theProduct } from './product.ts'

const read = async <T>(host: string, procedure: string, input: unknown): Promise<T> => {
  const path = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`
  const answer = JSON.parse(await askText({ host, port: theProduct().port, path })) as { result?: { data: T } }
  if (!answer.result) throw new Error(`${procedure} refuses: ${JSON.stringify(answer)}`)
  return answer.result.data
}

export const readCatalogue = (host: string): Promise<CheckCatalogue> => read(host, 'check.catalogue', { locale: 'de' })

export const readAnswersOf = async (host: string, check: { assessmentId: string; key: string }): Promise<TimedAnswer[]> =>
  (await read<{ answers: TimedAnswer[] }>(host, 'check.get', check)).answers
