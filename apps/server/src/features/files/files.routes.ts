import type { FastifyPluginAsync } from 'fastify'
import * as z from 'zod/mini'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { fileId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Services } from '../../services.ts'
import { getPicture } from './files.service.ts'
import { asMember } from './member-request.ts'

const params = z.strictObject({ fileId })

const parseFileId = (given: unknown): string => {
  const parsed = params.safeParse(given)
  if (!parsed.success) throw new DomainError('file.not_found')
  return parsed.data.fileId
}

/** GET /files/<id>: a picture as it was re-encoded, as nothing but a picture. */
export const fileRoutes: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  app.get('/files/:fileId', async (request, reply) => {
    const id = parseFileId(request.params)
    const data = await asMember(services, request, (tx, identity) => getPicture(tx, identity, id), { readOnly: true })
    return reply
      .type('image/webp')
      .header('content-disposition', 'inline; filename="nachweis.webp"')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=3600')
      .send(Buffer.from(data))
  })
}
