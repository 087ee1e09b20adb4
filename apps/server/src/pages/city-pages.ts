import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { addressOf } from './addresses.ts'
import { aMinute, findCity, type CityAnswer } from './city-answer.ts'
import { createErrorAnswer } from './page-errors.ts'
import type { PageView, PublicPages } from './public-pages.types.ts'

export type ViewOf = (request: FastifyRequest, city: CityEntry, locale: Locale, path: string) => PageView

/** What every page of a city stands in. */
export type PageAround = { answer: CityAnswer; viewOf: ViewOf; pages: Pick<PublicPages, 'renderError' | 'renderPaused'> }

/** A page that the pack alone makes. */
export type CityPage = {
  locale: Locale
  /** Without the language. */
  path: string
  /** Whether it gives way to the notice while the city pauses. */
  pauses: boolean
  render: (view: PageView) => string
}

const html = 'text/html; charset=utf-8'
const aDay = '86400'

/** The notice in place of a page while the city pauses. */
export const sendPaused = ({ answer, viewOf, pages }: PageAround, request: FastifyRequest, reply: FastifyReply, city: CityEntry, { locale, path }: { locale: Locale; path: string }) => {
  reply.code(503).header('retry-after', aDay)
  const make = () => ({ type: html, cacheControl: 'no-store', body: pages.renderPaused(viewOf(request, city, locale, path)) })
  return answer(request, reply, city, { key: `paused ${locale} ${path}`, make })
}

/** In one language of every city that offers it, kept until its pack changes; a fault on the way becomes a page as well. */
export const registerCityPage = (app: FastifyInstance, around: PageAround, { locale, path, pauses, render }: CityPage): void => {
  const { answer, viewOf, pages } = around
  const errorHandler = createErrorAnswer((request, city, error) => pages.renderError({ ...viewOf(request, city, locale, path), ...error }))

  app.get(addressOf(locale, path), { errorHandler }, (request, reply) => {
    const city = findCity(request)
    if (!city?.pack.languages.includes(locale)) return void reply.callNotFound()
    if (pauses && city.state === 'paused') return sendPaused(around, request, reply, city, { locale, path })
    const make = () => ({ type: html, cacheControl: aMinute, body: render(viewOf(request, city, locale, path)) })
    return answer(request, reply, city, { key: `page ${locale} ${path}`, make })
  })
}
