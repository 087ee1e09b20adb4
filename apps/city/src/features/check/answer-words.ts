import type { Answer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CoreTexts } from '../../locales/de/core.ts'

/** An answer as its anchor reads, never as a number. */
export const answerInWords = (item: CheckItem, answer: Pick<Answer, 'value'> | undefined, texts: CoreTexts): string => {
  if (!answer) return texts.check.notAnswered
  if (answer.value.kind === 'level') return item.levels[answer.value.level] ?? ''
  return answer.value.kind === 'unknown' ? texts.check.unknown : texts.check.notApplicable
}
