import fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Host } from '../../plugins/tenant.ts'
import { addShop, newKey, noon, openTestCity, shopWithPlan, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import { removeEvidence } from '../plan/evidence.service.ts'
import { getCurrentPlan } from '../plan/plan.service.ts'
import { openSession } from '../session/session.service.ts'
import type { SessionClaims } from '../session/session.types.ts'
import { fileRoutes } from './files.routes.ts'
import { photoUploadRoutes } from './photo-upload.routes.ts'

let db: TestDatabase
let place: TestCity
let app: FastifyInstance
const sessions = new Map<string, SessionClaims>()
let host: Host

beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  host = { kind: 'city', name: `${place.city.slug}.localhost`, city: place.city }
  app = fastify({ bodyLimit: 256 * 1024 })
  app.decorateRequest('dlHost')
  app.decorateRequest('sessionClaims', function () {
    return sessions.get(String(this.headers['x-test-session'])) ?? null
  })
  app.addHook('onRequest', async request => void (request.dlHost = host))
  app.setErrorHandler((error, _request, reply) => {
    const { code } = toDomainError(error)
    return reply.code(httpStatusOf(code)).send({ code })
  })
  await app.register(photoUploadRoutes, { services: place.services })
  await app.register(fileRoutes, { services: place.services })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const signIn = async ({ personId }: Shop): Promise<string> => {
  const claims = await place.act(tx => openSession(tx, personId, 'Test', noon))
  sessions.set(personId, claims)
  return personId
}
const photo = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } }).jpeg().toBuffer()
const openTask = async ({ merchantId }: Shop) => {
  const { tasks } = await place.act(tx => getCurrentPlan(tx, merchantId))
  return tasks[0]?.id ?? ''
}

type Form = { taskId: string; alt?: string; idempotencyKey?: string; photo?: Buffer; more?: Record<string, string> }
const send = async (session: string, { taskId, alt = 'Das neue Schild', idempotencyKey = newKey(), photo: bytes, more = {} }: Form) => {
  const form = new FormData()
  form.set('photo', new Blob([new Uint8Array(bytes ?? (await photo()))], { type: 'image/jpeg' }), 'IMG.jpg')
  for (const [name, value] of Object.entries({ taskId, alt, idempotencyKey, ...more })) form.set(name, value)
  const request = new Request('http://x/', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  const reply = await app.inject({ method: 'POST', url: '/upload/evidence', payload, headers: { 'content-type': request.headers.get('content-type') ?? '', 'x-test-session': session } })
  return { status: reply.statusCode, body: reply.json<{ fileId?: string; code?: string }>() }
}
const fetchFile = (session: string, fileId: string) => app.inject({ url: `/files/${fileId}`, headers: { 'x-test-session': session } })

describe('a photo as evidence', () => {
  it('is stored, shown in the plan, and served as nothing but a picture', async () => {
    const shop = await shopWithPlan(place)
    const session = await signIn(shop)
    const taskId = await openTask(shop)
    const { status, body } = await send(session, { taskId })
    expect(status).toBe(201)
    const plan = await place.act(tx => getCurrentPlan(tx, shop.merchantId))
    expect(plan.tasks.find(({ id }) => id === taskId)?.evidence).toMatchObject([{ kind: 'photo', fileId: body.fileId, alt: 'Das neue Schild', body: null }])
    const reply = await fetchFile(session, body.fileId ?? '')
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, max-age=3600',
    })
    expect(await sharp(reply.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 60 })
  })

  it('is kept once however often it is sent', async () => {
    const shop = await shopWithPlan(place)
    const session = await signIn(shop)
    const form = { taskId: await openTask(shop), idempotencyKey: newKey() }
    const [first, again] = await Promise.all([send(session, form), send(session, form)])
    expect(again.body).toEqual(first.body)
    expect(await db.admin('select count(*)::int from evidence where task_id = $1', [form.taskId])).toEqual([{ count: 1 }])
  })

  it('is for the people of the business: a stranger may neither add nor see it', async () => {
    const shop = await shopWithPlan(place)
    const taskId = await openTask(shop)
    const { body } = await send(await signIn(shop), { taskId })
    const stranger = await signIn(await addShop(place))
    expect(await send(stranger, { taskId })).toEqual({ status: 404, body: { code: 'task.not_found' } })
    for (const id of [body.fileId ?? '', newKey(), 'kein-uuid']) expect((await fetchFile(stranger, id)).json()).toEqual({ code: 'file.not_found' })
    expect(await send('nobody', { taskId })).toEqual({ status: 401, body: { code: 'session.missing' } })
    expect((await fetchFile('nobody', body.fileId ?? '')).statusCode).toBe(401)
  })

  it('is no longer served once it is taken away', async () => {
    const shop = await shopWithPlan(place)
    const session = await signIn(shop)
    const { body } = await send(session, { taskId: await openTask(shop) })
    const [piece] = await db.admin('select id from evidence where file_id = $1', [body.fileId])
    await place.act(tx => removeEvidence(tx, { identity: shop.owner, now: noon }, String(piece?.['id'])))
    expect((await fetchFile(session, body.fileId ?? '')).statusCode).toBe(404)
  })

  it('is refused where it is too large, no picture, or lacks what belongs to it', async () => {
    const shop = await shopWithPlan(place)
    const session = await signIn(shop)
    const taskId = await openTask(shop)
    expect(await send(session, { taskId, photo: Buffer.alloc(15 * 2 ** 20 + 1) })).toEqual({ status: 413, body: { code: 'file.too_large' } })
    expect(await send(session, { taskId, photo: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })).toEqual({ status: 415, body: { code: 'file.not_an_image' } })
    expect(await send(session, { taskId, alt: ' ' })).toEqual({ status: 400, body: { code: 'input.invalid' } })
    expect(await send(session, { taskId, more: { extra: '1' } })).toEqual({ status: 413, body: { code: 'file.too_large' } })
    expect(await send(session, { taskId: 'x' })).toEqual({ status: 400, body: { code: 'input.invalid' } })
    expect(await db.admin('select count(*)::int from files where created_by = $1', [shop.personId])).toEqual([{ count: 0 }])
    const plain = await app.inject({ method: 'POST', url: '/upload/evidence', payload: { taskId }, headers: { 'x-test-session': session } })
    expect(plain.json()).toEqual({ code: 'request.unsupported' })
  })
})

describe('another host', () => {
  it('takes no photo and shows none', async () => {
    const shop = await shopWithPlan(place)
    const session = await signIn(shop)
    const { body } = await send(session, { taskId: await openTask(shop) })
    const own = host
    const elsewhere = await openTestCity(db)
    host = { kind: 'city', name: 'elsewhere.localhost', city: elsewhere.city }
    expect((await fetchFile(session, body.fileId ?? '')).json()).toEqual({ code: 'session.expired' })
    host = { kind: 'console', name: 'console.localhost' }
    expect((await fetchFile(session, body.fileId ?? '')).statusCode).toBe(421)
    host = own
  })
})
