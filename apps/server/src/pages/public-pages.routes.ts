import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { locale as locales, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { Services } from '../services.ts'
import type { WebBuild } from '../web-build.ts'
import { addressOf, legalPaths } from './addresses.ts'
import { aMinute, createCityAnswer, findCity, forGood } from './city-answer.ts'
import { registerCityFiles } from './city-files.routes.ts'
import { registerMachineFiles } from './machine-files.routes.ts'
import { createErrorAnswer } from './page-errors.ts'
import { PageStore } from './page-store.ts'
import { readPublicBuild, type PublicFile } from './public-files.ts'
import type { LegalPageName, PageView, PublicPages } from './public-pages.types.ts'
import { sendPage } from './send-page.ts'

export type PublicPagesOptions = {
  services: { env: Pick<Services['env'], 'PUBLIC_SCHEME'>; now: Services['now'] }
  build: Pick<WebBuild, 'pages' | 'pagesFolder' | 'publicCss'>
}

/** A city has about 16 addresses; 1,000 entries hold 60 cities in some 50 MB at most. */
const mostStored = 1_000
const html = 'text/html; charset=utf-8'

/** Names under `localhost` lead nowhere but to this machine (RFC 6761): there is nothing to keep from a search engine. */
const isIndexable = (city: CityEntry, host: string): boolean => (city.state === 'live' && !city.sample) || host.endsWith('.localhost')

const pagesByPath = (pages: PublicPages): [string, (view: PageView) => string][] => [
  ['/', pages.renderHome],
  ...Object.entries(legalPaths).map(([page, path]): [string, (view: PageView) => string] => [path, view => pages.renderLegal({ ...view, page: page as LegalPageName })]),
]

const registerBuildFiles = (app: FastifyInstance, store: PageStore, files: readonly PublicFile[]): void => {
  for (const { address, type, body } of files) {
    app.get(address, async (request, reply) => sendPage(request, reply, await store.get(address, () => ({ type, body })), forGood))
  }
}

/** The public pages of every city and the files they load. Each body is made and compressed once per city, address, pack and build. */
export const publicPages = fp<PublicPagesOptions>(
  async (app, { services, build }) => {
    const { pages, publicCss } = build
    const made = await readPublicBuild(build.pagesFolder)
    const store = new PageStore(mostStored)
    const answer = createCityAnswer(store, made.build)
    const originOf = (request: FastifyRequest) => `${services.env.PUBLIC_SCHEME}://${request.host}`
    const viewOf = (request: FastifyRequest, city: CityEntry, locale: Locale, path: string): PageView => ({
      pack: city.pack,
      locale,
      path,
      publicCss,
      origin: originOf(request),
      sample: city.sample,
      draft: city.state === 'draft',
      indexable: isIndexable(city, request.hostname),
    })

    const registerPage = (locale: Locale, path: string, render: (view: PageView) => string) => {
      const errorHandler = createErrorAnswer((request, city, error) => pages.renderError({ ...viewOf(request, city, locale, path), ...error }))
      app.get(addressOf(locale, path), { errorHandler }, async (request, reply) => {
        const city = findCity(request)
        if (!city?.pack.languages.includes(locale)) return reply.callNotFound()
        const isPaused = city.state === 'paused' && path === '/'
        if (isPaused) reply.code(503).header('retry-after', '86400')
        const make = () => ({ type: html, body: (isPaused ? pages.renderPaused : render)(viewOf(request, city, locale, path)) })
        return answer(request, reply, city, { key: ['page', locale, path], cacheControl: isPaused ? 'no-store' : aMinute, make })
      })
    }

    for (const locale of locales.options) for (const [path, render] of pagesByPath(pages)) registerPage(locale, path, render)
    registerCityFiles(app, answer)
    registerMachineFiles(app, answer, { originOf, isIndexable, now: services.now })
    registerBuildFiles(app, store, made.files)
  },
  { name: 'public-pages', dependencies: ['tenant'] },
)
