import { answersByItem, findLevel, isAsked, isNotApplicable } from './answer.rules.ts'
import type { Answer, CheckKind } from './answer.schemas.ts'
import type { ActionField, CheckCatalogue, CheckItem } from './catalogue.schemas.ts'
import { exact } from './number.rules.ts'
import type { Band, CheckResult, FieldResult } from './result.schemas.ts'

const highestLevel = 4

/**
 * The band of a score of 0–100, taken from the unrounded value: start below 25, build from 25, secure from 50, model from 75.
 * "0–24" therefore means "up to, and not including, 25": 24.6 is start, 49.99 is build (domain.md §2.2).
 */
export const bandOf = (score: number): Band => {
  if (score < 25) return 'start'
  if (score < 50) return 'build'
  if (score < 75) return 'secure'
  return 'model'
}

/** A score in whole points for showing, cut and not rounded, so that the number never contradicts its band: 24.6 is shown as 24, "Start". */
export const shownScore = (score: number): number => Math.floor(score)

type Answers = ReadonlyMap<string, Answer>

const weighted = (items: readonly CheckItem[], valueOf: (item: CheckItem) => number): number =>
  items.reduce((sum, item) => sum + item.weight * valueOf(item), 0)

const scoreOf = (answered: readonly CheckItem[], answers: Answers): number | null => {
  if (answered.length === 0) return null
  const reached = weighted(answered, item => findLevel(answers.get(item.id)) ?? 0)
  const reachable = weighted(answered, () => highestLevel)
  return exact((100 * reached) / reachable)
}

const scoreField = (field: ActionField, kind: CheckKind, answers: Answers): FieldResult => {
  const asked = field.items.filter(item => isAsked(item, kind))
  const applying = asked.filter(item => !isNotApplicable(item, answers.get(item.id)))
  const answered = applying.filter(item => findLevel(answers.get(item.id)) !== undefined)
  const gaps = applying.filter(item => !answered.includes(item)).map(item => item.id)
  const score = scoreOf(answered, answers)
  return {
    fieldId: field.id,
    score,
    band: score === null ? null : bandOf(score),
    answered: answered.length,
    asked: asked.length,
    notApplicable: asked.length - applying.length,
    gaps,
  }
}

const meanOf = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : exact(scores.reduce((sum, score) => sum + score, 0) / scores.length)

/**
 * The result of a check: per field 100·Σ(g·s)/Σ(4·g) over the items answered with a level, in total the unweighted mean of the fields
 * that have a score. Scores are points of 0–100 and not rounded (round or cut only where they are shown). An open must-item (level 0)
 * holds the total band, never a field's, at "build". Answers to items that are not asked are left aside; two answers to one item are refused.
 */
export const scoreCheck = (catalogue: CheckCatalogue, kind: CheckKind, answers: readonly Answer[]): CheckResult => {
  const byItem = answersByItem(answers)
  const fields = catalogue.fields.map(field => scoreField(field, kind, byItem))
  const scores = fields.flatMap(field => (field.score === null ? [] : [field.score]))
  const total = meanOf(scores)
  const openMusts = catalogue.fields
    .flatMap(field => field.items)
    .filter(item => item.must && findLevel(byItem.get(item.id)) === 0)
    .map(item => item.id)
  const reached = total === null ? null : bandOf(total)
  const cappedByMust = openMusts.length > 0 && (reached === 'secure' || reached === 'model')
  return {
    edition: catalogue.edition,
    kind,
    fields,
    total,
    band: cappedByMust ? 'build' : reached,
    cappedByMust,
    openMusts,
    provisional: scores.length < fields.length,
  }
}
