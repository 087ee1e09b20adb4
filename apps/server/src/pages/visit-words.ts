import type { VisitPlace, VisitSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

const places: Record<Locale, Record<VisitPlace, string>> = {
  de: { shop: 'Im Betrieb', video: 'Als Videogespräch', phone: 'Am Telefon', office: 'Im Büro der Stadt', university: 'In der Hochschule', elsewhere: 'An einem anderen Ort' },
  en: { shop: 'At the business', video: 'As a video call', phone: 'By phone', office: 'At the city’s office', university: 'At the university', elsewhere: 'Somewhere else' },
}

type Place = { place: VisitPlace; placeNote: string | null; merchantName: string; merchantStreet: string | null }

export const placeWords = ({ place, placeNote, merchantName, merchantStreet }: Place, locale: Locale): string => {
  const where = place === 'shop' ? [merchantName, merchantStreet].filter(Boolean).join(', ') : ''
  return [places[locale][place], where, placeNote].filter(Boolean).join(': ')
}

const formats: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' }
const doubled: Record<Locale, Record<'earlier' | 'later', string>> = {
  de: { earlier: 'vor der Zeitumstellung', later: 'nach der Zeitumstellung' },
  en: { earlier: 'before the clocks change', later: 'after the clocks change' },
}

/** „Dienstag, 2. Dezember 2026, 10:00 bis 11:00 Uhr“: always as the clocks of the city show it. */
export const slotWords = ({ startsAt, endsAt, doubleHour }: VisitSlot, zone: string, locale: Locale): string => {
  const say = (instant: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(formats[locale], { timeZone: zone, ...options }).format(new Date(instant))
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = say(startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const hours = locale === 'de' ? `${say(startsAt, clock)} bis ${say(endsAt, clock)} Uhr` : `${say(startsAt, clock)} to ${say(endsAt, clock)}`
  return `${day}, ${hours}${doubleHour ? ` (${doubled[locale][doubleHour]})` : ''}`
}
