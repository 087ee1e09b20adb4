import { localeOf, mainLocale } from './addresses.ts'
import { CityShell, ConsoleShell } from './app-shell.tsx'
import { BusinessPage } from './business.page.tsx'
import { cityFilesOf } from './city-files.ts'
import { DirectoryPage } from './directory.page.tsx'
import { renderDocument } from './document.tsx'
import { ErrorPage } from './error.page.tsx'
import { HomePage } from './home.page.tsx'
import { LegalPage } from './legal.page.tsx'
import { NotFoundPage } from './not-found.page.tsx'
import { OfferPage } from './offer.page.tsx'
import { OffersPage } from './offers.page.tsx'
import { frameOf, standInFrameOf, type PageFrame } from './page-frame.ts'
import { PausedPage } from './paused.page.tsx'
import { businessPath, directoryPath, offerPath, offersPath } from './platform-addresses.ts'
import { platformSheet } from './platform/platform-sheet.ts'
import type { PageView, PublicPages } from './public-pages.types.ts'
import { UnknownHostPage } from './unknown-host.page.tsx'
import { AppointmentPage } from './appointment.page.tsx'
import { UnsubscribePage } from './unsubscribe.page.tsx'
import './public.css'
import './platform.css'

export type { PublicPages } from './public-pages.types.ts'

export const renderHome: PublicPages['renderHome'] = view =>
  renderDocument(() => <HomePage frame={frameOf(view)} news={{ recent: view.recent ?? [], offers: view.offers ?? [], now: view.now ?? null }} />)

const platformFrameOf = (view: PageView, path: string): PageFrame => frameOf({ ...view, path, publicCss: platformSheet })

/** A list is known under one address, whatever its parameters were called in. */
export const renderDirectory: PublicPages['renderDirectory'] = view =>
  renderDocument(() => <DirectoryPage frame={platformFrameOf(view, directoryPath(view.query))} view={view} />)

export const renderBusiness: PublicPages['renderBusiness'] = view =>
  renderDocument(() => <BusinessPage frame={platformFrameOf(view, businessPath(view.listing.slug))} view={view} />)

export const renderOffers: PublicPages['renderOffers'] = view =>
  renderDocument(() => <OffersPage frame={platformFrameOf(view, offersPath(view.query))} view={view} />)

export const renderOffer: PublicPages['renderOffer'] = view =>
  renderDocument(() => <OfferPage frame={platformFrameOf(view, offerPath(view.offer.id))} view={view} />)

export const renderLegal: PublicPages['renderLegal'] = view => renderDocument(() => <LegalPage frame={frameOf(view)} page={view.page} />)

/** Whoever mistyped an English address reads English. */
export const renderNotFound: PublicPages['renderNotFound'] = view => {
  const locale = view.locale === mainLocale ? localeOf(view.path, view.pack.languages) : view.locale
  return renderDocument(() => <NotFoundPage frame={standInFrameOf({ ...view, locale })} />)
}

export const renderError: PublicPages['renderError'] = view =>
  renderDocument(() => <ErrorPage frame={standInFrameOf(view)} reference={view.reference ?? null} busy={view.busy ?? false} />)

export const renderPaused: PublicPages['renderPaused'] = view => renderDocument(() => <PausedPage frame={standInFrameOf(view)} />)

export const renderUnsubscribe: PublicPages['renderUnsubscribe'] = view => renderDocument(() => <UnsubscribePage frame={standInFrameOf(view)} step={view.step} />)

export const renderAppointment: PublicPages['renderAppointment'] = view => renderDocument(() => <AppointmentPage frame={standInFrameOf(view)} step={view.step} />)

export const renderUnknownHost: PublicPages['renderUnknownHost'] = () => renderDocument(() => <UnknownHostPage />)

export const renderCityShell: PublicPages['renderCityShell'] = view =>
  renderDocument(() => <CityShell view={view} frame={{ pack: view.pack, locale: view.locale, files: cityFilesOf(view.pack) }} />)

export const renderConsoleShell: PublicPages['renderConsoleShell'] = view => renderDocument(() => <ConsoleShell {...view} />)
