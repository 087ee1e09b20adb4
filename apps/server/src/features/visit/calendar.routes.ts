import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { readFeed } from './feed.service.ts'

/** The calendar behind a secret address, for programs that look into it by themselves. Whoever has the address reads it, while its owner may. */
export const calendarRoutes = async (app: FastifyInstance, { services }: { services: Services }): Promise<void> => {
  app.get('/kalender/:token.ics', async (request, reply) => {
    const { dlHost } = request
    if (dlHost.kind !== 'city' || dlHost.city.state === 'paused') return reply.callNotFound()
    const { city } = dlHost
    const { token } = request.params as { token: string }
    const scope = { city, origin: `${services.env.PUBLIC_SCHEME}://${request.host}`, now: services.now(), secret: services.secret }
    const calendar = await services.lanes.withTenant(city.tenantId, tx => readFeed(tx, scope, token), { readOnly: true })
    // For a program: no page, and nothing of what it asked for.
    if (calendar === undefined) return reply.code(404).type('text/plain; charset=utf-8').headers({ 'cache-control': 'no-store' }).send('Diesen Kalender gibt es nicht oder nicht mehr.')
    const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`
    reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(calendar)
  })
}
