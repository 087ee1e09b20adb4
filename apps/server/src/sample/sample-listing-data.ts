import type { OpeningHours, Weekday } from '@digitallotsen/domain/listing/hours.schemas.ts'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'

/** Pages of invented businesses. A name that stands among the sample businesses belongs to that one, any other gets a business of its own. */
export type SampleListing = Pick<ListingContent, 'name' | 'categories' | 'story' | 'languages' | 'payment'> & {
  tagline: string
  street: string
  hours: Partial<Record<Weekday, string>>
  wheelchair?: 'yes' | 'limited' | 'no'
  facts?: ListingContent['accessibility']['facts']
  /** Colours of the drawn shop front: wall and awning. */
  front: readonly [string, string]
  /** One that still waits for the office. */
  waits?: boolean
}

const shop = { mo: '09:30-18:30', tu: '09:30-18:30', we: '09:30-18:30', th: '09:30-18:30', fr: '09:30-18:30', sa: '10:00-16:00' }
const noon = { mo: '09:00-13:00 14:30-18:00', tu: '09:00-13:00 14:30-18:00', we: '09:00-13:00', th: '09:00-13:00 14:30-18:00', fr: '09:00-18:00', sa: '09:00-13:00' }
const salon = { tu: '08:30-18:00', we: '08:30-18:00', th: '08:30-20:00', fr: '08:30-18:00', sa: '08:00-14:00' }
const cards: ListingContent['payment'] = ['cash', 'girocard', 'contactless', 'credit_card']

export const sampleListings: readonly SampleListing[] = [
  { name: 'Schuhhaus Beispiel', categories: ['shoe-shop'], tagline: 'Schuhe für die ganze Familie', street: 'Musterstraße 12', hours: shop, story: 'Wir messen Kinderfüße und nehmen uns Zeit.\n\nSeit drei Generationen gibt es bei uns Schuhe, die passen.', languages: ['de', 'en'], payment: cards, wheelchair: 'yes', facts: ['step_free', 'seating'], front: ['#c9b79c', '#2f5d62'] },
  { name: 'Blumen am Musterplatz', categories: ['florist'], tagline: 'Sträuße, Kränze und Pflanzen', street: 'Musterplatz 3', hours: noon, story: 'Blumen aus der Region, gebunden nach Ihren Wünschen.\n\nAuf Bestellung liefern wir im Stadtgebiet.', languages: ['de', 'tr'], payment: ['cash', 'girocard'], wheelchair: 'limited', front: ['#e8d5c4', '#3a7d44'] },
  { name: 'Optik Klarblick (Muster)', categories: ['optician', 'hearing-aids'], tagline: 'Brillen und Hörgeräte mit Beratung', street: 'Musterstraße 28', hours: shop, story: 'Sehtest ohne Termin, Brillen vom Handwerksbetrieb.', languages: ['de', 'en', 'ar'], payment: cards, wheelchair: 'yes', facts: ['hearing_loop', 'step_free', 'automatic_door'], front: ['#dfe7ec', '#1d3557'] },
  { name: 'Buchhandlung Seitenwechsel', categories: ['bookshop'], tagline: 'Bücher, Spiele und ein Lesesessel', street: 'Beispielweg 7', hours: shop, story: 'Wir bestellen bis 17 Uhr, am nächsten Morgen liegt das Buch bereit.', languages: ['de', 'en', 'fr'], payment: [...cards, 'local_voucher'], wheelchair: 'yes', facts: ['step_free', 'seating', 'assistance_dog'], front: ['#b56576', '#6d597a'] },
  { name: 'Änderungsschneiderei Nadel & Faden', categories: ['tailor'], tagline: 'Kürzen, weiten, flicken', street: 'Fadengasse 2', hours: noon, story: 'Auch Leder und Brautkleider.', languages: ['de', 'tr', 'ku'], payment: ['cash'], wheelchair: 'no', front: ['#f1e3d3', '#99582a'] },
  { name: 'Fahrrad Kettenreaktion', categories: ['bicycles'], tagline: 'Räder, E-Bikes und Werkstatt', street: 'Radweg 19', hours: { ...shop, mo: '' }, story: 'Reparaturen meist am selben Tag.\n\nLeihräder für die Zeit der Reparatur.', languages: ['de', 'pl'], payment: cards, wheelchair: 'yes', facts: ['step_free'], front: ['#cad2c5', '#354f52'] },
  { name: 'Café Sonntagskind', categories: ['cafe', 'pastry-shop'], tagline: 'Frühstück, Kuchen und Mittagstisch', street: 'Musterplatz 9', hours: { we: '09:00-18:00', th: '09:00-18:00', fr: '09:00-22:00', sa: '09:00-22:00', su: '09:00-18:00' }, story: 'Der Kuchen kommt aus der eigenen Backstube.', languages: ['de', 'en'], payment: ['cash', 'girocard'], wheelchair: 'limited', facts: ['wheelchair_toilet', 'assistance_dog'], front: ['#ffe8d6', '#cb997e'] },
  { name: 'Friseurmeisterbetrieb Annegret Musterfrau-Beispielhausen und Töchter', categories: ['hairdresser'], tagline: 'Haarschnitt und Farbe, auch ohne Termin', street: 'Schnittweg 5', hours: salon, story: 'Wir kommen auch zu Ihnen nach Hause.', languages: ['de'], payment: ['cash', 'girocard'], wheelchair: 'yes', facts: ['step_free'], front: ['#e5e5e5', '#14213d'] },
  { name: 'Weinhandlung Rebstock (Muster)', categories: ['wine-shop', 'deli'], tagline: 'Weine von kleinen Gütern', street: 'Kellergasse 1', hours: { th: '12:00-19:00', fr: '12:00-19:00', sa: '10:00-16:00' }, story: 'Jeden ersten Freitag Verkostung.', languages: ['de', 'it'], payment: [...cards, 'invoice'], wheelchair: 'no', front: ['#ede0d4', '#7f1d1d'] },
  { name: 'Bäckerei Krume (Muster)', categories: ['bakery'], tagline: 'Brot aus Sauerteig', street: 'Ofenweg 4', hours: { mo: '06:00-18:00', tu: '06:00-18:00', we: '06:00-18:00', th: '06:00-18:00', fr: '06:00-18:00', sa: '06:00-13:00', su: '08:00-11:00' }, story: 'Wir backen nachts und hören auf, wenn alles verkauft ist.', languages: ['de', 'ar'], payment: ['cash', 'girocard', 'contactless'], wheelchair: 'yes', facts: ['step_free', 'automatic_door'], front: ['#fefae0', '#bc6c25'] },
  { name: 'Spielwaren Kunterbunt (Muster)', categories: ['toys', 'baby'], tagline: 'Spiele, Puppen und Bausteine', street: 'Beispielweg 21', hours: shop, story: 'Zum Ausprobieren ist immer etwas offen.', languages: ['de', 'en', 'uk'], payment: [...cards, 'local_voucher'], wheelchair: 'yes', facts: ['step_free', 'lift'], front: ['#fde2e4', '#e63946'] },
  { name: 'Bar Nachtfalter (Muster)', categories: ['bar'], tagline: 'Cocktails und Kleinkunst', street: 'Abendstraße 8', hours: { we: '19:00-00:30', th: '19:00-00:30', fr: '19:00-02:00', sa: '19:00-02:00' }, story: 'Donnerstags offene Bühne.', languages: ['de', 'en', 'es'], payment: cards, wheelchair: 'limited', front: ['#343a40', '#ffb703'] },
  { name: 'Handarbeit Maschenwerk (Muster)', categories: ['fabrics'], tagline: 'Wolle, Stoffe und Kurse', street: 'Fadengasse 6', hours: noon, story: 'Strickabend jeden Mittwoch.', languages: ['de', 'nl'], payment: ['cash', 'girocard', 'invoice'], wheelchair: 'yes', facts: ['step_free', 'seating', 'hearing_loop'], front: ['#e0b1cb', '#5e548e'] },
  { name: 'Apotheke am Musterplatz', categories: ['pharmacy'], tagline: 'Beratung, Botendienst und Blutdruck', street: 'Musterplatz 1', hours: { ...shop, sa: '08:30-14:00' }, story: 'Der Botendienst kommt am Nachmittag.', languages: ['de', 'tr', 'ru'], payment: cards, wheelchair: 'yes', facts: ['step_free', 'automatic_door'], front: ['#edf6f9', '#d62828'], waits: true },
  { name: 'Schlüssel und Schuh (Muster)', categories: ['shoemaker', 'key-service'], tagline: 'Absätze, Sohlen und Schlüssel sofort', street: 'Musterstraße 40', hours: noon, story: '', languages: ['de', 'el'], payment: ['cash'], wheelchair: 'limited', front: ['#d6ccc2', '#3d405b'], waits: true },
]

export type SampleOffer = {
  owner: string
  partners: readonly string[]
  kind: 'offer' | 'event'
  title: string
  text: string
  /** Days from today. */
  from: number
  to: number
  /** Where the title names a day of the week (0 = Sunday): the first such day from then on. */
  weekday?: number
  startsAt: string | null
  endsAt: string | null
  priceText: string | null
}

export const sampleOffers: readonly SampleOffer[] = [
  { owner: 'Blumen am Musterplatz', partners: [], kind: 'offer', title: 'Zehn Tulpen zum Preis von acht', text: 'Nur solange der Eimer voll ist.', from: -1, to: 6, startsAt: null, endsAt: null, priceText: '6 €' },
  { owner: 'Buchhandlung Seitenwechsel', partners: ['Café Sonntagskind'], kind: 'event', title: 'Lesung bei Kaffee und Kuchen', text: 'Eine Autorin aus der Nachbarschaft liest aus ihrem neuen Buch.\n\nPlätze bitte vorher bestellen.', from: 4, to: 4, startsAt: '19:00', endsAt: '21:00', priceText: 'Eintritt 8 €' },
  { owner: 'Fahrrad Kettenreaktion', partners: [], kind: 'offer', title: 'Wintercheck fürs Rad', text: 'Licht, Bremsen und Reifen in einer Stunde geprüft.', from: 0, to: 20, startsAt: null, endsAt: null, priceText: '25 €' },
  { owner: 'Spielwaren Kunterbunt (Muster)', partners: ['Schuhhaus Beispiel', 'Handarbeit Maschenwerk (Muster)'], kind: 'event', title: 'Familiensamstag', text: 'Spiele zum Ausprobieren, Kinderfüße messen und ein Basteltisch.', from: 9, to: 9, weekday: 6, startsAt: '10:00', endsAt: '16:00', priceText: 'Kostenlos' },
  { owner: 'Weinhandlung Rebstock (Muster)', partners: [], kind: 'event', title: 'Verkostung am Freitag', text: 'Sechs Weine, Brot und Käse.', from: 2, to: 2, weekday: 5, startsAt: '19:30', endsAt: '22:00', priceText: '18 €' },
]

const timesOf = (text = '') => text.split(' ').filter(Boolean).map(time => ({ from: time.slice(0, 5), to: time.slice(6) }))

export const hoursOf = (given: SampleListing['hours']): OpeningHours => ({
  week: { mo: timesOf(given.mo), tu: timesOf(given.tu), we: timesOf(given.we), th: timesOf(given.th), fr: timesOf(given.fr), sa: timesOf(given.sa), su: timesOf(given.su) },
  holidays: { kind: 'closed' }, special: [], vacations: [], byAppointment: false, note: null,
})
