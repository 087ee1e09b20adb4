import type { ListingDraft, ListingGap } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Part } from './record-edits.rules.ts'

/** The record in parts that fit a phone, each with its own address. */
export const sectionIds = ['name', 'branche', 'adresse', 'zeiten', 'kontakt', 'service', 'fotos', 'geschichte'] as const
export type SectionId = (typeof sectionIds)[number]

export const isSection = (id: string | undefined): id is SectionId => sectionIds.some(known => known === id)

const sectionOfPart: Readonly<Record<Part, SectionId>> = {
  name: 'name', legalName: 'name', tagline: 'name', categories: 'branche', address: 'adresse', place: 'adresse', hours: 'zeiten', phones: 'kontakt', email: 'kontakt',
  website: 'kontakt', social: 'kontakt', languages: 'service', payment: 'service', accessibility: 'service', story: 'geschichte',
}

/** The section in which a part of the record is edited; photos are no part of it, but count as one. */
export const sectionOf = (part: string): SectionId | undefined => (part === 'photos' ? 'fotos' : sectionOfPart[part as Part])

/** Where a gap is closed: the section and the id of the control. */
const gapPlaces: Readonly<Record<ListingGap, readonly [SectionId, string]>> = {
  categories: ['branche', 'field-trade'],
  town: ['adresse', 'field-street'],
  contact: ['kontakt', 'field-phone-0'],
  tagline: ['name', 'field-tagline'],
}

export const gapAddress = (home: string, gap: ListingGap): string => `${home}/${gapPlaces[gap].join('#')}`
export const gapSection = (gap: ListingGap): SectionId => gapPlaces[gap][0]

type Filled = Pick<ListingDraft, 'content' | 'photos'>
const filled: Readonly<Record<SectionId, (draft: Filled) => boolean>> = {
  name: ({ content }) => content.tagline !== null,
  branche: ({ content }) => content.categories.length > 0,
  adresse: ({ content: { address } }) => address.street !== null && address.town !== null,
  zeiten: ({ content }) => content.hours !== null,
  kontakt: ({ content: { phones, email, website } }) => phones.length > 0 || email !== null || website !== null,
  service: ({ content: { languages, payment, accessibility } }) => languages.length + payment.length + accessibility.facts.length > 0 || accessibility.wheelchair !== null,
  fotos: ({ photos }) => photos.length > 0,
  geschichte: ({ content }) => content.story !== '',
}

export const isFilled = (section: SectionId, draft: Filled): boolean => filled[section](draft)

export const nextSection = (section: SectionId): SectionId | undefined => sectionIds[sectionIds.indexOf(section) + 1]
