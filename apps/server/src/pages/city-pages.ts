import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { addressOf } from './addresses.ts'
import { aMinute, findCity, type CityAnswer } from './city-answer.ts'
import { createErrorAnswer } from './page-errors.ts'
import type { PageView, PublicPages } from './public-pages.types.ts'

export type ViewOf = (request: FastifyRequest, city: CityEntry, locale: Locale, path: string) => PageView

export type CityPage = {
  locale: Locale
  /** Without the language; may hold parameters. */
  path: string
  /** Whether it gives way to the notice while the city pauses. */
  pauses: boolean
  render: (view: PageView, request: FastifyRequest, city: CityEntry) => string | Promise<string>
  /**
   * For a page made of rows: a cheap question, asked for each request. The answer names the state of the rows and whatever of the request
   * shapes the page; a page is made once per answer. Undefined where there is no such page. Without it the pack alone makes the page.
   */
  findVersion?: (request: FastifyRequest, city: CityEntry) => Promise<string | undefined>
}

type Around = { answer: CityAnswer; viewOf: ViewOf; pages: Pick<PublicPages, 'renderError' | 'renderPaused'> }

const html = 'text/html; charset=utf-8'
const aDay = '86400'

/** A page of every city that offers its language, kept until its pack or its rows change; a fault on the way becomes a page as well. */
export const registerCityPage = (app: FastifyInstance, { answer, viewOf, pages }: Around, page: CityPage): void => {
  const { locale, path, pauses, render, findVersion } = page
  const errorHandler = createErrorAnswer((request, city, error) => pages.renderError({ ...viewOf(request, city, locale, path), ...error }))
  const key = `page ${locale} ${path}`

  app.get(addressOf(locale, path), { errorHandler }, (request, reply) => {
    const city = findCity(request)
    if (!city?.pack.languages.includes(locale)) return void reply.callNotFound()
    const view = () => viewOf(request, city, locale, path)
    if (pauses && city.state === 'paused') {
      reply.code(503).header('retry-after', aDay)
      return answer(request, reply, city, { key, make: () => ({ type: html, cacheControl: 'no-store', body: pages.renderPaused(view()) }) })
    }
    const make = async () => ({ type: html, cacheControl: aMinute, body: await render(view(), request, city) })
    if (!findVersion) return answer(request, reply, city, { key, make })
    return findVersion(request, city).then(version => {
      if (version === undefined) return void reply.callNotFound()
      return answer(request, reply, city, { key: `${key}\n${version}`, make })
    })
  })
}
