import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { findOperator } from '../features/operator/operator.service.ts'
import { findIdentity } from '../features/session/session.service.ts'
import type { Services } from '../services.ts'
import type { WebBuild } from '../web-build.ts'
import type { CityEntry } from '../features/city/city-directory.ts'

/** First parts of the addresses that the city's client draws; everything else is a public page or absent. */
const clientPaths = ['check', 'website-check', 'anmelden', 'mein-betrieb', 'konto', 'buero', 'lotse']
const clientAddress = new RegExp(`^/(?:(en)/)?(?:${clientPaths.join('|')})(?:/|$)`)

const aMinute = 'public, max-age=60'

/** The same address without a slash at its end; undefined where it has none, or where what is left would lead to another host. */
const withoutSlash = (url: string): string | undefined => {
  const [path = '', ...query] = url.split('?')
  const left = path.replace(/\/+$/, '')
  if (left === path || !/^\/[^/\\]/.test(left)) return undefined
  return [left, ...query].join('?')
}

const privately = (reply: FastifyReply) => reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store')

/** The shells of the two clients and their files; which one, the host says. */
export const clientPlugin = fp<{ services: Services; build: WebBuild }>(
  async (app, { services, build }) => {
    await app.register(fastifyStatic, { root: join(build.city.folder, 'assets'), serve: false, preCompressed: true })

    const folderOf = (request: FastifyRequest) => (request.dlHost.kind === 'console' ? build.console.folder : build.city.folder)
    app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
      reply.sendFile(request.params['*'], join(folderOf(request), 'assets'), { maxAge: '1y', immutable: true }),
    )
    app.get('/sw.js', (_request, reply) => reply.sendFile('sw.js', build.city.folder, { maxAge: 0, cacheControl: true }))

    const cityShell = async (request: FastifyRequest, reply: FastifyReply, city: CityEntry) => {
      const path = request.url.split('?')[0] ?? '/'
      const match = clientAddress.exec(path)
      const plain = match ? undefined : withoutSlash(request.url)
      if (plain !== undefined) return reply.code(308).headers({ location: plain, 'cache-control': aMinute }).send()
      const locale: Locale = match?.[1] === 'en' && city.pack.languages.includes('en') ? 'en' : 'de'
      if (!match) return privately(reply).code(404).send(build.pages.renderNotFound({ pack: city.pack, locale: 'de', publicCss: build.publicCss, path, sample: city.sample, draft: city.state === 'draft' }))
      const identity = await services.lanes.withTenant(city.tenantId, tx => findIdentity(tx, request.sessionClaims(), services.now()), { readOnly: true })
      const { quickCheck, fullCheck, directory, offers, websiteCheck } = city.pack.features
      const boot = { city: { ...city.pack.city, sample: city.sample }, checks: { quick: quickCheck, full: fullCheck }, features: { directory, offers, websiteCheck }, locale, identity }
      return privately(reply).send(build.pages.renderCityShell({ pack: city.pack, locale, boot, client: build.city }))
    }

    const consoleShell = async (request: FastifyRequest, reply: FastifyReply) => {
      const operator = await services.operatorLanes.withoutTenant(tx => findOperator(tx, request.sessionClaims(), services.now()), { readOnly: true })
      return privately(reply).send(build.pages.renderConsoleShell({ boot: { operator: operator ?? null }, client: build.console }))
    }

    app.setNotFoundHandler(async (request, reply) => {
      const { dlHost: host } = request
      if (request.method !== 'GET' && request.method !== 'HEAD') return reply.code(404).send({ code: 'request.unknown', details: {} })
      if (host.kind === 'console') return consoleShell(request, reply)
      if (host.kind === 'city') return cityShell(request, reply, host.city)
      return reply.code(404).send({ code: 'request.unknown', details: {} })
    })
  },
  { name: 'clients', dependencies: ['tenant', 'session'] },
)
