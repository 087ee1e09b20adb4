import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../plugins/tenant.ts'
import type { SessionClaims } from '../features/session/session.types.ts'
import type { Services } from '../services.ts'

/** What a request brings before any procedure has run: no right is derived from it but the host's. */
export type RequestContext = {
  services: Services
  host: Host
  /** Scheme and host as the browser sees them, for links in mails; from the settings and the host table, never from a forwarded header. */
  origin: string
  claims: SessionClaims | null
  client: { address: string; agent: string }
  cookie: { set(claims: SessionClaims): void; clear(): void }
}

export const createRequestContext =
  (services: Services) =>
  ({ req, res }: { req: FastifyRequest; res: FastifyReply }): RequestContext => ({
    services,
    host: req.dlHost,
    origin: `${services.env.PUBLIC_SCHEME}://${req.host.toLowerCase()}`,
    claims: req.sessionClaims(),
    client: { address: req.ip, agent: req.headers['user-agent'] ?? '' },
    cookie: { set: claims => res.setSession(claims), clear: () => res.clearSession() },
  })
