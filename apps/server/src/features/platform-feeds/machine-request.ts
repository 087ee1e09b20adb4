import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Features } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { findCity } from '../../pages/city-answer.ts'
import { isIndexable } from '../../pages/public-pages.routes.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import type { FeedScene } from './feed-scene.types.ts'

const aDay = '86400'

/** Said to a program, in words that its owner can read. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 404 | 503
  /** In seconds, for a 503. */
  readonly retryAfter: string

  constructor(status: 404 | 503, text: string, retryAfter = aDay) {
    super(text)
    this.status = status
    this.retryAfter = retryAfter
  }
}

export type MachineServices = Pick<Services, 'now' | 'lanes'> & { env: Pick<Services['env'], 'PUBLIC_SCHEME'> }

export const sendRefusal = (reply: FastifyReply, { status, message, retryAfter }: Refusal, type: string, body = `${message}\n`) =>
  reply.code(status).headers({ 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': retryAfter } : {}) }).type(type).send(body)

const missing = { directory: 'Diese Stadt führt hier kein Verzeichnis der Betriebe.', offers: 'Diese Stadt zeigt hier keine Angebote.' } as const

/** The city, as far as it shows such things now; a host without a city has none of these addresses. */
export const getCity = (request: FastifyRequest, feature: keyof typeof missing & keyof Features): CityEntry => {
  const city = findCity(request)
  if (!city) throw new Refusal(404, 'Unter dieser Adresse gibt es nichts.')
  if (!city.pack.features[feature]) throw new Refusal(404, missing[feature])
  if (city.state === 'paused') throw new Refusal(503, 'Das Angebot dieser Stadt ruht zurzeit.')
  return city
}

const getDistrict = ({ query }: FastifyRequest, { pack }: CityEntry): District | null => {
  const { stadtteil } = query as { stadtteil?: unknown }
  if (stadtteil === undefined || stadtteil === '') return null
  const district = pack.city.districts.find(({ id }) => id === stadtteil)
  if (!district) throw new Refusal(404, 'Diesen Stadtteil gibt es hier nicht.')
  return district
}

export const getScene = (services: MachineServices, request: FastifyRequest, city: CityEntry): FeedScene => ({
  pack: city.pack,
  origin: `${services.env.PUBLIC_SCHEME}://${request.host}`,
  sample: city.sample,
  district: getDistrict(request, city),
  now: services.now(),
})

/** For scripts of other sites to read as well; and, as with the pages, nothing for search engines before the city is live. */
export const openHeaders = (request: FastifyRequest, city: CityEntry): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  ...(isIndexable(city, request.hostname) ? {} : { 'x-robots-tag': 'noindex' }),
})

/** Also where what stands under it is taken down, it is gone within so many seconds. */
export const someMinutes = 'public, max-age=300'
