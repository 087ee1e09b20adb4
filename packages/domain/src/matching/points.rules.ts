import { daysBetween } from '../listing/zone.rules.ts'
import type { Candidate, MatchingProblem, WaitingCase } from './matching.types.ts'
import { wishedLanguages } from './pair.rules.ts'
import { nearestDistrict } from './reach.rules.ts'
import type { Part } from './verdict.schemas.ts'

type Scene = Pick<MatchingProblem, 'today' | 'rules' | 'districts'>

const share = (most: number, of: number): number => Math.round(most * of)

/** From this distance on a district brings nothing. */
const farKm = 5

const language = (guide: Candidate, waiting: WaitingCase, { rules }: Scene): Part => {
  const most = rules.points.language
  const spoken = new Set(guide.languages.map(each => each.toLocaleLowerCase('de')))
  const wished = wishedLanguages(waiting)
  const at = wished.findIndex(each => spoken.has(each))
  const wish = at === 0 ? 'first' : at > 0 ? 'other' : 'none'
  return { what: 'language', points: share(most, { first: 1, other: 0.5, none: 0 }[wish]), most, language: wished[at] ?? null, wish }
}

const district = (guide: Candidate, { districtId }: WaitingCase, { rules, districts }: Scene): Part => {
  const most = rules.points.district
  const way = districtId === null ? { nearest: null, km: null } : nearestDistrict(districtId, guide.districts, districts)
  const points = way.km === null ? 0 : share(most, Math.max(0, 1 - way.km / farKm))
  return { what: 'district', points, most, district: districtId, ...way }
}

const trade = (guide: Candidate, { trades }: WaitingCase, { rules }: Scene): Part => {
  const found = trades.find(each => guide.trades.includes(each)) ?? null
  return { what: 'trade', points: found === null ? 0 : rules.points.trade, most: rules.points.trade, trade: found }
}

const fields = (guide: Candidate, { openFields }: WaitingCase, { rules }: Scene): Part => {
  const most = rules.points.fields
  const strong = openFields.filter(each => guide.fields.includes(each))
  return { what: 'fields', points: openFields.length === 0 ? 0 : share(most, strong.length / openFields.length), most, fields: strong, open: openFields.length }
}

const days = (guide: Candidate, { wishes }: WaitingCase, { rules }: Scene): Part => {
  const most = rules.points.days
  const common = wishes.days.filter(day => guide.days.includes(day))
  return { what: 'days', points: common.length > 0 ? most : 0, most, days: common }
}

const waited = (_: Candidate, { waitingSince }: WaitingCase, { rules, today }: Scene): Part => {
  const most = rules.points.waiting
  const passed = Math.max(0, daysBetween(waitingSince, today))
  return { what: 'waiting', points: share(most, Math.min(1, passed / rules.waitingFullDays)), most, days: passed }
}

/** What speaks for this pair, part by part in whole points; asks nothing about whether the pair may be. */
export const listParts = (guide: Candidate, waiting: WaitingCase, scene: Scene): Part[] => [language, district, trade, fields, days, waited].map(each => each(guide, waiting, scene))

export const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, { points }) => sum + points, 0)
