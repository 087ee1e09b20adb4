import fp from 'fastify-plugin'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Services } from '../services.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A secret in the address says who may, and a mail program may ask from anywhere (RFC 8058). */
    fromAnywhere?: boolean
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A request that changes something comes from our own page on this very host. SameSite does not part the sub-domains of two cities. */
export const originPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (safe.has(request.method) || request.routeOptions.config.fromAnywhere === true) return done()
      const own = `${services.env.PUBLIC_SCHEME}://${request.host.toLowerCase()}`
      if (request.headers.origin !== own) return done(new DomainError('origin.foreign'))
      done()
    })
  },
  { name: 'origin', dependencies: ['tenant'] },
)
