import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { addressOf } from './addresses.ts'
import { cityFilesOf } from './city-files.ts'
import type { CityFiles } from './city-files.ts'
import type { PageView } from './public-pages.types.ts'

/** What every part of a page reads; made once per page. */
export type PageFrame = {
  pack: ResolvedPack
  locale: Locale
  /** Address without the language; null for a page that stands in for another one. */
  path: string | null
  /** Null where the page must not name its own address. */
  origin: string | null
  sample: boolean
  draft: boolean
  indexable: boolean
  css: string
  files: CityFiles
}

export const frameOf = (view: PageView): PageFrame => ({
  pack: view.pack,
  locale: view.locale,
  path: view.path,
  origin: view.origin ?? null,
  sample: view.sample ?? view.pack.city.sample,
  draft: view.draft ?? view.pack.state === 'draft',
  indexable: view.indexable ?? false,
  css: view.publicCss,
  files: cityFilesOf(view.pack),
})

/** The frame of a page that stands in for another one: it has no address and is not to be found. */
export const standInFrameOf = (view: PageView): PageFrame => ({ ...frameOf(view), path: null, origin: null, indexable: false })

/** The address in the language of the page. */
export const linkFrom = (frame: Pick<PageFrame, 'locale'>, path: string): string => addressOf(frame.locale, path)
