import cookie from '@fastify/cookie'
import jwt from '@fastify/jwt'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { sessionDays, type SessionClaims } from '../features/session/session.types.ts'
import type { Services } from '../services.ts'

export const sessionCookie = '__Host-digitallotsen'
const issuer = 'digitallotsen'
const maxAgeMs = sessionDays * 86_400_000

declare module 'fastify' {
  interface FastifyRequest {
    /** The claims of a cookie that we signed for this very host; null for any other. */
    sessionClaims(): SessionClaims | null
  }
  interface FastifyReply {
    setSession(claims: SessionClaims): void
    clearSession(): void
  }
}

type Signed = SessionClaims & { iat: number; exp: number }

const isSigned = (value: unknown): value is Signed =>
  typeof value === 'object' && value !== null &&
  'sid' in value && typeof value.sid === 'string' && 'tok' in value && typeof value.tok === 'string' &&
  'iat' in value && typeof value.iat === 'number' && 'exp' in value && typeof value.exp === 'number'

/** Signatures found good, per host: checking one anew costs as much as a statement. Who may do what is read from the rows each time. */
const mostRemembered = 5_000

/** One algorithm, our issuer, this host as audience, all claims required, an age limit (TRUST finding 9). */
export const sessionPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    await app.register(cookie)
    await app.register(jwt, {
      secret: services.secret,
      sign: { algorithm: 'HS256', iss: issuer },
      verify: { algorithms: ['HS256'], allowedIss: issuer, requiredClaims: ['sid', 'tok', 'aud', 'iss', 'iat', 'exp'], maxAge: maxAgeMs },
    })
    const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

    const remembered = new LRUCache<string, { claims: SessionClaims; until: number }>({ max: mostRemembered })

    const verify = (token: string, host: string): SessionClaims | null => {
      const key = `${host} ${token}`
      const known = remembered.get(key)
      if (known && Date.now() < known.until) return known.claims
      const signed: unknown = app.jwt.verify(token, {
        algorithms: ['HS256'], allowedIss: issuer, allowedAud: host, requiredClaims: ['sid', 'tok', 'aud', 'iss', 'iat', 'exp'], maxAge: maxAgeMs,
      })
      if (!isSigned(signed)) return null
      const claims = { sid: signed.sid, tok: signed.tok }
      remembered.set(key, { claims, until: Math.min(signed.exp * 1000, signed.iat * 1000 + maxAgeMs) })
      return claims
    }

    app.decorateRequest('sessionClaims', function () {
      const token = this.cookies[sessionCookie]
      if (!token || token.length > 1000) return null
      try {
        return verify(token, this.dlHost.name)
      } catch {
        return null
      }
    })
    app.decorateReply('setSession', function (claims: SessionClaims) {
      const token = app.jwt.sign({ ...claims }, { algorithm: 'HS256', iss: issuer, aud: this.request.dlHost.name, expiresIn: maxAgeMs })
      this.setCookie(sessionCookie, token, { ...options, maxAge: maxAgeMs / 1000 })
    })
    app.decorateReply('clearSession', function () {
      this.clearCookie(sessionCookie, options)
    })
  },
  { name: 'session', dependencies: ['tenant'] },
)
