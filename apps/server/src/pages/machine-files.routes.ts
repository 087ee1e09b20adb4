import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CityEntry } from '../features/city/city-directory.ts'
import { listSitemapEntries } from '../features/listing/directory.service.ts'
import type { Services } from '../services.ts'
import { findCity, type CityAnswer } from './city-answer.ts'
import { renderRobots } from './robots.ts'
import { renderSecurityTxt } from './security-txt.ts'
import { findRowsVersion } from './rows-version.ts'
import { fixedEntries, renderSitemap, type SitemapEntry } from './sitemap.ts'

export type MachineFileOptions = {
  originOf: (request: FastifyRequest) => string
  isIndexable: (city: CityEntry, host: string) => boolean
  services: Pick<Services, 'now'> & { lanes: Pick<Services['lanes'], 'withTenant' | 'withTenantReads'> }
}

const plain = 'text/plain; charset=utf-8'
const anHour = 'public, max-age=3600'

/** What programs ask a site for: robots.txt, the site map, where to report a weakness. */
export const registerMachineFiles = (app: FastifyInstance, answer: CityAnswer, { originOf, isIndexable, services }: MachineFileOptions): void => {
  const { lanes, now } = services

  const listPages = async ({ tenantId, pack }: CityEntry): Promise<SitemapEntry[]> => {
    if (!pack.features.directory) return fixedEntries(pack.features)
    const listed = await lanes.withTenant(tenantId, tx => listSitemapEntries(tx), { readOnly: true })
    return [...fixedEntries(pack.features), ...listed.map(({ slug, updatedAt }) => ({ path: `/betriebe/${slug}`, updatedAt }))]
  }

  app.get('/robots.txt', (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const make = () => ({ type: plain, cacheControl: anHour, body: renderRobots(originOf(request), isIndexable(city, request.hostname)) })
    return answer(request, reply, city, { key: 'robots', make })
  })

  app.get('/sitemap.xml', async (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const version = await findRowsVersion(lanes, city.tenantId)
    const make = async () => ({ type: 'application/xml; charset=utf-8', cacheControl: anHour, body: renderSitemap(originOf(request), city.pack.languages, await listPages(city)) })
    return answer(request, reply, city, { key: `sitemap ${version}`, make })
  })

  app.get('/.well-known/security.txt', (request, reply) => {
    const city = findCity(request)
    if (!city) return void reply.callNotFound()
    const today = now().toISOString().slice(0, 10)
    const make = () => ({ type: plain, cacheControl: anHour, body: renderSecurityTxt(originOf(request), city.pack.city.contact, city.pack.languages, today) })
    return answer(request, reply, city, { key: `security ${today}`, make })
  })
}
