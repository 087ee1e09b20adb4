import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { buildApp } from '../app.ts'
import { readEnv, type Env } from '../env.ts'
import { CityDirectory } from '../features/city/city-directory.ts'
import { insertOperatorSession } from '../features/operator/operator.repository.ts'
import { openSession } from '../features/session/session.service.ts'
import { hashToken, newToken } from '../features/session/token.ts'
import type { SessionClaims } from '../features/session/session.types.ts'
import { sessionCookie } from '../plugins/session.ts'
import type { Services } from '../services.ts'
import { createStandInBuild } from './stand-in-build.ts'

export const testSecret = 'a secret that only tests know, and long enough'
export const consoleHost = 'console.localhost'

export type TestAppOptions = {
  env?: NodeJS.ProcessEnv
  now?: () => Date
  /** Runs before the app is ready; a place to plant a route. */
  extend?: (app: FastifyInstance, services: Services) => Promise<void>
}

export type Answer = { status: number; body: string; headers: Readonly<Record<string, unknown>> }
export type TestRequest = InjectOptions & { host: string; cookie?: string | undefined }

export type TestApp = {
  app: FastifyInstance
  services: Services
  /** Sends a request to a host as its own page would: with its Origin, and a cookie where one is given. */
  send(request: TestRequest): Promise<Answer>
  openSession(city: { id: string }, personId: string): Promise<SessionClaims>
  /** A cookie for a person of a city, signed for this host. */
  signIn(city: { id: string; host: string }, personId: string): Promise<string>
  signInOperator(operatorId: string): Promise<string>
  /** A cookie with any claims, for a session that the test made itself. */
  cookieFor(host: string, claims: SessionClaims): string
  close(): Promise<void>
}

const settings = { NODE_ENV: 'test', LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000000000', SESSION_SECRET: testSecret, CONSOLE_HOST: consoleHost }

/** The whole server on a test's database, its clients' files apart: every plugin, route and procedure is the real one. */
export const createTestApp = async (db: { app: Lanes; operator: Lanes }, { env = {}, now = () => new Date(), extend }: TestAppOptions = {}): Promise<TestApp> => {
  const parsed: Env = readEnv({ ...settings, ...env })
  const { build, remove } = await createStandInBuild()
  const given = { env: parsed, now, lanes: db.app, operatorLanes: db.operator, cities: new CityDirectory(db.app), secret: testSecret }
  const app = await buildApp({ services: given, build })
  const services: Services = { ...given, log: app.log }
  await extend?.(app, services)
  await app.ready()

  const cookieFor = (host: string, claims: SessionClaims) =>
    `${sessionCookie}=${app.jwt.sign({ ...claims }, { algorithm: 'HS256', iss: 'digitallotsen', aud: host, expiresIn: 90 * 86_400_000 })}`

  const send = async ({ host, cookie, headers, ...request }: TestRequest): Promise<Answer> => {
    const own = { host, origin: `http://${host.toLowerCase()}`, ...(cookie === undefined ? {} : { cookie }) }
    const { statusCode, body, headers: answered } = await app.inject({ ...request, headers: { ...own, ...headers } })
    return { status: statusCode, body, headers: answered }
  }

  const open = (city: { id: string }, personId: string) => db.app.withTenant(city.id, tx => openSession(tx, personId, 'Testgerät', now()))

  return {
    app, services, send, cookieFor,
    openSession: open,
    async signIn(city, personId) {
      return cookieFor(city.host, await open(city, personId))
    },
    async signInOperator(operatorId) {
      const tok = newToken()
      const opened = { operatorId, tokenHash: hashToken(tok), device: 'Testgerät', now: now(), expiresAt: new Date(now().getTime() + 86_400_000) }
      return cookieFor(consoleHost, { sid: await db.operator.withoutTenant(tx => insertOperatorSession(tx, opened)), tok })
    },
    async close() {
      await app.close()
      await remove()
    },
  }
}
