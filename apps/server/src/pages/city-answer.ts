import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { Content, PageStore } from './page-store.ts'
import { sendPage } from './send-page.ts'

export const aMinute = 'public, max-age=60'
export const forGood = 'public, max-age=31536000, immutable'

export const findCity = ({ dlHost }: FastifyRequest): CityEntry | undefined => (dlHost.kind === 'city' ? dlHost.city : undefined)

export type Answer = {
  /** What of the city it is; the city, its pack's version and the host are part of every key. */
  key: readonly string[]
  cacheControl: string
  make: () => Content
}

export type CityAnswer = (request: FastifyRequest, reply: FastifyReply, city: CityEntry, answer: Answer) => Promise<FastifyReply>

/** Answers from the store; no entry can ever serve another city, pack, state, host or build than the one it was made for. */
export const createCityAnswer = (store: PageStore, build: string): CityAnswer => {
  return async (request, reply, city, { key, cacheControl, make }) => {
    const whole = JSON.stringify([city.tenantId, city.version, city.state, city.sample, build, request.host, ...key])
    return sendPage(request, reply, await store.get(whole, make), cacheControl)
  }
}
