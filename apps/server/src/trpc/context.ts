import type { FastifyReply, FastifyRequest } from 'fastify'
import type {} from '../plugins/session.ts'
import type { Host } from '../plugins/tenant.ts'
import type { SessionClaims } from '../features/session/session.types.ts'
import type { Services } from '../services.ts'

/** What a request brings before any procedure has run: no right is derived from it but the host's. */
export type RequestContext = {
  services: Services
  host: Host
  /** Scheme and host for links in mails: the host from the table, a port only where it is the one we listen on. Whoever asks cannot choose it. */
  origin: string
  claims: SessionClaims | null
  client: { address: string; agent: string }
  cookie: { set(claims: SessionClaims): void; clear(): void }
}

const originOf = (req: FastifyRequest, scheme: string): string => {
  const isOwnPort = req.port !== null && req.port === req.socket.localPort
  return `${scheme}://${req.dlHost.name}${isOwnPort ? `:${req.port}` : ''}`
}

export const createRequestContext =
  (services: Services) =>
  ({ req, res }: { req: FastifyRequest; res: FastifyReply }): RequestContext => ({
    services,
    host: req.dlHost,
    origin: originOf(req, services.env.PUBLIC_SCHEME),
    claims: req.sessionClaims(),
    client: { address: req.ip, agent: req.headers['user-agent'] ?? '' },
    cookie: { set: claims => res.setSession(claims), clear: () => res.clearSession() },
  })
