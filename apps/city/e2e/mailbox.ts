import { askText } from './ask.ts'
import { theProduct } from './product.ts'
import { until } from './until.ts'

const mailTo = (page: string, recipient: string): string | undefined =>
  page.split('<tr>').find(row => row.includes(`<td>${recipient}</td>`))?.match(/href="(\/postfach\/[^"]+)"/)?.[1]

/** The newest mail of a city to this address, as text; waits until it is there. */
export const readNewestMail = async (host: string, recipient: string): Promise<string> => {
  const { port } = theProduct()
  const path = await until(async () => mailTo(await askText({ host, port, path: '/postfach' }), recipient), `a mail to ${recipient} is there`)
  return askText({ host, port, path })
}

export const readCode = async (host: string, recipient: string): Promise<string> => {
  const [, first, second] = /\b(\d{3}) ?(\d{3})\b/.exec(await readNewestMail(host, recipient)) ?? []
  if (!first || !second) throw new Error(`The newest mail to ${recipient} holds no code.`)
  return first + second
}
