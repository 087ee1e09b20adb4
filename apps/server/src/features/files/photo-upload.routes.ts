import multipart from '@fastify/multipart'
import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../services.ts'
import { addPhotoEvidence, ensureMayAddPhoto } from '../plan/evidence.service.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { asMember, cityOf } from './member-request.ts'
import { evidenceForm, formLimits, mostPhotoBytes, readPhotoForm } from './photo-form.ts'
import { reencodePicture } from './picture.ts'

/** POST /upload/evidence: a photo as evidence. Who asks is known before the body is read, what they may before it is worked on. */
export const photoUploadRoutes: FastifyPluginAsync<{ services: Services }> = async (app, { services }) => {
  await app.register(multipart, { limits: formLimits, throwFileSizeLimit: true })

  app.post('/upload/evidence', { bodyLimit: mostPhotoBytes + 64 * 1024 }, async (request, reply) => {
    const { personId } = await asMember(services, request, async (_tx, identity) => identity, { readOnly: true })
    await ensureAllowed(services, cityOf(request).tenantId, 'uploadByPerson', personId)
    const { photo, ...form } = await readPhotoForm(request, evidenceForm)
    await asMember(services, request, (tx, identity) => ensureMayAddPhoto(tx, identity, form.taskId), { readOnly: true })
    const picture = await reencodePicture(photo)
    const added = await asMember(services, request, (tx, identity) => addPhotoEvidence(tx, { identity, now: services.now() }, form, picture))
    return reply.code(201).send(added)
  })
}
