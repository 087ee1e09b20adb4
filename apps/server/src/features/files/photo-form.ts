import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { idempotencyKey, merchantId, taskId } from '@digitallotsen/domain/ids.schemas.ts'
import { line } from '@digitallotsen/domain/text.schemas.ts'

export const mostPhotoBytes = 15 * 2 ** 20
/** With one field to name what the picture is for, its words, and the key. */
export const formLimits = { fileSize: mostPhotoBytes, files: 1, fields: 3, parts: 4, fieldSize: 2000, fieldNameSize: 40, headerPairs: 20 }

const common = { alt: line, idempotencyKey }
export const evidenceForm = z.strictObject({ taskId, ...common })
export const listingPhotoForm = z.strictObject({ merchantId, ...common })

const tooLarge = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_PARTS_LIMIT', 'FST_FILES_LIMIT', 'FST_FIELDS_LIMIT'])

const refuse = (cause: unknown): never => {
  if (cause instanceof DomainError) throw cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  throw new DomainError(tooLarge.has(code) ? 'file.too_large' : 'request.malformed', {}, { cause })
}

const readParts = async (request: FastifyRequest): Promise<{ texts: Record<string, unknown>; photo: Uint8Array | undefined }> => {
  const texts: Record<string, unknown> = {}
  let photo: Uint8Array | undefined
  for await (const part of request.parts()) {
    if (part.type === 'field') texts[part.fieldname] = part.value
    else if (part.fieldname === 'photo') photo = await part.toBuffer()
    else throw new DomainError('request.malformed')
  }
  return { texts, photo }
}

export const readPhotoForm = async <Fields extends object>(request: FastifyRequest, fields: z.ZodMiniType<Fields>): Promise<Fields & { photo: Uint8Array }> => {
  if (!request.isMultipart()) throw new DomainError('request.unsupported')
  const { texts, photo } = await readParts(request).catch(refuse)
  const parsed = fields.safeParse(texts)
  if (!parsed.success) throw new DomainError('input.invalid', {}, { cause: parsed.error })
  if (!photo || photo.byteLength === 0) throw new DomainError('file.not_an_image')
  return { ...parsed.data, photo }
}
