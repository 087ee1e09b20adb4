import type { Answer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckingTexts } from '../../locales/de/checking.ts'

/** An answer as its anchor reads, never as a number. */
export const answerInWords = (item: CheckItem, answer: Pick<Answer, 'value'> | undefined, words: CheckingTexts): string => {
  if (!answer) return words.notAnswered
  if (answer.value.kind === 'level') return item.levels[answer.value.level] ?? ''
  return answer.value.kind === 'unknown' ? words.unknown : words.notApplicable
}
