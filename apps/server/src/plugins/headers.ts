import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import fastify from 'fastify'
import fp from 'fastify-plugin'
import type { Services } from '../services.ts'

/** Nothing from a foreign host, nothing inline, no frame around us. */
const optionsFor = (scheme: Services['env']['PUBLIC_SCHEME']): FastifyHelmetOptions => ({
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
  hsts: scheme === 'https' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
})

declare module 'fastify' {
  interface FastifyInstance {
    /** What every answer says. */
    fixedHeaders: Record<string, string>
  }
}

const ownOfTheAnswer = new Set(['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding'])

/** What helmet says is the same for every answer, and working it out takes as long as a statement: it is asked once. */
const askHelmet = async (options: FastifyHelmetOptions): Promise<Record<string, string>> => {
  const asked = fastify()
  await asked.register(helmet, options)
  asked.get('/', async () => '')
  const { headers } = await asked.inject('/')
  await asked.close()
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownOfTheAnswer.has(name)).map(([name, value]) => [name, String(value)]))
}

export const headersPlugin = fp<{ services: Services }>(
  async (app, { services }) => {
    const fixed = {
      ...(await askHelmet(optionsFor(services.env.PUBLIC_SCHEME))),
      'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
    }
    app.decorate('fixedHeaders', fixed)
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(fixed)
      done()
    })
  },
  { name: 'headers' },
)
