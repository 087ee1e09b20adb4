import multipart from '@fastify/multipart'
import type { FastifyPluginAsync } from 'fastify'
import * as z from 'zod/mini'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { fileId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Services } from '../../services.ts'
import { asMember, cityOf } from '../files/member-request.ts'
import { formLimits, listingPhotoForm, mostPhotoBytes, readPhotoForm } from '../files/photo-form.ts'
import { reencodePicture } from '../files/picture.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { addListingPhoto, ensureMayAddListingPhoto, getPublicPicture } from './photos.service.ts'

const params = z.strictObject({ fileId })

const parseFileId = (given: unknown): string => {
  const parsed = params.safeParse(given)
  if (!parsed.success) throw new DomainError('file.not_found')
  return parsed.data.fileId
}

/** POST /upload/listing-photo: a photo for the page of a business, by the same steps as one that is evidence. */
export const listingPhotoUpload: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  await app.register(multipart, { limits: formLimits, throwFileSizeLimit: true })

  app.post('/upload/listing-photo', { bodyLimit: mostPhotoBytes + 64 * 1024 }, async (request, reply) => {
    const { personId } = await asMember(services, request, async (_tx, identity) => identity, { readOnly: true })
    await ensureAllowed(services, cityOf(request).tenantId, 'uploadByPerson', personId)
    const { photo, ...form } = await readPhotoForm(request, listingPhotoForm)
    await asMember(services, request, (_tx, identity) => ensureMayAddListingPhoto(identity, form.merchantId), { readOnly: true })
    const picture = await reencodePicture(photo)
    const added = await asMember(services, request, (tx, identity) => addListingPhoto(tx, { identity, now: services.now() }, form, picture))
    return reply.code(201).send(added)
  })
}

/** GET /bilder/<id>: a picture of a live page, for everybody; an hour in a cache, so that one taken down is soon gone there too. */
export const publicPictures: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  app.get('/bilder/:fileId', async (request, reply) => {
    const id = parseFileId(request.params)
    const { data, sha256 } = await services.lanes.withTenant(cityOf(request).tenantId, tx => getPublicPicture(tx, id), { readOnly: true })
    reply
      .type('image/webp')
      .header('etag', `"${sha256.slice(0, 32)}"`)
      .header('content-disposition', 'inline; filename="bild.webp"')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=3600')
    if (request.headers['if-none-match'] === `"${sha256.slice(0, 32)}"`) return reply.code(304).send()
    return reply.send(Buffer.from(data))
  })
}
