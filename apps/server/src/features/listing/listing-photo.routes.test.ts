import fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Host } from '../../plugins/tenant.ts'
import { addShop, newKey, noon, openTestCity, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import { openSession } from '../session/session.service.ts'
import type { SessionClaims } from '../session/session.types.ts'
import { saveDraft } from './listing-draft.service.ts'
import { listingPhotoUpload, publicPictures } from './listing-photo.routes.ts'
import { submitListing, withdrawListing } from './listing.service.ts'

let db: TestDatabase
let place: TestCity
let app: FastifyInstance
let host: Host
const sessions = new Map<string, SessionClaims>()

beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  host = { kind: 'city', name: 'musterstadt.localhost', city: place.city }
  app = fastify()
  app.decorateRequest('dlHost')
  app.decorateRequest('sessionClaims', function () {
    return sessions.get(String(this.headers['x-test-session'])) ?? null
  })
  app.addHook('onRequest', async request => void (request.dlHost = host))
  app.setErrorHandler((error, _request, reply) => {
    const { code } = toDomainError(error)
    return reply.code(httpStatusOf(code)).send({ code })
  })
  await app.register(listingPhotoUpload, { services: place.services })
  await app.register(publicPictures, { services: place.services })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const signIn = async ({ personId }: Shop) => {
  sessions.set(personId, await place.act(tx => openSession(tx, personId, 'Test', noon)))
  return personId
}
const doerOf = ({ owner }: Shop) => ({ identity: owner, pack: { ...place.city.pack, platform: { moderation: 'after' as const } }, now: noon, origin: '' })

const send = async (session: string, merchantId: string, more: { alt?: string; photo?: Buffer } = {}) => {
  const photo = more.photo ?? (await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } }).withExif({ IFD0: { Copyright: 'Geheim' } }).jpeg().toBuffer())
  const form = new FormData()
  form.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'IMG.jpg')
  for (const [name, value] of Object.entries({ merchantId, alt: more.alt ?? 'Die Tür', idempotencyKey: newKey() })) form.set(name, value)
  const request = new Request('http://x/', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  const reply = await app.inject({ method: 'POST', url: '/upload/listing-photo', payload, headers: { 'content-type': request.headers.get('content-type') ?? '', 'x-test-session': session } })
  return { status: reply.statusCode, body: reply.json<{ fileId?: string; code?: string }>() }
}

it('a photo is for everybody once its page is live, as nothing but a picture, and for nobody before', async () => {
  const shop = await addShop(place)
  const session = await signIn(shop)
  await place.act(tx => saveDraft(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 0, content: flowers }))
  const { status, body } = await send(session, shop.merchantId)
  expect(status).toBe(201)
  const url = `/bilder/${body.fileId}`
  expect((await app.inject({ url })).json()).toEqual({ code: 'file.not_found' })
  await place.act(tx => submitListing(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 2 }))
  const reply = await app.inject({ url })
  expect(reply.headers).toMatchObject({
    'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'public, max-age=3600',
  })
  expect(reply.rawPayload.includes('Geheim')).toBe(false)
  expect((await app.inject({ url, headers: { 'if-none-match': String(reply.headers['etag']) } })).statusCode).toBe(304)
})

it('a small one for lists is there as long as the large one, and no longer', async () => {
  const shop = await addShop(place)
  const session = await signIn(shop)
  await place.act(tx => saveDraft(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 0, content: flowers }))
  const photo = await sharp({ create: { width: 1400, height: 700, channels: 3, background: '#446688' } }).jpeg().toBuffer()
  const { body } = await send(session, shop.merchantId, { photo })
  const url = `/bilder/${body.fileId}/klein`
  expect((await app.inject({ url })).statusCode).toBe(404)
  await place.act(tx => submitListing(tx, doerOf(shop), { merchantId: shop.merchantId, draftVersion: 2 }))
  expect(await sharp((await app.inject({ url })).rawPayload).metadata()).toMatchObject({ format: 'webp', width: 480, height: 240 })
  await place.act(tx => withdrawListing(tx, doerOf(shop), shop.merchantId))
  expect((await app.inject({ url })).statusCode).toBe(404)
})

it('a photo needs words, a picture, a draft, and somebody of the business', async () => {
  const shop = await addShop(place)
  const session = await signIn(shop)
  expect(await send(session, shop.merchantId)).toEqual({ status: 404, body: { code: 'listing.not_found' } })
  expect(await send(session, shop.merchantId, { alt: ' ' })).toEqual({ status: 400, body: { code: 'input.invalid' } })
  expect(await send(session, shop.merchantId, { photo: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })).toEqual({ status: 415, body: { code: 'file.not_an_image' } })
  expect(await send(await signIn(await addShop(place)), shop.merchantId)).toEqual({ status: 404, body: { code: 'merchant.not_found' } })
  expect((await send('nobody', shop.merchantId)).status).toBe(401)
  for (const id of [newKey(), 'kein-uuid']) expect((await app.inject({ url: `/bilder/${id}` })).json()).toEqual({ code: 'file.not_found' })
})
