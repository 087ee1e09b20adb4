import { createContext, useContext } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { AccessTexts } from '../locales/de/access.ts'
import type { CheckingTexts } from '../locales/de/checking.ts'
import type { CoreTexts } from '../locales/de/core.ts'
import type { EverywhereTexts } from '../locales/de/everywhere.ts'
import type { ListingTexts } from '../locales/de/listing.ts'
import type { MentorshipTexts } from '../locales/de/mentorship.ts'
import type { MerchantTexts } from '../locales/de/merchant.ts'
import type { OffersTexts } from '../locales/de/offers.ts'
import type { ResultTexts } from '../locales/de/result.ts'
import type { VisitTexts } from '../locales/de/visit.ts'
import type { WebsiteTexts } from '../locales/de/website.ts'

/** The dictionary in parts, each loaded with the first page that needs it. */
export type Dictionary = { core: CoreTexts; checking: CheckingTexts; result: ResultTexts; access: AccessTexts; everywhere: EverywhereTexts; listing: ListingTexts; mentorship: MentorshipTexts; merchant: MerchantTexts; offers: OffersTexts; visit: VisitTexts; website: WebsiteTexts }
export type TextArea = keyof Dictionary

type Loaders = { [Area in TextArea]: () => Promise<Dictionary[Area]> }

const loaders: Readonly<Record<Locale, Loaders>> = {
  de: {
    core: async () => (await import('../locales/de/core.ts')).core,
    checking: async () => (await import('../locales/de/checking.ts')).checking,
    result: async () => (await import('../locales/de/result.ts')).result,
    access: async () => (await import('../locales/de/access.ts')).access,
    everywhere: async () => (await import('../locales/de/everywhere.ts')).everywhere,
    listing: async () => (await import('../locales/de/listing.ts')).listing,
    mentorship: async () => (await import('../locales/de/mentorship.ts')).mentorship,
    merchant: async () => (await import('../locales/de/merchant.ts')).merchant,
    offers: async () => (await import('../locales/de/offers.ts')).offers,
    visit: async () => (await import('../locales/de/visit.ts')).visit,
    website: async () => (await import('../locales/de/website.ts')).website,
  },
  en: {
    core: async () => (await import('../locales/en/core.ts')).core,
    checking: async () => (await import('../locales/en/checking.ts')).checking,
    result: async () => (await import('../locales/en/result.ts')).result,
    access: async () => (await import('../locales/en/access.ts')).access,
    everywhere: async () => (await import('../locales/en/everywhere.ts')).everywhere,
    listing: async () => (await import('../locales/en/listing.ts')).listing,
    mentorship: async () => (await import('../locales/en/mentorship.ts')).mentorship,
    merchant: async () => (await import('../locales/en/merchant.ts')).merchant,
    offers: async () => (await import('../locales/en/offers.ts')).offers,
    visit: async () => (await import('../locales/en/visit.ts')).visit,
    website: async () => (await import('../locales/en/website.ts')).website,
  },
}

export type TextShelf = { loaded: Partial<Dictionary>; load(area: TextArea): Promise<void> }

export const createTextShelf = (locale: Locale): TextShelf => {
  const loaded: Partial<Dictionary> = {}
  const put = async <Area extends TextArea>(area: Area): Promise<void> => {
    loaded[area] ??= await loaders[locale][area]()
  }
  return { loaded, load: put }
}

export const TextsContext = createContext<Partial<Dictionary>>()

/** The texts of one area in the language of the page; the page's route loads the area first. */
export function useTexts(): CoreTexts
export function useTexts<Area extends TextArea>(area: Area): Dictionary[Area]
export function useTexts(area: TextArea = 'core'): Dictionary[TextArea] {
  const texts = useContext(TextsContext)?.[area]
  if (!texts) throw new Error(`useTexts('${area}') needs a route that names this area in lazyPage().`)
  return texts
}
