import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'
import type { Services } from '../services.ts'

/** Nothing from a foreign host, nothing inline, no frame around us. */
export const headersPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    const https = services.env.PUBLIC_SCHEME === 'https'
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    })
    app.addHook('onSend', async (_request, reply) => {
      reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=()')
    })
  },
  { name: 'headers' },
)
