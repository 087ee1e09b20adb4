import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { MakeContent, PageStore, StoredPage } from './page-store.ts'
import { sendPage } from './send-page.ts'

export const aMinute = 'public, max-age=60'
export const forGood = 'public, max-age=31536000, immutable'

/** None either where the request failed before its host was looked up. */
export const findCity = ({ dlHost }: Partial<Pick<FastifyRequest, 'dlHost'>>): CityEntry | undefined => (dlHost?.kind === 'city' ? dlHost.city : undefined)

export type Answer = {
  /** What of the city it is; the city, its pack's version and the host are part of every key. What is made of rows names their version too. */
  key: string
  make: MakeContent
}

export type CityAnswer = {
  /** Sends at once what is in the store; the promise is that of what had to be made first. */
  (request: FastifyRequest, reply: FastifyReply, city: CityEntry, answer: Answer): Promise<void> | undefined
  /** What is in the store already, or on its way there. */
  find(request: FastifyRequest, city: CityEntry, key: string): StoredPage | Promise<StoredPage> | undefined
}

/** At once where it is there. */
export const sendWhenMade = (request: FastifyRequest, reply: FastifyReply, page: StoredPage | Promise<StoredPage>): Promise<void> | undefined => {
  if (!(page instanceof Promise)) return void sendPage(request, reply, page)
  return page.then(made => sendPage(request, reply, made))
}

/** Answers from the store; no entry can ever serve another city, pack, state, host or build than the one it was made for. */
export const createCityAnswer = (store: PageStore, build: string): CityAnswer => {
  const marks = new WeakMap<CityEntry, string>()

  const markOf = (city: CityEntry): string => {
    const known = marks.get(city)
    if (known !== undefined) return known
    const mark = JSON.stringify([city.tenantId, city.version, city.state, city.sample, build])
    marks.set(city, mark)
    return mark
  }

  const keyOf = (request: FastifyRequest, city: CityEntry, key: string) => `${markOf(city)}\n${request.host}\n${key}`

  const answer = (request: FastifyRequest, reply: FastifyReply, city: CityEntry, { key, make }: Answer) => sendWhenMade(request, reply, store.get(keyOf(request, city, key), make))
  return Object.assign(answer, { find: (request: FastifyRequest, city: CityEntry, key: string) => store.find(keyOf(request, city, key)) })
}
