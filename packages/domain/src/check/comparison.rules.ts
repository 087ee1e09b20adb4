import { exact } from './number.rules.ts'
import type { CheckResult, Comparison } from './result.schemas.ts'

/** "DLC-1.2" is of "DLC-1": new anchors make a new major version, translations do not (domain.md §2.2). */
const majorOf = (edition: string): string => edition.split('.')[0] ?? edition

const differenceOf = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : exact(after - before)

const scoreOf = (result: CheckResult, fieldId: string): number | null =>
  result.fields.find(field => field.fieldId === fieldId)?.score ?? null

/** True when the levels of both mean the same: the same major edition, and the same kind, since a quick check asks other items. */
export const isComparable = (before: CheckResult, after: CheckResult): boolean =>
  majorOf(before.edition) === majorOf(after.edition) && before.kind === after.kind

/** Must-items open in the first result of which the second one knows that they are not. */
const listClosed = (first: CheckResult, second: CheckResult) => {
  const unsettled = new Set([...second.openMusts, ...second.fields.flatMap(field => field.gaps)])
  return first.openMusts.filter(itemId => !unsettled.has(itemId))
}

const compareFields = (before: CheckResult, after: CheckResult, comparable: boolean): Comparison['fields'] => {
  const known = after.fields.map(field => field.fieldId)
  const gone = before.fields.map(field => field.fieldId).filter(fieldId => !known.includes(fieldId))
  return [...known, ...gone].map(fieldId => {
    const scores = { before: scoreOf(before, fieldId), after: scoreOf(after, fieldId) }
    return { fieldId, ...scores, difference: comparable ? differenceOf(scores.before, scores.after) : null }
  })
}

/**
 * What changed from one result to a later one, in points. Differences are given only like with like: none at all across major editions or
 * kinds (`comparable` is false), none for a field without a score on either side, and none in total when the two totals are means of different
 * fields. A must-item counts as closed or opened only where both results know it. Whether both rest on the same perspective is the caller's to see.
 */
export const compareResults = (before: CheckResult, after: CheckResult): Comparison => {
  const comparable = isComparable(before, after)
  const fields = compareFields(before, after, comparable)
  const sameFields = fields.every(field => (field.before === null) === (field.after === null))
  return {
    comparable,
    fields,
    total: {
      before: before.total,
      after: after.total,
      difference: comparable && sameFields ? differenceOf(before.total, after.total) : null,
    },
    mustsClosed: comparable ? listClosed(before, after) : [],
    mustsOpened: comparable ? listClosed(after, before) : [],
  }
}
