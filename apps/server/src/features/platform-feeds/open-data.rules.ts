import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { osmOpeningHours } from '@digitallotsen/domain/listing/osm.rules.ts'
import { dataLicenceOf } from '@digitallotsen/pack/data-licence.ts'
import { businessPath, platformPaths } from '../../pages/platform-addresses.ts'
import type { FeedScene } from './feed-scene.types.ts'
import { markedName } from './feed-words.ts'

export type OpenDataScene = FeedScene & { /** YYYY-MM-DD, in Germany. */ today: string }

/**
 * A business as open data: the facts that a city may give away. Story, photos, e-mail addresses and phone numbers are the business's own;
 * they stand on its page, which every row names.
 */
export type OpenDataRow = {
  id: string
  name: string
  branchen: string[]
  strasse: string | null
  hausnummer: string | null
  zusatz: string | null
  plz: string | null
  ort: string | null
  stadtteil_id: string | null
  stadtteil: string | null
  breite: number | null
  laenge: number | null
  /** `genau`: set on the map; `stadtteil`: the middle of the district stands for it. */
  lage: 'genau' | 'stadtteil' | null
  website: string | null
  /** As OpenStreetMap writes them. */
  oeffnungszeiten: string | null
  sprachen: string[]
  zahlung: string[]
  rollstuhl: 'ja' | 'teilweise' | 'nein' | null
  barrierefreiheit: string[]
  seite: string
  geaendert: string
  muster: boolean
}

const wheelchair = { yes: 'ja', limited: 'teilweise', no: 'nein' } as const
const words = listingWords.de

/** Six digits are ten centimetres; more would say nothing. */
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6

export const openDataRow = ({ pack, origin, sample, today }: OpenDataScene, listing: PublicListing): OpenDataRow => {
  const { slug, content, updatedAt } = listing
  const { address, place, accessibility } = content
  return {
    id: slug,
    name: markedName(content.name, sample || listing.sample),
    branchen: content.categories.flatMap(id => pack.categories.find(category => category.id === id)?.label.de ?? []),
    strasse: address.street,
    hausnummer: address.houseNumber,
    zusatz: address.addition,
    plz: address.postcode,
    ort: address.town,
    stadtteil_id: address.districtId,
    stadtteil: pack.city.districts.find(({ id }) => id === address.districtId)?.name ?? null,
    breite: place && degrees(place.lat),
    laenge: place && degrees(place.lon),
    lage: place && (place.source === 'map' ? 'genau' : 'stadtteil'),
    website: content.website,
    oeffnungszeiten: (content.hours && osmOpeningHours(content.hours, today)) ?? null,
    sprachen: content.languages,
    zahlung: content.payment.map(method => words.payment[method]),
    rollstuhl: accessibility.wheelchair && wheelchair[accessibility.wheelchair],
    barrierefreiheit: accessibility.facts.map(fact => words.facts[fact]),
    seite: origin + businessPath(slug),
    geaendert: updatedAt,
    muster: sample || listing.sample,
  }
}

export type OpenDataHead = {
  titel: string
  beschreibung: string
  lizenz: { name: string; url: string; hinweis: string | null }
  quelle: { name: string; url: string }
}

/** What is said of the data as a whole: whose they are, and under which terms they may be used. */
export const openDataHead = ({ pack, origin, sample, district }: OpenDataScene): OpenDataHead => {
  const { name, url, confirmed } = dataLicenceOf(pack)
  return {
    titel: markedName(district ? `Betriebe in ${pack.name}: ${district.name}` : `Betriebe in ${pack.name}`, sample),
    beschreibung: `Betriebe mit einer veröffentlichten Seite im Verzeichnis von ${pack.programme}.${sample ? ' Musterdaten: Betriebe und Angaben sind erfunden.' : ''}`,
    lizenz: { name, url, hinweis: confirmed ? null : 'Zu prüfen: Die Stadt hat diese Lizenz noch nicht bestätigt.' },
    quelle: { name: `${pack.fullName ?? pack.name}, ${pack.programme}`, url: origin + platformPaths.directory },
  }
}
