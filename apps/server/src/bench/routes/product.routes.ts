import * as z from 'zod/mini'
import { parseConnection } from '@digitallotsen/db/lane-options.ts'
import { createLanes } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { merchantId as merchantIdSchema } from '@digitallotsen/domain/ids.schemas.ts'
import { merchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { buildApp } from '../../app.ts'
import { readEnv } from '../../env.ts'
import { CityDirectory } from '../../features/city/city-directory.ts'
import { summaryRead } from '../../features/merchant/merchant.repository.ts'
import { getSummary, mayReadMerchant } from '../../features/merchant/merchant.service.ts'
import { sessionCookie } from '../../plugins/session.ts'
import type { Services } from '../../services.ts'
import { createRequestContext } from '../../trpc/context.ts'
import { cityBareProcedure, memberReading, router } from '../../trpc/procedures.ts'
import { thinTrpc } from '../../trpc/thin-adapter.ts'
import { readWebBuild } from '../../web-build.ts'
import type { Ground, Person, Place } from '../ground.ts'
import type { Request, Route } from './route.ts'

/**
 * The same row as b, so that like is compared with like: `row` through the ladder of every procedure of a member, who is asking
 * read from the rows; `signed` by the cookie's signature alone, which is what the prototypes measured and the product never does.
 */
const benchRouter = router({
  row: memberReading(z.strictObject({ merchantId: merchantIdSchema }), input => [summaryRead(input.merchantId)])
    .output(merchantSummary)
    .query(({ ctx, input }) => {
      if (!mayReadMerchant(ctx.identity, input.merchantId)) throw new DomainError('merchant.not_found')
      return getSummary(ctx.tx, input.merchantId)
    }),
  signed: cityBareProcedure
    .input(z.strictObject({ merchantId: merchantIdSchema }))
    .output(merchantSummary)
    .query(({ ctx, input }) => {
      if (!ctx.claims) throw new DomainError('session.missing')
      return ctx.services.lanes.withTenantReads(ctx.city.tenantId, [summaryRead(input.merchantId)], reading => getSummary(reading, input.merchantId))
    }),
})

/** No log but of what goes wrong, as b has none; limits wide enough not to be met. */
const settings = { NODE_ENV: 'production', LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '1000000000', LANES: '12' }

/** The whole server as `npm start` builds it, upon one database; `appUrl` may be that of a role that passes the wall. */
export const buildProduct = async ({ root, secret }: Pick<Ground, 'root' | 'secret'>, place: Pick<Place, 'appUrl' | 'operatorUrl'>) => {
  const env = readEnv(settings)
  const lanes = createLanes({ connection: parseConnection(place.appUrl), max: env.LANES })
  const operatorLanes = createLanes({ connection: parseConnection(place.operatorUrl), max: 4 })
  const given = { env, now: () => new Date(), lanes, operatorLanes, cities: new CityDirectory(lanes), secret }
  const app = await buildApp({ services: given, build: await readWebBuild(root) })
  const services: Services = { ...given, log: app.log }
  return { app, services }
}

type Product = Awaited<ReturnType<typeof buildProduct>>

export const cookieOf = ({ app }: Product, host: string, { sid, tok }: Person) =>
  `${sessionCookie}=${app.jwt.sign({ sid, tok }, { algorithm: 'HS256', iss: 'digitallotsen', aud: host, expiresIn: 90 * 86_400_000 })}`

const asked = (path: string, input: object, prefix = '/trpc') => `${prefix}/${path}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`

type Side = 'full' | 'alone' | 'open'
type Ask = { as: 'owner' | 'office'; path: (ground: Ground) => string; expects: (ground: Ground) => string }

const placeOf = ({ full, alone }: Ground, side: Side): Pick<Place, 'appUrl' | 'operatorUrl'> =>
  side === 'alone' ? alone : side === 'open' ? { ...full, appUrl: full.openUrl } : full

const product = (ask: Ask, side: Side): Route => async ground => {
  const made = await buildProduct(ground, placeOf(ground, side))
  await made.app.register(thinTrpc, { prefix: '/bench', router: benchRouter, createContext: createRequestContext(made.services), maxBatchSize: 10, onError: () => {} })
  await made.app.ready()
  const headers = { host: ground.host, cookie: cookieOf(made, ground.host, ground[ask.as]) }
  const request: Request = { method: 'GET', path: ask.path(ground), headers, expects: ask.expects(ground) }
  return { app: made.app, request }
}

const asks = {
  row: { as: 'owner', path: ({ merchantId }) => asked('row', { merchantId }, '/bench'), expects: ({ merchantId }) => merchantId },
  signed: { as: 'owner', path: ({ merchantId }) => asked('signed', { merchantId }, '/bench'), expects: ({ merchantId }) => merchantId },
  detail: { as: 'owner', path: ({ merchantId }) => asked('merchant.get', { merchantId }), expects: () => '"history":[' },
  list: { as: 'office', path: () => asked('office.merchants', {}), expects: () => '"pageSize":25' },
  children: { as: 'owner', path: ({ merchantId }) => asked('plan.get', { merchantId }), expects: () => '"tasks":[' },
  dashboard: { as: 'office', path: () => asked('office.figures', {}), expects: () => '"byBand"' },
  search: { as: 'office', path: () => asked('office.merchants', { search: 'mueller' }), expects: () => '"pageSize":25' },
} satisfies Record<string, Ask>

export type AskName = keyof typeof asks
export const askNames = Object.keys(asks) as AskName[]

/** Each question to the product, behind the wall, alone in its database, and by a role that passes the wall. */
export const productRoutes = Object.fromEntries(
  (Object.entries(asks) as [AskName, Ask][]).flatMap(([name, ask]) => (['full', 'alone', 'open'] as const).map(side => [`${name}:${side}`, product(ask, side)])),
) as Record<`${AskName}:${Side}`, Route>
