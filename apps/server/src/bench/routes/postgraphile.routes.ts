import fastify from 'fastify'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/fastify/v5'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import type { Route } from './route.ts'

const query = `query Row($tenantId: UUID!, $id: UUID!) { merchantByTenantIdAndRowId(tenantId: $tenantId, rowId: $id) {
  rowId name districtId postcode state sample score band openMusts checkedAt latestAssessmentId createdAt } }`

/** The same row from the same tables behind the same policies, the city set as it recommends it. */
export const postgraphileRow: Route = async ({ full, tenantId, merchantId }) => {
  const service = makePgService({ connectionString: full.appUrl, schemas: ['public'], pubsub: false, poolConfig: { max: 12 } })
  const server = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    grafast: { explain: false, context: () => ({ pgSettings: { 'app.tenant_id': tenantId } }) },
  })
  const app = fastify()
  await server.createServ(grafserv).addTo(app)
  const body = JSON.stringify({ query, operationName: 'Row', variables: { tenantId, id: merchantId } })
  return { app, request: { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body, expects: merchantId } }
}
