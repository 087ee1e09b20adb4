import { isAsked } from '@digitallotsen/domain/check/answer.rules.ts'
import type { CheckKind, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { StoredAnswer } from './answers.repository.ts'

/** A device's clock may run ahead by so much; more would let it outvote every other device. */
const aheadMs = 5 * 60_000

export const ensureAnswerable = (catalogue: CheckCatalogue, kind: CheckKind, answers: readonly Pick<TimedAnswer, 'itemId' | 'value'>[]): void => {
  const asked = new Map(catalogue.fields.flatMap(field => field.items).filter(item => isAsked(item, kind)).map(item => [item.id, item]))
  for (const { itemId, value } of answers) {
    const item = asked.get(itemId)
    if (!item) throw new DomainError('answer.item_unknown', { itemId })
    if (value.kind === 'not_applicable' && !item.notApplicable) throw new DomainError('answer.not_applicable_not_offered', { itemId })
  }
}

/** One answer per item, the latest, with its time bounded; in the order of the items, so that two devices lock rows alike. */
export const toStorable = (answers: readonly TimedAnswer[], now: Date): StoredAnswer[] => {
  const latest = new Map<string, StoredAnswer>()
  for (const { answeredAt, ...answer } of answers) {
    const at = new Date(Math.min(Date.parse(answeredAt), now.getTime() + aheadMs))
    const other = latest.get(answer.itemId)
    if (!other || other.answeredAt <= at) latest.set(answer.itemId, { ...answer, answeredAt: at })
  }
  return [...latest.values()].toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1))
}

const isSame = (a: StoredAnswer, b: StoredAnswer): boolean =>
  a.answeredAt.getTime() === b.answeredAt.getTime() && a.relevance === b.relevance && JSON.stringify(a.value) === JSON.stringify(b.value)

/** Of the answers sent and not written: those that stand there already just so, and the later ones that the server kept. */
export const partRest = (sent: readonly StoredAnswer[], written: readonly string[], stored: readonly StoredAnswer[]) => {
  const rest = sent.filter(answer => !written.includes(answer.itemId))
  const pairs = rest.flatMap(answer => stored.filter(other => other.itemId === answer.itemId).map(kept => ({ answer, kept })))
  return {
    repeated: pairs.filter(({ answer, kept }) => isSame(answer, kept)).map(({ kept }) => kept.itemId),
    stale: pairs.filter(({ answer, kept }) => !isSame(answer, kept)).map(({ kept }) => kept),
  }
}
