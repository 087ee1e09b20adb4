import { createContext, useContext } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { AccessTexts } from '../locales/de/access.ts'
import type { CheckingTexts } from '../locales/de/checking.ts'
import type { CoreTexts } from '../locales/de/core.ts'
import type { MerchantTexts } from '../locales/de/merchant.ts'
import type { ResultTexts } from '../locales/de/result.ts'

/** The dictionary in parts, each loaded with the first page that needs it. */
export type Dictionary = { core: CoreTexts; checking: CheckingTexts; result: ResultTexts; access: AccessTexts; merchant: MerchantTexts }
export type TextArea = keyof Dictionary

type Loaders = { [Area in TextArea]: () => Promise<Dictionary[Area]> }

const loaders: Readonly<Record<Locale, Loaders>> = {
  de: {
    core: async () => (await import('../locales/de/core.ts')).core,
    checking: async () => (await import('../locales/de/checking.ts')).checking,
    result: async () => (await import('../locales/de/result.ts')).result,
    access: async () => (await import('../locales/de/access.ts')).access,
    merchant: async () => (await import('../locales/de/merchant.ts')).merchant,
  },
  en: {
    core: async () => (await import('../locales/en/core.ts')).core,
    checking: async () => (await import('../locales/en/checking.ts')).checking,
    result: async () => (await import('../locales/en/result.ts')).result,
    access: async () => (await import('../locales/en/access.ts')).access,
    merchant: async () => (await import('../locales/en/merchant.ts')).merchant,
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
