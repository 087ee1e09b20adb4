import { createContext, useContext } from 'solid-js'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Texts } from '../locales/de.ts'
import type { MerchantTexts } from '../locales/de-merchant.ts'

const core: Readonly<Record<Locale, () => Promise<Texts>>> = {
  de: async () => (await import('../locales/de.ts')).de,
  en: async () => (await import('../locales/en.ts')).en,
}
const merchant: Readonly<Record<Locale, () => Promise<MerchantTexts>>> = {
  de: async () => (await import('../locales/de-merchant.ts')).deMerchant,
  en: async () => (await import('../locales/en-merchant.ts')).enMerchant,
}

export const loadTexts = (locale: Locale): Promise<Texts> => core[locale]()
export const loadMerchantTexts = (locale: Locale): Promise<MerchantTexts> => merchant[locale]()

export const TextsContext = createContext<Texts>()
export const MerchantTextsContext = createContext<MerchantTexts>()

export const useTexts = (): Texts => {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('useTexts() needs a TextsContext around the app.')
  return texts
}

export const useMerchantTexts = (): MerchantTexts => {
  const texts = useContext(MerchantTextsContext)
  if (!texts) throw new Error('useMerchantTexts() needs a page of the merchant’s area around it.')
  return texts
}
