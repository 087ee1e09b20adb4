import fastify from 'fastify'
import postgres from 'postgres'
import { summaryText } from './summary-columns.ts'
import type { Route } from './route.ts'

const connections = 12

export const hello: Route = async () => {
  const app = fastify()
  app.get('/', async () => ({ hello: 'world' }))
  return { app, request: { method: 'GET', path: '/', headers: {}, expects: 'world' } }
}

/** The reference b: one prepared select by primary key; no tenancy, no session, no tRPC. */
export const bareRow: Route = async ({ full, tenantId, merchantId }) => {
  const sql = postgres(full.openUrl, { max: connections, fetch_types: false })
  const app = fastify()
  app.get<{ Params: { id: string } }>('/row/:id', async request => {
    const [row] = await sql.unsafe(`select ${summaryText} from merchants where tenant_id = $1 and id = $2`, [tenantId, request.params.id], { prepare: true })
    return row
  })
  return { app, request: { method: 'GET', path: `/row/${merchantId}`, headers: {}, expects: merchantId } }
}

/** The untenanted list: 25 rows and their number, by the same driver as b. */
export const bareList: Route = async ({ full, tenantId }) => {
  const sql = postgres(full.openUrl, { max: connections, fetch_types: false })
  const app = fastify()
  app.get('/list', async () => {
    const rows = sql.unsafe(`select ${summaryText} from merchants where tenant_id = $1 order by search asc nulls last, search asc, id asc limit $2 offset $3`, [tenantId, 25, 0], { prepare: true })
    const total = sql.unsafe(`select count(*)::int as total from merchants where tenant_id = $1`, [tenantId], { prepare: true })
    const [list, [counted]] = await Promise.all([rows, total])
    return { rows: list, total: counted?.['total'], page: 1, pageSize: 25 }
  })
  return { app, request: { method: 'GET', path: '/list', headers: {}, expects: '"pageSize":25' } }
}
