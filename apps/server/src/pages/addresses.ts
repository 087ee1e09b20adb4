import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { LegalPageName } from './public-pages.types.ts'

export const mainLocale: Locale = 'de'

export const legalPaths = { imprint: '/impressum', privacy: '/datenschutz', accessibility: '/barrierefreiheit' } as const satisfies Record<LegalPageName, string>

/** German has no prefix; every other language is the first part of the address. */
export const addressOf = (locale: Locale, path: string): string => {
  if (locale === mainLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** The language an address is written in, as far as the city offers it. */
export const localeOf = (url: string, offered: readonly Locale[]): Locale => {
  const [, first] = (url.split(/[?#]/, 1)[0] ?? '').split('/')
  return offered.find(locale => locale !== mainLocale && locale === first) ?? mainLocale
}
