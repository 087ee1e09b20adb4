import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { internationalPhone } from '@digitallotsen/domain/listing/phone.rules.ts'

/** Only a page of the web may be linked to, whatever else a record may hold. */
export const findWebHref = (address: string | null): string | undefined => {
  const url = address === null ? null : URL.parse(address)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url.href : undefined
}

/** The host as people say it. */
export const hostName = (href: string): string => new URL(href).host.replace(/^www\./, '')

export const findChatHref = (number: string): string | undefined => {
  const dialled = internationalPhone(number)
  return dialled === undefined ? undefined : `https://wa.me/${dialled.slice(1)}`
}

/** "Marktstraße 12 a, 12345 Musterstadt"; empty where nothing of it is known. */
export const addressLines = ({ street, houseNumber, postcode, town }: ListingContent['address']): string[] =>
  [[street, houseNumber], [postcode, town]].map(parts => parts.filter(Boolean).join(' ')).filter(line => line !== '')

/** A way there from wherever one is: to the point that somebody set, else to the address. */
export const findRouteHref = ({ place, address }: Pick<ListingContent, 'place' | 'address'>): string | undefined => {
  const point = place?.source === 'map' ? `${place.lat},${place.lon}` : null
  const aim = point ?? (address.street === null ? '' : addressLines(address).join(', '))
  return aim === '' ? undefined : `https://www.openstreetmap.org/directions?to=${encodeURIComponent(aim)}`
}
