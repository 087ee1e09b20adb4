import type { Locale } from '../text.schemas.ts'
import type { Category } from './category.schemas.ts'
import type { ListingContent } from './listing.schemas.ts'
import { listingWords } from './listing.words.ts'
import { weekLines } from './opening-sentence.rules.ts'
import { internationalPhone } from './phone.rules.ts'
import type { ProfileChannel, ProfileCheckInput, ProfileField, ProfileResult } from './profile.schemas.ts'

export type SheetChannel = 'google' | 'apple' | 'bing'
export type SheetRow = { field: ProfileField; label: string; value: string; /** The most signs this profile takes, where it has a limit. */ limit: number | null }

export const sheetChannels: readonly SheetChannel[] = ['google', 'apple', 'bing']

/** How long a description may be there (as of 2026: Google 750, Apple 500, Bing 1,000 signs). */
const longestDescription: Record<SheetChannel, number> = { google: 750, apple: 500, bing: 1000 }

/** Whole words only, and an ellipsis where something had to go. */
const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1).toWellFormed()
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1)).trimEnd()}…`
}

const addressText = ({ street, houseNumber, addition, postcode, town }: ListingContent['address']): string =>
  [[street, houseNumber].filter(Boolean).join(' '), addition, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

const hoursText = ({ hours }: ListingContent, locale: Locale): string =>
  hours === null ? '' : weekLines(hours, locale).map(({ days, times }) => `${days}: ${times}`).join('\n')

const specialText = ({ hours }: ListingContent, locale: Locale): string => {
  if (hours === null) return ''
  const words = listingWords[locale]
  const days = hours.special.map(({ date, intervals }) => `${date}: ${intervals.length === 0 ? words.closed : intervals.map(({ from, to }) => `${from}–${to}`).join(', ')}`)
  return [...days, ...hours.vacations.map(({ from, to }) => `${from} – ${to}: ${words.closed}`)].join('\n')
}

/** What to copy into a profile, field by field in the order in which it is asked there; fields with nothing to say are left out. */
export const profileSheet = (content: ListingContent, channel: SheetChannel, categories: readonly Category[], locale: Locale): SheetRow[] => {
  const phone = content.phones.find(({ kind }) => kind !== 'fax')
  const trades = content.categories.flatMap(id => categories.find(category => category.id === id)?.label[locale] ?? [])
  const limit = longestDescription[channel]
  const values: [ProfileField, string][] = [
    ['name', content.name],
    ['category', trades.join(', ')],
    ['address', addressText(content.address)],
    ['phone', phone ? (internationalPhone(phone.number) ?? phone.number) : ''],
    ['website', content.website ?? ''],
    ['hours', hoursText(content, locale)],
    ['special_hours', specialText(content, locale)],
    ['description', shortened([content.tagline, content.story].filter(Boolean).join('. '), limit)],
  ]
  return values
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ field, label: listingWords[locale].fields[field], value, limit: field === 'description' ? limit : null }))
}

const everywhere: readonly ProfileField[] = ['name', 'address', 'phone', 'hours']
const profile: readonly ProfileField[] = ['claimed', 'name', 'category', 'address', 'phone', 'website', 'hours', 'special_hours', 'photos', 'description']

/** What is compared at each place (F-07 for Google: claimed, category, hours, photos, description, answers to reviews). */
export const fieldsOfChannel: Record<ProfileChannel, readonly ProfileField[]> = {
  google: [...profile, 'reviews_answered'],
  apple: profile,
  bing: profile,
  osm: ['name', 'category', 'address', 'phone', 'website', 'hours'],
  facebook: ['claimed', ...everywhere, 'website', 'photos', 'description'],
  instagram: ['claimed', 'name', 'address', 'website', 'photos', 'description'],
  website: [...everywhere, 'special_hours'],
  door: ['name', 'phone', 'hours', 'special_hours'],
  other: [...everywhere, 'website'],
}

/** A place where the business does not stand is absent; where one field differs or is missing, it differs. */
export const resultOf = ({ present, findings }: Pick<ProfileCheckInput, 'present' | 'findings'>): ProfileResult => {
  if (!present) return 'absent'
  return findings.length > 0 && findings.every(({ finding }) => finding === 'same') ? 'agrees' : 'differs'
}
