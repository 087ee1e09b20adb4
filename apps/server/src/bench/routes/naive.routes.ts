import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import fastify from 'fastify'
import postgres from 'postgres'
import * as z from 'zod'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { summaryColumns } from '../../features/merchant/merchant-summary.repository.ts'
import type { Route } from './route.ts'

/** As it is written on the first day: the official adapter, drizzle's own transaction, the city set in it. No session at all. */
export const naiveRow: Route = async ({ full, tenantId, merchantId }) => {
  const database = drizzle(postgres(full.appUrl, { max: 12 }))
  const t = initTRPC.create()
  const router = t.router({
    row: t.procedure.input(z.object({ merchantId: z.uuid() })).query(({ input }) =>
      database.transaction(async tx => {
        await tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`)
        const [row] = await tx.select(summaryColumns).from(merchants).where(and(eq(merchants.tenantId, tenantId), eq(merchants.id, input.merchantId)))
        return row
      }),
    ),
  })
  const app = fastify()
  await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router } })
  return { app, request: { method: 'GET', path: `/trpc/row?input=${encodeURIComponent(JSON.stringify({ merchantId }))}`, headers: {}, expects: merchantId } }
}
