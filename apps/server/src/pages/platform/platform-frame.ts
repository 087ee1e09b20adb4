import type { Asked, Holidays } from '@digitallotsen/domain/listing/hours.rules.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { mainLocale } from '../addresses.ts'
import type { PageFrame } from '../page-frame.ts'

/** What the parts of a page of the platform read. */
export type PlatformScene = { frame: PageFrame; asked: Asked; today: string }

export const sceneOf = (frame: PageFrame, now: Date, holidays: Holidays): PlatformScene => ({
  frame,
  asked: { instant: now, zone: germanZone, holidays },
  today: wallTimeAt(now, germanZone).date,
})

/** Businesses write German: where the page around is not, their words say so. */
export const langOfTheirs = ({ locale }: Pick<PageFrame, 'locale'>): string | undefined => (locale === mainLocale ? undefined : mainLocale)

type Featured = { pack: Pick<PageFrame['pack'], 'features'> }

export const hasDirectory = ({ pack }: Featured): boolean => pack.features.directory

/** An offer belongs to a business that has a page. */
export const hasOffers = ({ pack }: Featured): boolean => pack.features.directory && pack.features.offers
