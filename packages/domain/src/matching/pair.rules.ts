import { freePlaces } from '../guide/capacity.rules.ts'
import { addDays } from '../listing/zone.rules.ts'
import type { Candidate, MatchingProblem, WaitingCase } from './matching.types.ts'
import { nearestDistrict, reachOf } from './reach.rules.ts'
import type { Violation, ViolationCode } from './verdict.schemas.ts'

type Scene = Pick<MatchingProblem, 'today' | 'rules' | 'districts'>
type Rule = (guide: Candidate, waiting: WaitingCase, scene: Scene) => Violation | undefined

/** Rules that the office may set aside with a reason; all others hold for everybody. */
export const softRules: ReadonlySet<ViolationCode> = new Set(['language', 'district', 'blocked'])

const german = 'de'
const plain = (text: string): string => text.trim().toLocaleLowerCase('de')

/** Places that a guide still has, cases counted for which she was asked. */
export const placesOf = ({ capacity, load, asked }: Pick<Candidate, 'capacity' | 'load' | 'asked'>): number => freePlaces({ capacity, load: load + asked })

/** The languages a business wishes, in its order; German where it wishes none. */
export const wishedLanguages = ({ wishes }: Pick<WaitingCase, 'wishes'>): string[] => (wishes.languages.length > 0 ? wishes.languages.map(plain) : [german])

const gate: Rule = ({ missing }) => (missing.length > 0 ? { code: 'gate', missing } : undefined)

const inactive: Rule = ({ state }) => (state === 'paused' || state === 'ended' ? { code: 'inactive', state } : undefined)

const capacity: Rule = guide => (placesOf(guide) > 0 ? undefined : { code: 'capacity', capacity: guide.capacity, load: guide.load, asked: guide.asked })

const isSameBusiness = (conflict: Candidate['conflicts'][number], { merchantId, business }: WaitingCase): boolean =>
  conflict.merchantId === merchantId || (conflict.merchantId === null && conflict.business !== null && plain(conflict.business) === plain(business))

const conflict: Rule = ({ conflicts }, waiting) => {
  const found = conflicts.find(each => isSameBusiness(each, waiting))
  return found && { code: 'conflict', kind: found.kind }
}

const sameTrade: Rule = ({ conflicts }, { trades }, { rules }) => {
  const trade = rules.exclude.sameTrade ? conflicts.map(each => each.trade).find(each => each !== null && trades.includes(each)) : undefined
  return trade ? { code: 'same_trade', trade } : undefined
}

const refused: Rule = (guide, waiting, { rules }) => {
  const no = rules.exclude.refused ? waiting.refused.filter(({ guideId }) => guideId === guide.id).toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.by < b.by ? -1 : 1))[0] : undefined
  return no && { code: 'refused', by: no.by, on: no.on }
}

const language: Rule = (guide, waiting, { rules }) => {
  const [wished, spoken] = [wishedLanguages(waiting), guide.languages.map(plain)]
  return !rules.exclude.language || wished.some(each => spoken.includes(each)) ? undefined : { code: 'language', wished, spoken }
}

const district: Rule = (guide, { districtId }, { rules, districts }) => {
  if (!rules.exclude.district || districtId === null || guide.districts.length === 0) return undefined
  const way = nearestDistrict(districtId, guide.districts, districts)
  const reachKm = reachOf(guide.travel, rules.reachKm)
  return way.km !== null && way.km <= reachKm ? undefined : { code: 'district', district: districtId, ...way, reachKm }
}

/** The first day from here on that none of the spans holds. */
const firstFree = (spans: readonly { from: string; to: string }[], from: string): string => {
  const held = spans.find(span => span.from <= from && from <= span.to)
  return held ? firstFree(spans.filter(span => span !== held), addDays(held.to, 1)) : from
}

const blocked: Rule = (guide, waiting, { rules, today }) => {
  const days = rules.startWithinDays
  const free = rules.exclude.blocked ? firstFree([...guide.blocked, ...waiting.blocked], today) : today
  return free < addDays(today, days) ? undefined : { code: 'blocked', days }
}

const inOrder: readonly Rule[] = [gate, inactive, conflict, sameTrade, refused, language, district, blocked, capacity]

/** Every rule that this pair breaks, the heaviest first; empty for a pair that may be. */
export const listViolations = (guide: Candidate, waiting: WaitingCase, scene: Scene): Violation[] => inOrder.flatMap(rule => rule(guide, waiting, scene) ?? [])
