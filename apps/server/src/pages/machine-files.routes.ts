import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CityEntry } from '../features/city/city-directory.ts'
import { findCity, type CityAnswer } from './city-answer.ts'
import { renderRobots } from './robots.ts'
import { renderSecurityTxt } from './security-txt.ts'
import { renderSitemap } from './sitemap.ts'

export type MachineFileOptions = {
  originOf: (request: FastifyRequest) => string
  isIndexable: (city: CityEntry, host: string) => boolean
  now: () => Date
}

const plain = 'text/plain; charset=utf-8'
const anHour = 'public, max-age=3600'

/** What programs ask a site for: robots.txt, the site map, where to report a weakness. */
export const registerMachineFiles = (app: FastifyInstance, answer: CityAnswer, { originOf, isIndexable, now }: MachineFileOptions): void => {
  app.get('/robots.txt', (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const make = () => ({ type: plain, cacheControl: anHour, body: renderRobots(originOf(request), isIndexable(city, request.hostname)) })
    return answer(request, reply, city, { key: 'robots', make })
  })

  app.get('/sitemap.xml', (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const make = () => ({ type: 'application/xml; charset=utf-8', cacheControl: anHour, body: renderSitemap(originOf(request), city.pack.languages) })
    return answer(request, reply, city, { key: 'sitemap', make })
  })

  app.get('/.well-known/security.txt', (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const today = now().toISOString().slice(0, 10)
    const make = () => ({ type: plain, cacheControl: anHour, body: renderSecurityTxt(originOf(request), city.pack.city.contact, city.pack.languages, today) })
    return answer(request, reply, city, { key: `security ${today}`, make })
  })
}
