import { initTRPC } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { ensureIdentity, findIdentity } from '../features/session/session.service.ts'
import { ensureOperator } from '../features/operator/operator.service.ts'
import type { RequestContext } from './context.ts'
import { errorData, toTrpcError } from './error-map.ts'

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: ({ error, shape }) => {
    const data = errorData(error, getHTTPStatusCodeFromError(error))
    return { code: shape.code, message: data.code, data }
  },
})

export const router = t.router
export const createCaller = t.createCallerFactory

const translated = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error)
  return result
})

const onCityHost = t.middleware(({ ctx, next }) => {
  if (ctx.host.kind !== 'city') throw new DomainError('tenant.unknown_host')
  if (ctx.host.city.state === 'paused') throw new DomainError('city.paused')
  return next({ ctx: { city: ctx.host.city } })
})

const onConsoleHost = t.middleware(({ ctx, next }) => {
  if (ctx.host.kind !== 'console') throw new DomainError('request.unknown')
  return next()
})

/** Runs on a city's host, outside a transaction: for the few procedures whose failed attempts must be kept. */
export const cityBareProcedure = t.procedure.use(translated).use(onCityHost)

/** One transaction in the city of the host; it falls with any error (`next()` returns a failure, it does not throw). */
export const cityProcedure = cityBareProcedure.use(async ({ ctx, type, next }) => {
  const afterCommit: (() => void)[] = []
  const result = await ctx.services.lanes.withTenant(
    ctx.city.tenantId,
    async tx => {
      const outcome = await next({ ctx: { tx, afterCommit } })
      if (!outcome.ok) throw outcome.error
      return outcome
    },
    { readOnly: type === 'query' },
  )
  for (const act of afterCommit) act()
  return result
})

/** For visitors and members alike: `identity` is null for a visitor. */
export const visitorProcedure = cityProcedure.use(async ({ ctx, next }) => {
  const identity = await findIdentity(ctx.tx, ctx.claims, ctx.services.now())
  return next({ ctx: { identity } })
})

/** Signed in; rights are read from the rows of this moment. */
export const memberProcedure = cityProcedure.use(async ({ ctx, next }) => {
  const identity = await ensureIdentity(ctx.tx, ctx.claims, ctx.services.now())
  return next({ ctx: { identity } })
})

/** Signed in with one of these roles. */
export const roleProcedure = (...roles: Role[]) =>
  memberProcedure.use(({ ctx, next }) => {
    if (!ctx.identity.memberships.some(membership => roles.includes(membership.role))) throw new DomainError('role.forbidden')
    return next()
  })

export const consoleBareProcedure = t.procedure.use(translated).use(onConsoleHost)

/** On the console's host, signed in as operator: cities and figures, no case. */
export const operatorProcedure = consoleBareProcedure.use(async ({ ctx, next, type }) =>
  ctx.services.operatorLanes.withoutTenant(
    async tx => {
      const operator = await ensureOperator(tx, ctx.claims, ctx.services.now())
      const outcome = await next({ ctx: { tx, operator } })
      if (!outcome.ok) throw outcome.error
      return outcome
    },
    { readOnly: type === 'query' },
  ),
)
