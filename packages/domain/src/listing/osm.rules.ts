import type { Category } from './category.schemas.ts'
import { groupWeek } from './hours.rules.ts'
import type { DayHours, OpeningHours, Weekday } from './hours.schemas.ts'
import type { ListingContent } from './listing.schemas.ts'
import { internationalPhone } from './phone.rules.ts'
import { addDays } from './zone.rules.ts'

export type OsmTag = { key: string; value: string }

/** OpenStreetMap takes no longer value. */
const longestValue = 255
const dayNames: Record<Weekday, string> = { mo: 'Mo', tu: 'Tu', we: 'We', th: 'Th', fr: 'Fr', sa: 'Sa', su: 'Su' }
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const timesOf = (intervals: DayHours) => (intervals.length === 0 ? 'off' : intervals.map(({ from, to }) => `${from}-${to}`).join(','))
const daysOf = (days: readonly Weekday[]) => {
  const [first = 'mo', last = first] = [days[0], days.at(-1)]
  return days.length === 1 ? dayNames[first] : `${dayNames[first]}${days.length === 2 ? ',' : '-'}${dayNames[last]}`
}
const dateOf = (date: string) => `${date.slice(0, 4)} ${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(8)}`

const weekRules = (hours: OpeningHours): string[] =>
  groupWeek(hours.week)
    .filter(({ intervals }) => intervals.length > 0)
    .map(({ days, intervals }) => `${daysOf(days)} ${timesOf(intervals)}`)

const holidayRule = ({ holidays }: OpeningHours): string[] => {
  if (holidays.kind === 'as_usual') return []
  return [`PH ${holidays.kind === 'hours' ? timesOf(holidays.intervals) : 'off'}`]
}

/** Days and stretches from today on, for a year; the earlier say nothing to a map any more. Later rules win, so single days come last. */
const datedRules = (hours: OpeningHours, today: string): string[] => {
  const end = addDays(today, 366)
  const away = hours.vacations.filter(({ from, to }) => to >= today && from <= end).map(({ from, to }) => `${from === to ? dateOf(from) : `${dateOf(from)}-${dateOf(to)}`} off`)
  const days = hours.special.filter(({ date }) => date >= today && date <= end).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return [...away, ...days.map(({ date, intervals }) => `${dateOf(date)} ${timesOf(intervals)}`)]
}

const isAlways = ({ week }: OpeningHours) =>
  Object.values(week).every(intervals => intervals.length === 1 && intervals[0]?.from === '00:00' && intervals[0].to === '24:00')

/** `opening_hours` as OpenStreetMap writes it; undefined where no day is open. Dated rules that would make it too long are left out, the farthest first. */
export const osmOpeningHours = (hours: OpeningHours, today: string): string | undefined => {
  const week = weekRules(hours)
  if (week.length === 0) return hours.byAppointment ? '"nach Vereinbarung"' : undefined
  const usual = isAlways(hours) ? ['24/7'] : week
  let dated = datedRules(hours, today)
  let text = [...usual, ...holidayRule(hours), ...dated].join('; ')
  while (text.length > longestValue && dated.length > 0) {
    dated = dated.slice(0, -1)
    text = [...usual, ...holidayRule(hours), ...dated].join('; ')
  }
  return text.length > longestValue ? undefined : text
}

const paymentKeys: Partial<Record<ListingContent['payment'][number], string>> = {
  cash: 'payment:cash', girocard: 'payment:girocard', credit_card: 'payment:credit_cards', contactless: 'payment:contactless', invoice: 'payment:invoice',
}
const socialKeys: Partial<Record<ListingContent['social'][number]['network'], string>> = {
  instagram: 'contact:instagram', facebook: 'contact:facebook', youtube: 'contact:youtube', tiktok: 'contact:tiktok', linkedin: 'contact:linkedin',
  mastodon: 'contact:mastodon', bluesky: 'contact:bluesky',
}

const factTags = ({ wheelchair, facts }: ListingContent['accessibility']): [string, string | null][] => [
  ['wheelchair', wheelchair],
  ['toilets:wheelchair', facts.includes('wheelchair_toilet') ? 'yes' : null],
  ['hearing_loop', facts.includes('hearing_loop') ? 'yes' : null],
  ['elevator', facts.includes('lift') ? 'yes' : null],
]

const firstPhone = ({ phones }: ListingContent, kind: ListingContent['phones'][number]['kind']): string | null => {
  const found = phones.find(phone => phone.kind === kind)
  return found ? (internationalPhone(found.number) ?? null) : null
}

/** What a mapper may enter for this business: only what the record says, no value longer than the map takes. */
export const osmProposal = (content: ListingContent, categories: readonly Category[], today: string): OsmTag[] => {
  const main = categories.find(({ id }) => id === content.categories[0])
  const { street, houseNumber, postcode, town } = content.address
  const tags: [string, string | null | undefined][] = [
    ...(main ? ([[main.osm.key, main.osm.value]] as [string, string][]) : []),
    ['name', content.name],
    ['addr:street', street],
    ['addr:housenumber', houseNumber],
    ['addr:postcode', postcode],
    ['addr:city', town],
    ['phone', firstPhone(content, 'landline')],
    ['mobile', firstPhone(content, 'mobile')],
    ['email', content.email],
    ['website', content.website],
    ['opening_hours', content.hours && osmOpeningHours(content.hours, today)],
    ...factTags(content.accessibility),
    ...content.payment.map((method): [string, string | null] => [paymentKeys[method] ?? '', 'yes']),
    ...content.social.map(({ network, url }): [string, string] => [socialKeys[network] ?? '', url]),
  ]
  const named = tags.filter((tag): tag is [string, string] => tag[0] !== '' && Boolean(tag[1]) && (tag[1] ?? '').length <= longestValue)
  return [...new Map(named.toReversed())].toReversed().map(([key, value]) => ({ key, value }))
}
