import { answersByItem, findLevel } from './answer.rules.ts'
import type { Answer, Level, Relevance } from './answer.schemas.ts'
import type { ActionField, CheckCatalogue, CheckItem, Measure } from './catalogue.schemas.ts'
import { exact } from './number.rules.ts'
import type { RankedMeasure, Ranking } from './result.schemas.ts'

/** No shop works on more measures than this at once (domain.md §1.3, phase 4). */
export const mostActive = 5
/** Hours of the merchant's own time up to which a measure counts as a quick win. */
export const quickWinHours = 2

const relevanceFactors: Readonly<Record<Relevance, number>> = { low: 0.5, normal: 1, high: 1.5 }
const mustBonus = 1.25
const quickWinBonus = 1.15
/** From this level on there is no measure any more but the question whether the shop would be a tandem partner. */
const tandemLevel = 3

type Rated = { field: ActionField; item: CheckItem; measure: Measure; level: Level; relevance: Relevance }
type Candidate = Rated & { priority: number; urgent: boolean; quickWin: boolean; lead: boolean }
type Rule = Ranking['waived'][number]

const rules: readonly Rule[] = ['lead_field', 'quick_win']
const fits: Readonly<Record<Rule, (candidate: Candidate) => boolean>> = {
  lead_field: candidate => candidate.lead,
  quick_win: candidate => candidate.quickWin,
}

const listRated = (catalogue: CheckCatalogue, answers: ReadonlyMap<string, Answer>): Rated[] => {
  const measures = new Map(catalogue.measures.map(measure => [measure.id, measure]))
  return catalogue.fields.flatMap(field =>
    field.items.flatMap(item => {
      const measure = measures.get(item.measureId)
      if (!measure) throw new Error(`Item ${item.id} names the measure ${item.measureId}, which the catalogue ${catalogue.edition} lacks`)
      const answer = answers.get(item.id)
      const level = findLevel(answer)
      return answer === undefined || level === undefined ? [] : [{ field, item, measure, level, relevance: answer.relevance }]
    }),
  )
}

const asCandidate = (rated: Rated): Candidate => {
  const { field, item, measure, level, relevance } = rated
  const quickWin = measure.merchantHours <= quickWinHours
  const bonus = (item.must ? mustBonus : 1) * (quickWin ? quickWinBonus : 1)
  const gain = item.weight * relevanceFactors[relevance] * (field.target - level)
  return { ...rated, priority: exact((gain / measure.merchantHours) * bonus), urgent: item.must && level === 0, quickWin, lead: field.lead }
}

const byRank = (a: Candidate, b: Candidate): number =>
  Number(b.urgent) - Number(a.urgent) ||
  b.priority - a.priority ||
  b.item.weight - a.item.weight ||
  a.measure.merchantHours - b.measure.merchantHours ||
  (a.item.id < b.item.id ? -1 : 1)

const oncePerMeasure = <T extends { measure: Measure }>(list: readonly T[]): T[] => {
  const seen = new Set<string>()
  return list.filter(({ measure }) => !seen.has(measure.id) && seen.add(measure.id))
}

const missingRules = (active: readonly Candidate[]): Rule[] => rules.filter(rule => !active.some(fits[rule]))

/** The last active one that may give way: none that is urgent, and none that alone keeps a rule which the newcomer does not keep. */
const findGivingWay = (active: readonly Candidate[], incoming: Candidate): Candidate | undefined => {
  const missing = missingRules(active)
  return active.findLast(outgoing => {
    if (outgoing.urgent) return false
    const afterwards = missingRules([...active.filter(one => one !== outgoing), incoming])
    return afterwards.every(rule => missing.includes(rule))
  })
}

const chooseActive = (ranked: readonly Candidate[]) => {
  let active = ranked.slice(0, mostActive)
  const waiting = ranked.slice(mostActive)
  const pickedFor = new Map<Candidate, Rule>()
  for (const rule of rules) {
    if (active.some(fits[rule])) continue
    const current = active
    const incoming = waiting.filter(fits[rule]).find(one => findGivingWay(current, one))
    const outgoing = incoming && findGivingWay(current, incoming)
    if (!incoming || !outgoing) continue
    active = [...current.filter(one => one !== outgoing), incoming]
    pickedFor.set(incoming, rule)
  }
  return { active: new Set(active), pickedFor, waived: active.length === 0 ? [] : missingRules(active) }
}

const asRanked = (candidate: Candidate, rank: number, active: boolean, pickedFor: Rule | undefined): RankedMeasure => ({
  measureId: candidate.measure.id,
  itemId: candidate.item.id,
  fieldId: candidate.field.id,
  rank,
  active,
  stage: candidate.level < 2 ? 'base' : 'next',
  level: candidate.level,
  target: candidate.field.target,
  relevance: candidate.relevance,
  priority: candidate.priority,
  must: candidate.item.must,
  urgent: candidate.urgent,
  quickWin: candidate.quickWin,
  pickedFor: (active ? pickedFor : undefined) ?? null,
})

const listOutlook = (rated: readonly Rated[], ranked: readonly Candidate[]): Ranking['outlook'] => {
  const tasks = new Set(ranked.map(({ measure }) => measure.id))
  const atTarget = rated.filter(({ field, level, measure }) => level < tandemLevel && level >= field.target && !tasks.has(measure.id))
  return oncePerMeasure(atTarget).map(({ item, measure, level }) => ({ itemId: item.id, measureId: measure.id, level }))
}

/**
 * The measures that an answered check asks for, by rank: urgent ones first (a must-item at level 0), then by
 * priority = weight · relevance · (target − level) / merchant's hours · 1.25 (must) · 1.15 (quick win); ties go to the higher weight, the
 * lower effort, the smaller item id (as text). At most five are active, one of a lead field and one quick win among them: where a rule is
 * not kept by rank alone, the best measure of its kind takes the place of the last one that is not urgent and keeps no rule alone;
 * where that cannot be, the rule is named as waived. A measure that serves several items is listed once, for its best one.
 * Level 3–4 brings no measure but the tandem question, level 2 at target an outlook. Refuses two answers to one item, and a catalogue
 * whose item names a measure it lacks. The order of the answers does not matter.
 */
export const rankMeasures = (catalogue: CheckCatalogue, answers: readonly Answer[]): Ranking => {
  const byItem = answersByItem(answers)
  const rated = listRated(catalogue, byItem)
  const candidates = rated.filter(({ field, level }) => level < tandemLevel && level < field.target).map(asCandidate)
  const ranked = oncePerMeasure(candidates.toSorted(byRank))
  const { active, pickedFor, waived } = chooseActive(ranked)
  const items = catalogue.fields.flatMap(field => field.items)
  return {
    measures: ranked.map((candidate, index) => asRanked(candidate, index + 1, active.has(candidate), pickedFor.get(candidate))),
    waived,
    outlook: listOutlook(rated, ranked),
    tandem: rated.filter(({ level }) => level >= tandemLevel).map(({ item }) => item.id),
    unclear: items.filter(item => byItem.get(item.id)?.value.kind === 'unknown').map(item => item.id),
  }
}
