import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { fileRoutes } from './features/files/files.routes.ts'
import { listingPhotoUpload, publicPictures } from './features/listing/listing-photo.routes.ts'
import { photoUploadRoutes } from './features/files/photo-upload.routes.ts'
import { documentRoutes } from './features/documents/documents.routes.ts'
import { platformFeeds } from './features/platform-feeds/platform-feeds.routes.ts'
import { mailboxRoutes } from './features/mail/mailbox.routes.ts'
import { unsubscribeRoutes } from './features/mail/unsubscribe.routes.ts'
import { calendarRoutes } from './features/visit/calendar.routes.ts'
import { visitPageRoutes } from './features/visit/visit-page.routes.ts'
import { clientPlugin } from './plugins/clients.ts'
import { headersPlugin } from './plugins/headers.ts'
import { healthPlugin } from './plugins/health.ts'
import { jsonOnlyPlugin } from './plugins/json-only.ts'
import { limitsPlugin } from './plugins/limits.ts'
import { originPlugin } from './plugins/origin.ts'
import { sessionPlugin } from './plugins/session.ts'
import { tenantPlugin } from './plugins/tenant.ts'
import type { WebBuild } from './web-build.ts'
import { answerBadAddress } from './pages/bad-address.ts'
import { publicPages } from './pages/public-pages.routes.ts'
import { appRouter } from './router.ts'
import type { Services } from './services.ts'
import { createRequestContext } from './trpc/context.ts'
import { toDomainError } from './trpc/error-map.ts'
import { thinTrpc } from './trpc/thin-adapter.ts'

export type AppOptions = { services: Omit<Services, 'log'>; build: WebBuild }

/** Personal data stays out of the logs: no address, no query, no body, no cookie. */
const logged = {
  req: (request: { method: string; url: string; host: string }) => ({ method: request.method, path: request.url.split('?')[0], host: request.host }),
}

/** The whole server, ready to listen; plugins in the order in which a request meets them. */
export const buildApp = async ({ services: given, build }: AppOptions): Promise<FastifyInstance> => {
  const app: FastifyInstance = fastify({
    logger: { level: given.env.LOG_LEVEL, serializers: logged },
    trustProxy: given.env.TRUST_PROXY.length > 0 ? given.env.TRUST_PROXY : false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 2000 },
    requestTimeout: 30_000,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerBadAddress(error, request, reply as FastifyReply, { services, build, fixedHeaders: app.fixedHeaders }),
  })
  const services: Services = { ...given, log: app.log }

  app.setErrorHandler((error, request, reply) => {
    const domain = toDomainError(error)
    const status = statusOf(error) ?? httpStatusOf(domain.code)
    if (status >= 500) request.log.error({ code: domain.code, err: domain.cause ?? error }, 'request failed')
    const code = status < 500 && domain.code === 'server.internal' ? 'request.malformed' : domain.code
    return reply.code(status).type('application/json').send({ code, details: domain.details })
  })

  await app.register(headersPlugin, { services })
  await app.register(tenantPlugin, { services, unknownHostPage: () => build.pages.renderUnknownHost() })
  await app.register(limitsPlugin, { services })
  await app.register(originPlugin, { services })
  await app.register(sessionPlugin, { services })
  await app.register(healthPlugin, { services })

  await app.register(jsonOnlyPlugin, { prefix: '/trpc' })
  await app.register(thinTrpc, {
    prefix: '/trpc',
    router: appRouter,
    createContext: createRequestContext(services),
    maxBatchSize: 10,
    onError: ({ error, path, req }) => {
      const domain = toDomainError(error)
      if (httpStatusOf(domain.code) >= 500) req.log.error({ code: domain.code, path, err: domain.cause ?? error }, 'procedure failed')
    },
  })
  await app.register(photoUploadRoutes, { services })
  await app.register(listingPhotoUpload, { services })
  await app.register(fileRoutes, { services })
  await app.register(publicPictures, { services })
  await app.register(platformFeeds, { services })
  await app.register(documentRoutes, { services })
  await app.register(mailboxRoutes, { services })
  await app.register(unsubscribeRoutes, { services, build })
  await app.register(visitPageRoutes, { services, build })
  await app.register(calendarRoutes, { services })
  await app.register(publicPages, { services, build })
  await app.register(clientPlugin, { services, build })
  return app
}

/** What Fastify itself refused (a body too large, a malformed one) carries its own 4xx. */
const statusOf = (error: unknown): number | undefined => {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : Number.NaN
  return status >= 400 && status < 500 ? status : undefined
}
