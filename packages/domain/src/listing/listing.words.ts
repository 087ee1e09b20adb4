import type { Locale } from '../text.schemas.ts'
import type { Weekday } from './hours.schemas.ts'
import type { AccessibilityFact, ListingGap, PaymentMethod, PhoneKind, SocialNetwork, WheelchairAccess } from './listing.schemas.ts'
import type { ProfileChannel, ProfileField } from './profile.schemas.ts'

export type ListingWords = {
  weekdays: Record<Weekday, string>
  payment: Record<PaymentMethod, string>
  facts: Record<AccessibilityFact, string>
  wheelchair: Record<WheelchairAccess, string>
  phones: Record<PhoneKind, string>
  networks: Record<SocialNetwork, string>
  channels: Record<ProfileChannel, string>
  fields: Record<ProfileField, string>
  gaps: Record<ListingGap, string>
  holidays: string
  vacation: string
  closed: string
}

const networks = {
  instagram: 'Instagram', facebook: 'Facebook', youtube: 'YouTube', tiktok: 'TikTok', linkedin: 'LinkedIn', pinterest: 'Pinterest', mastodon: 'Mastodon', bluesky: 'Bluesky',
} as const
const services = { google: 'Google', apple: 'Apple', bing: 'Bing', osm: 'OpenStreetMap', facebook: 'Facebook', instagram: 'Instagram' } as const

/** The words for every closed list of a listing. */
export const listingWords: Record<Locale, ListingWords> = {
  de: {
    weekdays: { mo: 'Montag', tu: 'Dienstag', we: 'Mittwoch', th: 'Donnerstag', fr: 'Freitag', sa: 'Samstag', su: 'Sonntag' },
    payment: {
      cash: 'Bargeld', girocard: 'Girocard', credit_card: 'Kreditkarte', contactless: 'Kontaktlos', mobile_payment: 'Mit dem Handy', paypal: 'PayPal',
      invoice: 'Auf Rechnung', instalments: 'Ratenzahlung', local_voucher: 'Gutschein der Stadt',
    },
    facts: {
      step_free: 'Eingang ohne Stufen', automatic_door: 'Automatische Tür', lift: 'Aufzug', wheelchair_toilet: 'Rollstuhlgerechte Toilette',
      wheelchair_parking: 'Parkplatz für Menschen mit Behinderung', hearing_loop: 'Induktive Höranlage', sign_language: 'Gebärdensprache',
      assistance_dog: 'Assistenzhunde willkommen', seating: 'Sitzgelegenheit', easy_language: 'Einfache Sprache',
    },
    wheelchair: { yes: 'Mit dem Rollstuhl zugänglich', limited: 'Mit dem Rollstuhl teilweise zugänglich', no: 'Mit dem Rollstuhl nicht zugänglich' },
    phones: { landline: 'Telefon', mobile: 'Mobil', whatsapp: 'WhatsApp', fax: 'Fax' },
    networks: { ...networks, other: 'Weitere Seite' },
    channels: { ...services, website: 'Eigene Website', door: 'Ladentür', other: 'Anderes Verzeichnis' },
    fields: {
      claimed: 'Profil gehört dem Betrieb', name: 'Name', address: 'Adresse', phone: 'Telefon', website: 'Website', category: 'Kategorie', hours: 'Öffnungszeiten',
      special_hours: 'Sonderöffnungszeiten', photos: 'Fotos', description: 'Beschreibung', reviews_answered: 'Bewertungen beantwortet',
    },
    gaps: {
      categories: 'Wählen Sie eine Branche.', town: 'Nennen Sie Straße und Ort.',
      contact: 'Nennen Sie eine Telefonnummer, E-Mail-Adresse oder Website.', tagline: 'Sagen Sie in einer Zeile, was man bei Ihnen findet.',
    },
    holidays: 'Feiertage',
    vacation: 'Betriebsferien',
    closed: 'geschlossen',
  },
  en: {
    weekdays: { mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday' },
    payment: {
      cash: 'Cash', girocard: 'Girocard', credit_card: 'Credit card', contactless: 'Contactless', mobile_payment: 'By phone', paypal: 'PayPal',
      invoice: 'On invoice', instalments: 'In instalments', local_voucher: 'City voucher',
    },
    facts: {
      step_free: 'Entrance without steps', automatic_door: 'Automatic door', lift: 'Lift', wheelchair_toilet: 'Wheelchair-accessible toilet',
      wheelchair_parking: 'Disabled parking', hearing_loop: 'Hearing loop', sign_language: 'Sign language', assistance_dog: 'Assistance dogs welcome',
      seating: 'Place to sit', easy_language: 'Plain language',
    },
    wheelchair: { yes: 'Wheelchair-accessible', limited: 'Partly wheelchair-accessible', no: 'Not wheelchair-accessible' },
    phones: { landline: 'Phone', mobile: 'Mobile', whatsapp: 'WhatsApp', fax: 'Fax' },
    networks: { ...networks, other: 'Other page' },
    channels: { ...services, website: 'Own website', door: 'Shop door', other: 'Other directory' },
    fields: {
      claimed: 'Profile belongs to the business', name: 'Name', address: 'Address', phone: 'Phone', website: 'Website', category: 'Category', hours: 'Opening hours',
      special_hours: 'Special opening hours', photos: 'Photos', description: 'Description', reviews_answered: 'Reviews answered',
    },
    gaps: {
      categories: 'Choose a trade.', town: 'Give street and town.', contact: 'Give a phone number, an e-mail address or a website.',
      tagline: 'Say in a line what people find at your place.',
    },
    holidays: 'Public holidays',
    vacation: 'Holidays',
    closed: 'closed',
  },
}
