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
import { readPublicBuild, type PublicFile } from './public-files.ts'
import type { LegalPageName, PublicPages } from './public-pages.types.ts'
import { sendPage } from './send-page.ts'

export type PublicPagesOptions = {
  services: { env: Pick<Services['env'], 'PUBLIC_SCHEME'>; now: Services['now'] }
  build: Pick<WebBuild, 'pages' | 'pagesFolder' | 'publicCss'>
}

/** A city has about 16 addresses; 1,000 entries hold 60 cities in some 50 MB at most. */
const mostStored = 1_000

/** Names under `localhost` lead nowhere but to this machine (RFC 6761): there is nothing to keep from a search engine. */
const isIndexable = (city: CityEntry, host: string): boolean => (city.state === 'live' && !city.sample) || host.endsWith('.localhost')

const listPages = (pages: PublicPages, locale: Locale): CityPage[] => [
  { locale, path: '/', pauses: true, render: pages.renderHome },
  ...Object.entries(legalPaths).map(([page, path]): CityPage => ({
    locale, path, pauses: false, render: view => pages.renderLegal({ ...view, page: page as LegalPageName }),
  })),
]

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

    for (const locale of locales.options) for (const page of listPages(pages, locale)) registerCityPage(app, { answer, viewOf, pages }, page)
    registerCityFiles(app, answer)
    registerMachineFiles(app, answer, { originOf, isIndexable, now: services.now })
    registerBuildFiles(app, store, made.files)
  },
  { name: 'public-pages', dependencies: ['headers', 'tenant'] },
)
