import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hostOf } from '../plugins/tenant.ts'
import type { Services } from '../services.ts'
import type { WebBuild } from '../web-build.ts'

type Around = { services: Services; build: WebBuild; fixedHeaders: Record<string, string> }

const refuse = (reply: FastifyReply, status: number): void => void reply.code(status).type('application/json').send({ code: 'request.malformed', details: {} })

const isPageWanted = ({ headers }: FastifyRequest): boolean => /\btext\/html\b/.test(headers.accept ?? '')

const draw = async (request: FastifyRequest, { services, build: { pages, publicCss } }: Around): Promise<string> => {
  const host = await hostOf(services, request)
  if (host.kind !== 'city') return pages.renderUnknownHost()
  const { pack, sample, state } = host.city
  return pages.renderNotFound({ pack, locale: 'de', path: '/', publicCss, sample, draft: state === 'draft' })
}

/**
 * For an address that cannot be read, or one part of it too long: Fastify would say so in words of its own, and repeat the address.
 * It comes before every hook, so what they would have done is done here. Whoever reads gets a page, a program a code.
 */
export const answerBadAddress = async ({ statusCode = 400 }: FastifyError, request: FastifyRequest, reply: FastifyReply, around: Around): Promise<void> => {
  reply.headers({ ...around.fixedHeaders, 'cache-control': 'no-store' })
  if (!isPageWanted(request)) return refuse(reply, statusCode)
  try {
    const page = await draw(request, around)
    void reply.code(statusCode).type('text/html; charset=utf-8').send(page)
  } catch {
    refuse(reply, statusCode)
  }
}
