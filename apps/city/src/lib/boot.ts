import type { CheckKind } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { City } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

/** What the server puts into the page, so that the first screen waits for no second answer. */
/** `checks` and `features`: which of them the city offers. */
export type Boot = { city: City; checks: Record<CheckKind, boolean>; features: Record<CityFeature, boolean>; locale: Locale; identity: Identity | null }
export type CityFeature = 'directory' | 'offers' | 'websiteCheck'

export const readBoot = (page: Document): Boot => {
  const text = page.getElementById('boot')?.textContent
  if (!text) throw new Error('The page brings no boot data.')
  return JSON.parse(text) as Boot
}

/** German has no prefix; every other language is the first part of the address. */
export const basePath = (locale: Locale): string => (locale === 'de' ? '' : `/${locale}`)
