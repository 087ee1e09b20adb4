import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Features, ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { Services } from '../services.ts'
import { addressOf } from './addresses.ts'
import { aMinute, findCity, sendWhenMade, type CityAnswer } from './city-answer.ts'
import { sendPaused, type PageAround } from './city-pages.ts'
import { createErrorAnswer } from './page-errors.ts'
import type { Content } from './page-store.ts'
import type { PageView } from './public-pages.types.ts'

/** `version` names the state of the rows, as it was read a moment ago. */
export type Scene = { pack: ResolvedPack; now: Date; version: string }

/** What stands at an address: a page, another address, or nothing. */
export type Standing<Found> = { kind: 'found'; found: Found } | { kind: 'moved'; path: string; forGood: boolean } | undefined

/** A page made of a city's rows. */
export type RowsPage<Asked, Found> = {
  /** Without the language; may hold parameters. */
  path: string
  isOffered: (features: Features) => boolean
  /** What is asked for; undefined where no page can stand. */
  read: (request: FastifyRequest) => Asked | undefined
  /** The one address of what is asked for, without the language. Two questions with one address get one page. */
  pathOf: (asked: Asked) => string
  /** Anybody can think of any number of searches: they are kept in a small place of their own. */
  isSearch?: (asked: Asked, pack: ResolvedPack) => boolean
  /** How the page depends on the time: the same text, the same page. */
  timeOf: (now: Date) => string
  /** Which state of the rows the page is made from; a changed page is made anew. */
  versionOf: (city: CityEntry) => string | Promise<string>
  find: (tx: TenantTx, scene: Scene, asked: Asked) => Promise<Standing<Found>>
  render: (view: PageView, found: Found, scene: Scene) => string
}

export type RowsAround = PageAround & { searchAnswer: CityAnswer; services: Pick<Services, 'now'> & { lanes: Pick<Services['lanes'], 'withTenant' | 'withTenantReads'> } }

const html = 'text/html; charset=utf-8'

const lead = (reply: FastifyReply, to: string, isForGood: boolean): void =>
  void reply.code(isForGood ? 301 : 302).headers({ location: to, 'cache-control': aMinute }).send()

/** In one language: kept until the pack, the rows or the time make it another one; a fault on the way becomes a page as well. */
export const registerRowsPage = <Asked, Found>(app: FastifyInstance, around: RowsAround, locale: Locale, page: RowsPage<Asked, Found>): void => {
  const { viewOf, pages, services } = around
  const { path: pattern } = page
  type Sought = { city: CityEntry; asked: Asked; now: Date; version: string }

  const findAnew = ({ city, asked, now, version }: Sought): Promise<Standing<Found>> =>
    services.lanes.withTenant(city.tenantId, tx => page.find(tx, { pack: city.pack, now, version }, asked), { readOnly: true })

  const draw = (request: FastifyRequest, { city, asked, now, version }: Sought, found: Found) => (): Content => ({
    type: html, cacheControl: aMinute, body: page.render(viewOf(request, city, locale, page.pathOf(asked)), found, { pack: city.pack, now, version }),
  })

  const answerAnew = async (request: FastifyRequest, reply: FastifyReply, sought: Sought, key: string, answer: CityAnswer): Promise<void> => {
    const standing = await findAnew(sought)
    if (standing === undefined) return void reply.callNotFound()
    if (standing.kind === 'moved') return lead(reply, addressOf(locale, standing.path), standing.forGood)
    return answer(request, reply, sought.city, { key, make: draw(request, sought, standing.found) })
  }

  const answerTo = (request: FastifyRequest, reply: FastifyReply, sought: Sought): Promise<void> | undefined => {
    const { city, asked, now, version } = sought
    const key = `rows ${locale} ${page.pathOf(asked)}\n${version}\n${page.timeOf(now)}`
    const answer = page.isSearch?.(asked, city.pack) ? around.searchAnswer : around.answer
    const known = answer.find(request, city, key)
    return known ? sendWhenMade(request, reply, known) : answerAnew(request, reply, sought, key, answer)
  }

  const errorHandler = createErrorAnswer((request, city, error) => pages.renderError({ ...viewOf(request, city, locale, pattern), ...error }))

  app.get(addressOf(locale, pattern), { errorHandler }, (request, reply) => {
    const city = findCity(request)
    if (!city?.pack.languages.includes(locale) || !page.isOffered(city.pack.features)) return void reply.callNotFound()
    if (city.state === 'paused') return sendPaused(around, request, reply, city, { locale, path: pattern })
    const asked = page.read(request)
    if (asked === undefined) return void reply.callNotFound()
    const about = { city, asked, now: services.now() }
    const version = page.versionOf(city)
    if (typeof version === 'string') return answerTo(request, reply, { ...about, version })
    return version.then(read => answerTo(request, reply, { ...about, version: read }))
  })
}
