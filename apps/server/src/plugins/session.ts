import cookie from '@fastify/cookie'
import jwt from '@fastify/jwt'
import fp from 'fastify-plugin'
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

const isClaims = (value: unknown): value is SessionClaims =>
  typeof value === 'object' && value !== null && 'sid' in value && typeof value.sid === 'string' && 'tok' in value && typeof value.tok === 'string'

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

    app.decorateRequest('sessionClaims', function () {
      const token = this.cookies[sessionCookie]
      if (!token || token.length > 1000) return null
      try {
        const claims: unknown = app.jwt.verify(token, {
          algorithms: ['HS256'], allowedIss: issuer, allowedAud: this.dlHost.name, requiredClaims: ['sid', 'tok', 'aud', 'iss', 'iat', 'exp'], maxAge: maxAgeMs,
        })
        return isClaims(claims) ? { sid: claims.sid, tok: claims.tok } : null
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
