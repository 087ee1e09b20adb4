import { initTRPC } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type * as z from 'zod/mini'
import type { Ahead } from '@digitallotsen/db/written-query.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { ensureSignedIn, readWithIdentity, withIdentity } from '../features/session/session.service.ts'
import type { SessionClaims } from '../features/session/session.types.ts'
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

/** `next()` returns a failure, it does not throw: thrown here, the transaction around it falls, and the error leaves as one of our codes. */
const passed = <T extends { ok: boolean }>(outcome: T): T => {
  if (!outcome.ok && 'error' in outcome) throw outcome.error
  return outcome
}

const translated = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    throw toTrpcError(error)
  }
}

const cityOf = ({ host }: RequestContext): CityEntry => {
  if (host.kind !== 'city') throw new DomainError('tenant.unknown_host')
  if (host.city.state === 'paused') throw new DomainError('city.paused')
  return host.city
}

const ensureConsole = ({ host }: RequestContext): void => {
  if (host.kind !== 'console') throw new DomainError('request.unknown')
}

type AfterCommit = (() => void)[]

const thenAct = async <T>(work: (afterCommit: AfterCommit) => Promise<T>): Promise<T> => {
  const afterCommit: AfterCommit = []
  const result = await work(afterCommit)
  for (const act of afterCommit) act()
  return result
}

// Each rung is one middleware, whole: tRPC copies the context and the options for every one of them.

/** Runs on a city's host, outside a transaction: for the few procedures whose failed attempts must be kept. */
export const cityBareProcedure = t.procedure.use(({ ctx, next }) => translated(async () => passed(await next({ ctx: { city: cityOf(ctx) } }))))

/** One transaction in the city of the host; it falls with any error. */
export const cityProcedure = t.procedure.use(({ ctx, type, next }) =>
  translated(() => {
    const city = cityOf(ctx)
    return thenAct(afterCommit =>
      ctx.services.lanes.withTenant(city.tenantId, async tx => passed(await next({ ctx: { city, tx, afterCommit } })), { readOnly: type === 'query' }),
    )
  }),
)

type Ensure<I> = (identity: Identity | null, claims: SessionClaims | null) => I

/** The same with who is asking, read from the rows of this moment; `ensure` refuses those who may not. */
const identityProcedure = <I extends Identity | null>(ensure: Ensure<I>) =>
  t.procedure.use(({ ctx, type, next }) =>
    translated(() => {
      const city = cityOf(ctx)
      const { services, claims } = ctx
      const asking = { claims, now: services.now() }
      return thenAct(afterCommit =>
        withIdentity(
          services.lanes,
          city.tenantId,
          asking,
          async (tx, found) => passed(await next({ ctx: { city, tx, afterCommit, identity: ensure(found, claims) } })),
          { readOnly: type === 'query' },
        ),
      )
    }),
  )

/** For visitors and members alike: `identity` is null for a visitor. */
export const visitorProcedure = identityProcedure(identity => identity)

/** Signed in. */
export const memberProcedure = identityProcedure(ensureSignedIn)

/**
 * A member's question whose reads are known from its input: they make one trip together with who is asking. The resolver is given
 * what was named, and runs only for those who may ask.
 */
export const memberReading = <S extends z.ZodMiniType>(input: S, reads: (input: z.output<S>) => readonly Ahead<unknown>[]) =>
  t.procedure
    .use(({ ctx, next }) => (ctx.claims ? next() : translated(() => Promise.reject(new DomainError('session.missing')))))
    .input(input)
    .use(({ ctx, input: parsed, next }) =>
      translated(() => {
        const city = cityOf(ctx)
        const { services, claims } = ctx
        const asking = { claims, now: services.now() }
        return readWithIdentity(services.lanes, city.tenantId, asking, reads(parsed as z.output<S>), async (tx, found) =>
          passed(await next({ ctx: { city, tx, identity: ensureSignedIn(found, claims) } })),
        )
      }),
    )

/** Signed in with one of these roles. */
export const roleProcedure = (...roles: Role[]) =>
  identityProcedure((found, claims) => {
    const identity = ensureSignedIn(found, claims)
    if (!identity.memberships.some(membership => roles.includes(membership.role))) throw new DomainError('role.forbidden')
    return identity
  })

export const consoleBareProcedure = t.procedure.use(({ ctx, next }) =>
  translated(async () => {
    ensureConsole(ctx)
    return passed(await next())
  }),
)

/** On the console's host, signed in as operator: cities and figures, no case. */
export const operatorProcedure = t.procedure.use(({ ctx, next, type }) =>
  translated(async () => {
    ensureConsole(ctx)
    const { services, claims } = ctx
    return services.operatorLanes.withoutTenant(
      async tx => passed(await next({ ctx: { tx, operator: await ensureOperator(tx, claims, services.now()) } })),
      { readOnly: type === 'query' },
    )
  }),
)
