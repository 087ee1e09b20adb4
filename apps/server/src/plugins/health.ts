import { sql } from 'drizzle-orm'
import fp from 'fastify-plugin'
import type { Services } from '../services.ts'

/** /health: the process lives. /ready: it reaches its database. Neither tells anything else. */
export const healthPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    app.get('/health', async () => ({ ok: true }))
    app.get('/ready', async (_request, reply) => {
      const ok = await services.lanes.withoutTenant(tx => tx.execute(sql`select 1`), { readOnly: true }).then(() => true, () => false)
      return reply.code(ok ? 200 : 503).send({ ok })
    })
  },
  { name: 'health' },
)
