import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import * as z from 'zod/mini'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { fileId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Services } from '../../services.ts'
import { asMember, cityOf } from '../files/member-request.ts'
import { formLimits, listingPhotoForm, mostPhotoBytes, readPhotoForm } from '../files/photo-form.ts'
import { reencodePicture, shrinkPicture } from '../files/picture.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { addListingPhoto, ensureMayAddListingPhoto, getPublicPicture, type PublicPicture } from './photos.service.ts'

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

/** Of some 20 kB each. */
const mostSmall = 2_000

/**
 * GET /bilder/<id>, and small ones for lists at /bilder/<id>/klein: a picture of a live page, for everybody; an hour in a cache, so that one
 * taken down is soon gone there too.
 */
export const publicPictures: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  /** By what they show: whether somebody may see it is asked anew each time. */
  const small = new LRUCache<string, Promise<Uint8Array>>({ max: mostSmall })

  /** What cannot be made small goes out as it is. */
  const makeSmall = ({ data, sha256 }: PublicPicture): Promise<Uint8Array> => {
    const made = small.get(sha256) ?? shrinkPicture(data).catch(() => data)
    small.set(sha256, made)
    return made
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply, make: (picture: PublicPicture) => Uint8Array | Promise<Uint8Array>) => {
    const id = parseFileId(request.params)
    const picture = await services.lanes.withTenant(cityOf(request).tenantId, tx => getPublicPicture(tx, id), { readOnly: true })
    const tag = `"${picture.sha256.slice(0, 32)}"`
    reply
      .type('image/webp')
      .header('etag', tag)
      .header('content-disposition', 'inline; filename="bild.webp"')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=3600')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.send(Buffer.from(await make(picture)))
  }

  app.get('/bilder/:fileId', (request, reply) => answer(request, reply, ({ data }) => data))
  app.get('/bilder/:fileId/klein', (request, reply) => answer(request, reply, makeSmall))
}
