import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PublicPages } from '../pages/public-pages.types.ts'
import type { ClientBuild, WebBuild } from '../web-build.ts'

/** A page that shows all it was given, the pack by its name alone: what a real page might tell, a test can search. */
const page = (name: string) => (view?: object) => {
  const shown = JSON.stringify(view ?? {}, (key, value: unknown) => (key === 'pack' ? (value as { name: string }).name : value))
  return `<!doctype html><html lang="de"><title>${name}</title><pre>${shown.replaceAll('<', '\\u003c')}</pre></html>`
}

const pages: PublicPages = {
  renderHome: page('Startseite'),
  renderDirectory: page('Betriebe'),
  renderBusiness: page('Betrieb'),
  renderOffers: page('Angebote'),
  renderOffer: page('Angebot'),
  renderLegal: page('Rechtliches'),
  renderNotFound: page('Nicht gefunden'),
  renderError: page('Fehler'),
  renderPaused: page('Pause'),
  renderUnsubscribe: page('Abbestellen'),
  renderAppointment: page('Termin'),
  renderUnknownHost: page('Unbekannte Adresse'),
  renderCityShell: page('Stadt'),
  renderConsoleShell: page('Konsole'),
}

/** Stands in for what vite builds, so that tests of the server need no build. */
export const createStandInBuild = async (): Promise<{ build: WebBuild; remove(): Promise<void> }> => {
  const root = await mkdtemp(join(tmpdir(), 'digitallotsen-build-'))
  const client = async (name: string): Promise<ClientBuild> => {
    const folder = join(root, name)
    await mkdir(join(folder, 'assets'), { recursive: true })
    return { folder, script: `/assets/${name}.js`, styles: [], preload: [] }
  }
  await writeFile(join(root, 'public-css.json'), JSON.stringify({ file: '/public.css', files: [], build: 'test' }))
  const build = { pages, pagesFolder: root, publicCss: '/assets/public.css', city: await client('city'), console: await client('console') }
  return { build, remove: () => rm(root, { recursive: true, force: true }) }
}
