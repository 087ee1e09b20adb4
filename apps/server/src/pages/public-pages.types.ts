import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { City } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

export type LegalPageName = keyof ResolvedPack['legal']

/** What a page of a city is made from. */
export type PageView = {
  pack: ResolvedPack
  locale: Locale
  /** Address without the language, e.g. `/impressum`. */
  path: string
  /** Address of the style sheet, as the build's manifest names it. */
  publicCss: string
  /** Scheme and host, e.g. `https://musterstadt.example`; without it the page names no address of its own. */
  origin?: string
  /** True where people and businesses are invented; the pack's own word where it is left out. */
  sample?: boolean
  /** True until the city has released its pages; the pack's own state where it is left out. */
  draft?: boolean
  /** Whether search engines may list it; not unless said so. */
  indexable?: boolean
}

export type LegalView = PageView & { page: LegalPageName }

/** `reference` is what a person can name on the phone; nothing else of the error is told. */
export type ErrorView = PageView & { reference?: string; busy?: boolean }

/** What a client's build consists of: addresses from its manifest. */
export type ClientFiles = { script: string; styles: readonly string[]; preload: readonly string[] }

export type CityShellView = {
  pack: ResolvedPack
  locale: Locale
  boot: { city: City; locale: Locale; identity: Identity | null }
  client: ClientFiles
}

export type ConsoleShellView = { boot: object; client: ClientFiles }

/** The pages as the build exports them: pure functions from a view to a complete document. */
export type PublicPages = {
  renderHome(view: PageView): string
  renderLegal(view: LegalView): string
  /** Here the path may be as it was asked for: it decides the language where none other than German is given. */
  renderNotFound(view: PageView): string
  renderError(view: ErrorView): string
  renderPaused(view: PageView): string
  renderUnknownHost(): string
  renderCityShell(view: CityShellView): string
  renderConsoleShell(view: ConsoleShellView): string
}
