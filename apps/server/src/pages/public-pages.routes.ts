import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { locale as locales, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { Services } from '../services.ts'
import type { WebBuild } from '../web-build.ts'
import { legalPaths } from './addresses.ts'
import { createCityAnswer, forGood } from './city-answer.ts'
import { registerCityFiles } from './city-files.routes.ts'
import { registerCityPage, type CityPage, type ViewOf } from './city-pages.ts'
import { registerMachineFiles } from './machine-files.routes.ts'
import { PageStore } from './page-store.ts'
import { businessPage } from './platform/business.rows-page.ts'
import { directoryPage } from './platform/directory.rows-page.ts'
import { homePage } from './platform/home.rows-page.ts'
import { offerPage, offersPage } from './platform/offers.rows-page.ts'
import { readPublicBuild, type PublicFile } from './public-files.ts'
import type { LegalPageName, PublicPages } from './public-pages.types.ts'
import { registerRowsPage, type RowsAround } from './rows-pages.ts'
import { findRowsVersion, RecentRowsVersions } from './rows-version.ts'
import { sendPage } from './send-page.ts'

export type PublicPagesOptions = {
  services: { env: Pick<Services['env'], 'PUBLIC_SCHEME'>; now: Services['now']; lanes: Pick<Services['lanes'], 'withTenant' | 'withTenantReads'> }
  build: Pick<WebBuild, 'pages' | 'pagesFolder' | 'publicCss'>
}

const megabyte = 2 ** 20
/** Some 3,000 pages in their three encodings; whoever thinks of searches has a small place of their own. */
const mostStored = 150 * megabyte
const mostSearches = 20 * megabyte

/** Names under `localhost` lead nowhere but to this machine (RFC 6761): there is nothing to keep from a search engine. */
export const isIndexable = (city: CityEntry, host: string): boolean => (city.state === 'live' && !city.sample) || host.endsWith('.localhost')

const listLegalPages = (pages: PublicPages, locale: Locale): CityPage[] =>
  Object.entries(legalPaths).map(([page, path]) => ({ locale, path, pauses: false, render: view => pages.renderLegal({ ...view, page: page as LegalPageName }) }))

const registerPlatform = (app: FastifyInstance, around: RowsAround, pages: PublicPages, locale: Locale): void => {
  const { lanes } = around.services
  const recent = new RecentRowsVersions(lanes)
  const version = ({ tenantId }: CityEntry) => findRowsVersion(lanes, tenantId)
  registerRowsPage(app, around, locale, homePage(pages, ({ tenantId }) => recent.find(tenantId)))
  registerRowsPage(app, around, locale, directoryPage(pages, version))
  registerRowsPage(app, around, locale, businessPage(pages, version))
  registerRowsPage(app, around, locale, offersPage(pages, version))
  registerRowsPage(app, around, locale, offerPage(pages, version))
}

const registerBuildFiles = (app: FastifyInstance, store: PageStore, files: readonly PublicFile[]): void => {
  for (const { address, type, body } of files) {
    app.get(address, async (request, reply) => sendPage(request, reply, await store.get(address, () => ({ type, cacheControl: forGood, body }))))
  }
}

/** The public pages of every city and the files they load. Each body is made and compressed once per city, address, pack and build. */
export const publicPages = fp<PublicPagesOptions>(
  async (app, { services, build }) => {
    const { pages, publicCss } = build
    const made = await readPublicBuild(build.pagesFolder)
    const store = new PageStore(mostStored, app.fixedHeaders)
    const answer = createCityAnswer(store, made.build)
    const originOf = (request: FastifyRequest) => `${services.env.PUBLIC_SCHEME}://${request.host}`
    const viewOf: ViewOf = (request, city, locale, path) => ({
      pack: city.pack,
      locale,
      path,
      publicCss,
      origin: originOf(request),
      sample: city.sample,
      draft: city.state === 'draft',
      indexable: isIndexable(city, request.hostname),
    })

    const around: RowsAround = { answer, searchAnswer: createCityAnswer(new PageStore(mostSearches, app.fixedHeaders), made.build), viewOf, pages, services }
    for (const locale of locales.options) {
      for (const page of listLegalPages(pages, locale)) registerCityPage(app, around, page)
      registerPlatform(app, around, pages, locale)
    }
    registerCityFiles(app, answer)
    registerMachineFiles(app, answer, { originOf, isIndexable, services })
    registerBuildFiles(app, store, made.files)
  },
  { name: 'public-pages', dependencies: ['headers', 'tenant'] },
)
