import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { DomainError, type ErrorCode } from '@digitallotsen/domain/errors.ts'
import { assessmentId, merchantId, websiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Services } from '../../services.ts'
import { ensureIdentity, findIdentity } from '../session/session.service.ts'
import { getPlanView, getPosterView, getResultView, getWebsiteView, type DocumentContext } from './documents.service.ts'
import { renderPlanPdf } from './plan.pdf.ts'
import { renderPosterPdf } from './poster.pdf.ts'
import { renderResultPdf } from './result.pdf.ts'
import { renderWebsitePdf } from './website.pdf.ts'

const ofCheck = z.object({ assessmentId })
const ofMerchant = z.object({ merchantId })
const ofAudit = z.object({ auditId: websiteAuditId })
const query = z.object({ key: z.optional(z.string().check(z.maxLength(64))), locale: z.optional(locale) })

/** An address that names nothing of ours is answered like one that names nothing at all. */
const parse = <T>(schema: z.ZodMiniType<T>, given: unknown, code: ErrorCode): T => {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new DomainError(code)
  return parsed.data
}

const openCity = ({ dlHost }: FastifyRequest) => {
  if (dlHost.kind !== 'city') throw new DomainError('tenant.unknown_host')
  if (dlHost.city.state === 'paused') throw new DomainError('city.paused')
  return dlHost.city
}

const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer) =>
  reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(pdf)

/** GET /pdf/result/<check>, /pdf/plan/<business>, /pdf/poster/<business> and /pdf/website/<audit>: read in one transaction, drawn after it, since drawing needs no database. */
export const documentRoutes: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  const contextOf = (request: FastifyRequest, code: ErrorCode): DocumentContext & { tenantId: string; key: string | undefined } => {
    const { tenantId, pack, sample } = openCity(request)
    const { key, locale: asked = 'de' } = parse(query, request.query, code)
    return { tenantId, pack, sample, now: services.now(), key, locale: asked }
  }

  app.get('/pdf/result/:assessmentId', async (request, reply) => {
    const { tenantId, key, ...context } = contextOf(request, 'assessment.not_found')
    const { assessmentId: id } = parse(ofCheck, request.params, 'assessment.not_found')
    const view = await services.lanes.withTenant(
      tenantId,
      async tx => getResultView(tx, context, { assessmentId: id, key, identity: await findIdentity(tx, request.sessionClaims(), context.now) }),
      { readOnly: true },
    )
    return sendPdf(reply, 'digital-check', await renderResultPdf(view))
  })

  app.get('/pdf/plan/:merchantId', async (request, reply) => {
    const { tenantId, key: _key, ...context } = contextOf(request, 'merchant.not_found')
    const { merchantId: id } = parse(ofMerchant, request.params, 'merchant.not_found')
    const view = await services.lanes.withTenant(
      tenantId,
      async tx => getPlanView(tx, context, { merchantId: id, identity: await ensureIdentity(tx, request.sessionClaims(), context.now) }),
      { readOnly: true },
    )
    return sendPdf(reply, 'massnahmenplan', await renderPlanPdf(view))
  })

  app.get('/pdf/website/:auditId', async (request, reply) => {
    const { tenantId, key: _key, ...context } = contextOf(request, 'website.audit_not_found')
    const { auditId } = parse(ofAudit, request.params, 'website.audit_not_found')
    const city = openCity(request)
    const view = await services.lanes.withTenant(
      tenantId,
      async tx => getWebsiteView(tx, context, { identity: await ensureIdentity(tx, request.sessionClaims(), context.now), city, now: context.now }, auditId),
      { readOnly: true },
    )
    return sendPdf(reply, 'website-bericht', await renderWebsitePdf(view))
  })

  app.get('/pdf/poster/:merchantId', async (request, reply) => {
    const { tenantId, key: _key, ...context } = contextOf(request, 'merchant.not_found')
    const { merchantId: id } = parse(ofMerchant, request.params, 'merchant.not_found')
    const origin = `${services.env.PUBLIC_SCHEME}://${request.host}`
    const view = await services.lanes.withTenant(
      tenantId,
      async tx => getPosterView(tx, { ...context, origin }, { merchantId: id, identity: await ensureIdentity(tx, request.sessionClaims(), context.now) }),
      { readOnly: true },
    )
    return sendPdf(reply, 'aushang', await renderPosterPdf(view))
  })
}
