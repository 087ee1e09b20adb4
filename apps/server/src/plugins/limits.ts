import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fp from 'fastify-plugin'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Services } from '../services.ts'

const unlimited = new Set(['/health', '/ready'])

/**
 * A bound on requests in flight (lanes × 3) comes first: without it a slow database is never noticed (TRUST finding 7).
 * One city may hold at most half of it, so that its rush leaves the others their share.
 */
export const limitsPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    const most = services.env.LANES * 3
    const mostPerCity = Math.max(2, Math.ceil(most / 2))
    const byHost = new Map<string, number>()
    let inFlight = 0

    const leave = (host: string) => {
      inFlight--
      const left = (byHost.get(host) ?? 1) - 1
      if (left > 0) byHost.set(host, left)
      else byHost.delete(host)
    }

    app.addHook('onRequest', (request, reply, done) => {
      if (unlimited.has(request.url)) return done()
      // Left while the city was looked up: its 'close' has passed, and a place given now would never come back.
      if (reply.raw.destroyed || request.raw.socket.destroyed) return void reply.hijack()
      // By name: another port, or another case, is not another city.
      const host = request.dlHost?.name ?? request.host
      const ofHost = byHost.get(host) ?? 0
      if (inFlight >= most || (byHost.size > 1 && ofHost >= mostPerCity)) {
        reply.header('retry-after', '2')
        return done(new DomainError('server.busy'))
      }
      inFlight++
      byHost.set(host, ofHost + 1)
      reply.raw.once('close', () => leave(host))
      done()
    })

    await app.register(rateLimit, {
      global: true,
      max: services.env.REQUESTS_PER_MINUTE,
      timeWindow: '1 minute',
      // A page for everybody does not tell one reader's count; whoever has reached the limit is told.
      addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
      allowList: request => unlimited.has(request.url),
      errorResponseBuilder: (_request, { ttl }) => new DomainError('rate.limited', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
    })
    await app.register(underPressure, { maxEventLoopDelay: 2000, maxHeapUsedBytes: 1.5 * 2 ** 30, retryAfter: 5 })
  },
  { name: 'limits' },
)
