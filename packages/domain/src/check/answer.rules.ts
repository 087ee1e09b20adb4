import { DomainError } from '../errors.ts'
import type { Answer, CheckKind, Level } from './answer.schemas.ts'
import type { CheckItem } from './catalogue.schemas.ts'

/** The answers by item id; refuses two answers to one item, since which of them counts is not for a rule to guess. */
export const answersByItem = (answers: readonly Answer[]): ReadonlyMap<string, Answer> => {
  const byItem = new Map<string, Answer>()
  for (const answer of answers) {
    if (byItem.has(answer.itemId)) throw new DomainError('input.invalid', { itemId: answer.itemId })
    byItem.set(answer.itemId, answer)
  }
  return byItem
}

/** The level of an answer, or undefined for "Weiß ich nicht", "trifft nicht zu" and no answer at all. */
export const findLevel = (answer: Answer | undefined): Level | undefined =>
  answer?.value.kind === 'level' ? answer.value.level : undefined

/** True where "trifft nicht zu" was given and the item offers it; an item that does not offer it counts as not answered. */
export const isNotApplicable = (item: CheckItem, answer: Answer | undefined): boolean =>
  item.notApplicable && answer?.value.kind === 'not_applicable'

/** True where this kind of check asks the item: the quick one asks the must-items only. */
export const isAsked = (item: CheckItem, kind: CheckKind): boolean => kind === 'full' || item.must
