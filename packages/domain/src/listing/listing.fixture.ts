import type { Category } from './category.schemas.ts'
import type { DayHours, OpeningHours } from './hours.schemas.ts'
import { emptyContent } from './listing.rules.ts'
import type { ListingContent } from './listing.schemas.ts'

/** A flower shop with everything in its record, and hours to vary. */

const day = (...times: string[]): DayHours => times.map(time => ({ from: time.slice(0, 5), to: time.slice(6) }))

export const hoursWith = (change: Partial<OpeningHours> = {}): OpeningHours => ({
  week: {
    mo: day('09:00-13:00', '14:00-18:00'), tu: day('09:00-13:00', '14:00-18:00'), we: day('09:00-13:00'), th: day('09:00-13:00', '14:00-18:00'),
    fr: day('09:00-18:30'), sa: day('10:00-14:00'), su: [],
  },
  holidays: { kind: 'closed' }, special: [], vacations: [], byAppointment: false, note: null,
  ...change,
})

export const everyDay = (...times: string[]): OpeningHours['week'] => {
  const intervals = day(...times)
  return { mo: intervals, tu: intervals, we: intervals, th: intervals, fr: intervals, sa: intervals, su: intervals }
}

export const flowers: ListingContent = {
  ...emptyContent('Blumen am Markt'),
  legalName: 'Blumen am Markt, Inh. Erika Muster', tagline: 'Sträuße, Kränze und Pflanzen', story: 'Seit 1967 am Markt.',
  categories: ['florist'],
  address: { street: 'Marktstraße', houseNumber: '12 a', addition: null, postcode: '12345', town: 'Musterstadt', districtId: 'mitte' },
  place: { lat: 51.5, lon: 7.2, source: 'map' },
  phones: [{ kind: 'landline', number: '02000 12345' }, { kind: 'mobile', number: '+49 170 1234567' }],
  email: 'laden@example.org', website: 'https://blumen.example', social: [{ network: 'instagram', url: 'https://instagram.com/blumen' }],
  hours: hoursWith(), languages: ['de', 'tr'], payment: ['cash', 'girocard'],
  accessibility: { wheelchair: 'limited', facts: ['hearing_loop'], note: null },
}

export const florist: Category = {
  id: 'florist', label: { de: 'Blumen und Floristik', en: 'Florist' }, schemaType: 'Florist', osm: { key: 'shop', value: 'florist' }, synonyms: ['Blumen'],
}
