import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { OffersTexts } from '../../locales/de/offers.ts'

type When = Pick<OfferContent, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>
type WhenWords = Pick<OffersTexts, 'times' | 'timeFrom' | 'timeTo'>

const timesOf = ({ startsAt, endsAt }: When, words: WhenWords): string | undefined => {
  if (startsAt && endsAt) return words.times(startsAt, endsAt)
  return startsAt ? words.timeFrom(startsAt) : endsAt ? words.timeTo(endsAt) : undefined
}

const tags: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }

/** Calendar days, which no time zone may move. */
const daysOf = ({ startsOn, endsOn }: When, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(new Date(startsOn), new Date(endsOn))

/** "Fr., 5. März 2027, 19:00 bis 21:00 Uhr", "Sa., 5. – Sa., 19. Dezember 2026" */
export const whenOf = (content: When, words: WhenWords, locale: Locale): string => [daysOf(content, locale), timesOf(content, words)].filter(Boolean).join(', ')
