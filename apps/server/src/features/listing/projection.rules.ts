import type { ListingCard, ListingContent, ListingPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { searchText } from '../merchant/search-text.rules.ts'

/** What of a live listing stands in columns of its own, for lists, searches and the map. */
export type Projection = {
  nameKey: string
  search: string
  districtId: string | null
  categoryIds: string[]
  languages: string[]
  accessibility: string[]
  lat: number | null
  lon: number | null
  hours: ListingContent['hours']
  card: StoredCard
}

export type StoredCard = Pick<ListingCard, 'name' | 'tagline' | 'street' | 'postcode' | 'photo'>

/** A city's texts are searched in memory: a business takes no more of it than this. */
const mostBytes = 700

const cut = (text: string): string => {
  let bytes = 0
  let kept = ''
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (bytes > mostBytes) return kept
    kept += sign
  }
  return kept
}

const accessOf = ({ wheelchair, facts }: ListingContent['accessibility']): string[] => [...(wheelchair === 'yes' || wheelchair === 'limited' ? ['wheelchair'] : []), ...facts]

export const projectionOf = (content: ListingContent, photos: readonly ListingPhoto[]): Projection => {
  const { name, tagline, address, place, legalName } = content
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ') || null
  return {
    nameKey: searchText(name).slice(0, 120),
    search: cut(searchText(name, legalName, tagline, street, address.postcode, address.town)),
    districtId: address.districtId,
    categoryIds: content.categories,
    languages: content.languages,
    accessibility: accessOf(content.accessibility),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    hours: content.hours,
    card: { name, tagline, street, postcode: address.postcode, photo: photos[0] ?? null },
  }
}
