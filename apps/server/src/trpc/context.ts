import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import type { Host } from '../plugins/tenant.ts'
import type { SessionClaims } from '../plugins/session.ts'

/** What a request brings before any procedure has run: no right is derived from it but the host's. */
export type RequestContext = {
  services: Services
  host: Host
  claims: SessionClaims | null
  client: { address: string; agent: string; browser: string }
  cookies: { set(token: string): void; clear(): void; mark(browser: string): void }
  /** Run after the procedure's transaction has committed; never when it fell. */
  afterCommit: (() => void)[]
}

export const createRequestContext =
  (services: Services) =>
  ({ req, res }: { req: FastifyRequest; res: FastifyReply }): RequestContext => ({
    services,
    host: req.dlHost,
    claims: req.sessionClaims(),
    client: { address: req.ip, agent: req.headers['user-agent'] ?? '', browser: req.browserMark() },
    cookies: {
      set: token => res.setSession(token),
      clear: () => res.clearSession(),
      mark: browser => res.setBrowserMark(browser),
    },
    afterCommit: [],
  })
