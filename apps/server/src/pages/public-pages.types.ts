import type { ErrorCode } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Holidays } from '@digitallotsen/domain/listing/hours.rules.ts'
import type { ListingCard, PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { OfferKind, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { UnsubscribeStep } from '../features/mail/unsubscribe.types.ts'
import type { City } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Visit } from '@digitallotsen/domain/visit/visit.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { DirectoryCounts, DirectoryPage } from '../features/listing/directory.service.ts'

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

/** What is new and what is on, beside what the pack says; nothing of it where it is left out or empty. With `now`, days are told as seen from it. */
export type HomeView = PageView & { recent?: readonly ListingCard[]; offers?: readonly PublicOffer[]; now?: Date }

/** What somebody asked of the directory, as it was typed: a word unknown to the pack is one that finds nothing. `page` counts from 1. */
export type DirectoryPageQuery = {
  search: string
  district: string | null
  category: string | null
  language: string | null
  accessibility: string | null
  open: boolean
  page: number
}

export type DirectoryView = PageView & { query: DirectoryPageQuery; result: DirectoryPage; counts: DirectoryCounts; now: Date; holidays: Holidays }

export type BusinessView = PageView & { listing: PublicListing; offers: readonly PublicOffer[]; now: Date; holidays: Holidays }

export type OffersPageQuery = { district: string | null; kind: OfferKind | null; span: OffersSpan; page: number }
export type OffersSpan = 'woche' | 'monat' | 'alle'

/** `from` and `to` are the days that were looked at, both included. */
export type OffersView = PageView & {
  query: OffersPageQuery
  offers: readonly PublicOffer[]
  total: number
  pageSize: number
  from: string
  to: string
  now: Date
}

export type OfferView = PageView & { offer: PublicOffer; now: Date }

export type LegalView = PageView & { page: LegalPageName }

export type UnsubscribeView = PageView & { step: UnsubscribeStep }

/** `refused` keeps what was filled in beside what was wrong with it, and `instead` the next time that the clocks do show; `address` is where the forms lead, without the language. */
export type AppointmentView = PageView & {
  step:
    | { kind: 'open'; visit: Visit; address: string; refused: { code: ErrorCode; form: Readonly<Record<string, string>>; instead: string | null } | null }
    | { kind: 'closed'; visit: Visit }
    | { kind: 'invalid' }
    | { kind: 'limited' }
}

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
  renderHome(view: HomeView): string
  renderDirectory(view: DirectoryView): string
  renderBusiness(view: BusinessView): string
  renderOffers(view: OffersView): string
  renderOffer(view: OfferView): string
  renderLegal(view: LegalView): string
  /** Here the path may be as it was asked for: it decides the language where none other than German is given. */
  renderNotFound(view: PageView): string
  renderError(view: ErrorView): string
  renderPaused(view: PageView): string
  renderUnsubscribe(view: UnsubscribeView): string
  renderAppointment(view: AppointmentView): string
  renderUnknownHost(): string
  renderCityShell(view: CityShellView): string
  renderConsoleShell(view: ConsoleShellView): string
}
