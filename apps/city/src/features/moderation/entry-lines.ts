import type { ListingContent, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { timesText, weekLines } from '@digitallotsen/domain/listing/opening-sentence.rules.ts'
import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { formatDay } from '../../lib/dates.ts'
import { moderation as words } from '../../locales/de/moderation.ts'

/** The parts of a page in the order in which it shows them; photos come last and are pictures. */
export const entryFields = Object.keys(words.fields) as (keyof typeof words.fields)[]
export type EntryField = (typeof entryFields)[number]

export type Names = { trades: readonly { id: string; label: string }[]; districts: readonly District[] }
type Lines = { [Field in keyof ListingContent]: (content: ListingContent, names: Names) => (string | null | false | undefined)[] }

const german = listingWords.de
const languageName = new Intl.DisplayNames('de', { type: 'language' })
const nameOf = <T extends { id: string }>(list: readonly T[], id: string, name: (one: T) => string): string => {
  const found = list.find(one => one.id === id)
  return found ? name(found) : id
}

const hoursLines = (hours: ListingContent['hours']): (string | null | false)[] => {
  if (!hours) return []
  return [
    ...weekLines(hours, 'de').map(({ days, times }) => `${days}: ${times}`),
    ...hours.special.map(({ date, intervals, note }) => words.special(formatDay(date, 'de'), [timesText(intervals, 'de'), note].filter(Boolean).join(', '))),
    ...hours.vacations.map(({ from, to, note }) => [words.vacation(formatDay(from, 'de'), formatDay(to, 'de')), note].filter(Boolean).join(', ')),
    hours.byAppointment && words.byAppointment,
    hours.note,
  ]
}

const lines: Lines = {
  name: ({ name }) => [name],
  legalName: ({ legalName }) => [legalName],
  tagline: ({ tagline }) => [tagline],
  story: ({ story }) => story.split(/\n+/),
  categories: ({ categories }, { trades }) => categories.map(id => nameOf(trades, id, ({ label }) => label)),
  address: ({ address: { street, houseNumber, addition, postcode, town, districtId } }, { districts }) => [
    [street, houseNumber].filter(Boolean).join(' '), addition, [postcode, town].filter(Boolean).join(' '), districtId && nameOf(districts, districtId, ({ name }) => name),
  ],
  place: ({ place }) => [place && `${place.lat.toFixed(4)}, ${place.lon.toFixed(4)} (${words.placeOf[place.source]})`],
  phones: ({ phones }) => phones.map(({ kind, number }) => `${german.phones[kind]}: ${number}`),
  email: ({ email }) => [email],
  website: ({ website }) => [website],
  social: ({ social }) => social.map(({ network, url }) => `${german.networks[network]}: ${url}`),
  hours: ({ hours }) => hoursLines(hours),
  languages: ({ languages }) => [languages.map(code => languageName.of(code) ?? code).join(', ')],
  payment: ({ payment }) => [payment.map(way => german.payment[way]).join(', ')],
  accessibility: ({ accessibility: { wheelchair, facts, note } }) => [wheelchair && german.wheelchair[wheelchair], ...facts.map(fact => german.facts[fact]), note],
}

/** What a version says in one part, line by line; nothing where it says nothing. */
export const linesOf = (field: keyof ListingContent, { content }: Pick<PublicListing, 'content'>, names: Names): string[] =>
  lines[field](content, names).filter((line): line is string => typeof line === 'string' && line !== '')
