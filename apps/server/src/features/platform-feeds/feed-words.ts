import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { FeedScene } from './feed-scene.types.ts'

/** What programs show to people: German, as the city's main language is. */

/** An invented business or offer says so in its name, wherever that name travels. */
export const markedName = (name: string, sample: boolean): string => (sample && !name.endsWith('(Muster)') ? `${name} (Muster)` : name)

const placeOf = ({ pack, district }: Pick<FeedScene, 'pack' | 'district'>): string => (district ? `${district.name}, ${pack.name}` : pack.name)
const sampleNote = ({ sample }: Pick<FeedScene, 'sample'>): string => (sample ? ' Musterdaten: Betriebe und Angaben sind erfunden.' : '')

export const businessesTitle = (scene: FeedScene): string => markedName(`Neue Betriebe: ${placeOf(scene)}`, scene.sample)
export const businessesDescription = (scene: FeedScene): string => `Betriebe, die sich neu vorstellen: ${placeOf(scene)}.${sampleNote(scene)}`
export const offersTitle = (scene: FeedScene): string => markedName(`Angebote und Termine: ${placeOf(scene)}`, scene.sample)
export const offersDescription = (scene: FeedScene): string => `Was Betriebe gerade anbieten und was bald los ist: ${placeOf(scene)}.${sampleNote(scene)}`

export const kindNames: Record<OfferContent['kind'], string> = { offer: 'Angebot', event: 'Veranstaltung' }

const day = new Intl.DateTimeFormat('de-DE', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayText = (date: string): string => day.format(new Date(date))

const clockText = ({ startsAt, endsAt }: OfferContent): string | null => {
  if (startsAt !== null) return endsAt === null ? `ab ${startsAt} Uhr` : `${startsAt} bis ${endsAt} Uhr`
  return endsAt === null ? null : `bis ${endsAt} Uhr`
}

/** „Mo., 5. Januar 2026 bis Fr., 9. Januar 2026, 10:00 bis 18:00 Uhr“. */
export const whenText = (content: OfferContent): string => {
  const { startsOn, endsOn } = content
  const days = startsOn === endsOn ? dayText(startsOn) : `${dayText(startsOn)} bis ${dayText(endsOn)}`
  return [days, clockText(content)].filter(Boolean).join(', ')
}
