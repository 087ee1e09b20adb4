import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import fastify from 'fastify'
import postgres from 'postgres'
import * as z from 'zod/mini'
import { auditEvents } from '@digitallotsen/db/schema/audit-events.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { record } from '../../features/audit/audit.service.ts'
import { lockMerchant, setParticulars } from '../../features/merchant/merchant.repository.ts'
import { searchText } from '../../features/merchant/search-text.rules.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import { createRequestContext } from '../../trpc/context.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { thinTrpc } from '../../trpc/thin-adapter.ts'
import { changedAction, type Ground } from '../ground.ts'
import { buildProduct, cookieOf } from './product.routes.ts'
import type { Request, Route } from './route.ts'

/** Long after anybody measures: the job is written, and never taken. */
const farAway = '2099-01-01T00:00:00Z'
const task = 'figures.refresh'

/** Businesses in turn, so that requests seldom wait for each other's row. */
const inTurn = (ids: readonly string[]) => {
  let asked = 0
  return (): string => ids[asked++ % ids.length] ?? ''
}

/** Each request writes another number, as a real change would. */
const numbers = () => {
  let asked = 0
  return () => `+49 211 ${++asked}`
}

const asking = (path: string, headers: Record<string, string>): Request => ({
  method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body: '{}', expects: '"merchantId"',
})

/** Read, change, trace, job: as a service of ours does it, by who is asking. */
const changeRouter = ({ merchantIds }: Ground) => {
  const next = inTurn(merchantIds)
  const phone = numbers()
  return router({
    change: memberProcedure.input(z.strictObject({})).mutation(async ({ ctx: { tx, identity, services } }) => {
      const merchantId = next()
      const merchant = await lockMerchant(tx, merchantId)
      if (!merchant) throw new DomainError('merchant.not_found')
      const at = services.now()
      const { state: _state, ...particulars } = merchant
      await Promise.all([
        setParticulars(tx, merchantId, { ...particulars, phone: phone(), search: searchText(merchant.name, merchant.postcode), updatedAt: at }),
        record(tx, { actorPersonId: identity.personId, actorRole: 'merchant', action: changedAction, entity: 'merchant', entityId: merchantId, details: {}, at }),
        enqueueJob(tx, { task, key: `bench:${merchantId}`, runAt: new Date(farAway) }),
      ])
      return { merchantId }
    }),
  })
}

export const change: Route = async ground => {
  const made = await buildProduct(ground, ground.full)
  await made.app.register(thinTrpc, { prefix: '/bench', router: changeRouter(ground), createContext: createRequestContext(made.services), maxBatchSize: 10, onError: () => {} })
  await made.app.ready()
  const { host } = ground
  return { app: made.app, request: asking('/bench/change', { host, origin: `http://${host}`, cookie: cookieOf(made, host, ground.owner) }) }
}

/** The same rows as it is written on the first day: the official adapter, drizzle's own transaction, a statement after the other. */
export const naiveChange: Route = async ({ full, tenantId, merchantIds, owner }) => {
  const database = drizzle(postgres(full.appUrl, { max: 12 }))
  const t = initTRPC.create()
  const next = inTurn(merchantIds)
  const phone = numbers()
  const naiveRouter = t.router({
    change: t.procedure.input(z.strictObject({})).mutation(() =>
      database.transaction(async tx => {
        const merchantId = next()
        await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`)
        const isIt = and(eq(merchants.tenantId, tenantId), eq(merchants.id, merchantId))
        const [merchant] = await tx.select().from(merchants).where(isIt).for('update')
        if (!merchant) throw new Error('not found')
        const at = new Date()
        await tx.update(merchants).set({ phone: phone(), search: searchText(merchant.name, merchant.postcode), updatedAt: at }).where(isIt)
        await tx.insert(auditEvents).values({ tenantId, at, actorPersonId: owner.personId, actorRole: 'merchant', action: changedAction, entity: 'merchant', entityId: merchantId, details: {} })
        await tx.execute(sql`select enqueue_job(${task}, '{}'::jsonb, ${`bench:${merchantId}`}, ${farAway}::timestamptz)`)
        return { merchantId }
      }),
    ),
  })
  const app = fastify()
  await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router: naiveRouter } })
  return { app, request: asking('/trpc/change', {}) }
}
