import { localeOf, mainLocale } from './addresses.ts'
import { CityShell, ConsoleShell } from './app-shell.tsx'
import { cityFilesOf } from './city-files.ts'
import { renderDocument } from './document.tsx'
import { ErrorPage } from './error.page.tsx'
import { HomePage } from './home.page.tsx'
import { LegalPage } from './legal.page.tsx'
import { NotFoundPage } from './not-found.page.tsx'
import { frameOf, standInFrameOf } from './page-frame.ts'
import { PausedPage } from './paused.page.tsx'
import type { PublicPages } from './public-pages.types.ts'
import { UnknownHostPage } from './unknown-host.page.tsx'
import './public.css'

export type { PublicPages } from './public-pages.types.ts'

export const renderHome: PublicPages['renderHome'] = view => renderDocument(() => <HomePage frame={frameOf(view)} />)

export const renderLegal: PublicPages['renderLegal'] = view => renderDocument(() => <LegalPage frame={frameOf(view)} page={view.page} />)

/** Whoever mistyped an English address reads English. */
export const renderNotFound: PublicPages['renderNotFound'] = view => {
  const locale = view.locale === mainLocale ? localeOf(view.path, view.pack.languages) : view.locale
  return renderDocument(() => <NotFoundPage frame={standInFrameOf({ ...view, locale })} />)
}

export const renderError: PublicPages['renderError'] = view =>
  renderDocument(() => <ErrorPage frame={standInFrameOf(view)} reference={view.reference ?? null} busy={view.busy ?? false} />)

export const renderPaused: PublicPages['renderPaused'] = view => renderDocument(() => <PausedPage frame={standInFrameOf(view)} />)

export const renderUnknownHost: PublicPages['renderUnknownHost'] = () => renderDocument(() => <UnknownHostPage />)

export const renderCityShell: PublicPages['renderCityShell'] = view =>
  renderDocument(() => <CityShell view={view} frame={{ pack: view.pack, locale: view.locale, files: cityFilesOf(view.pack) }} />)

export const renderConsoleShell: PublicPages['renderConsoleShell'] = view => renderDocument(() => <ConsoleShell {...view} />)
