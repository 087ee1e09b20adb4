import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { flowers, florist } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Host } from '../../plugins/tenant.ts'
import { addShop, openTestCity, noon, shopWithPlan, submittedCheck, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import { claimAssessment } from '../check/check.service.ts'
import { saveDraft } from '../listing/listing-draft.service.ts'
import { submitListing } from '../listing/listing.service.ts'
import { openSession } from '../session/session.service.ts'
import type { SessionClaims } from '../session/session.types.ts'
import { hashToken } from '../session/token.ts'
import { documentRoutes } from './documents.routes.ts'
import { readPdf } from './read-pdf.fixture.ts'

let db: TestDatabase
let place: TestCity
let app: FastifyInstance
let host: Host
const sessions = new Map<string, SessionClaims>()

beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  host = { kind: 'city', name: 'stadt.localhost', city: place.city }
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
  await app.register(documentRoutes, { services: place.services })
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const signIn = async ({ personId }: Shop): Promise<string> => {
  sessions.set(personId, await place.act(tx => openSession(tx, personId, 'Test', noon)))
  return personId
}
const ask = (url: string, session = '') => app.inject({ url, headers: { 'x-test-session': session } })
const refusalOf = async (url: string, session = '') => (await ask(url, session)).json<{ code: string }>().code

describe('the document of a result', () => {
  it('comes to whoever has the key, without a name, and is kept by nobody on the way', async () => {
    const { assessmentId, key } = await submittedCheck(place)
    const reply = await ask(`/pdf/result/${assessmentId}?key=${key}`)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="digital-check.pdf"', 'cache-control': 'private, no-store',
    })
    expect(await readPdf(reply.rawPayload)).toMatchObject({ title: 'Ihr Ergebnis – Digitallotsen Musterstadt', language: 'de', marked: true })
    expect(await readPdf((await ask(`/pdf/result/${assessmentId}?key=${key}&locale=en`)).rawPayload)).toMatchObject({ language: 'en' })
  })

  it('bears the name of the business for its people only', async () => {
    const shop = await addShop(place, 'Ölmühle am Markt')
    const { assessmentId, key } = await submittedCheck(place)
    await place.act(tx => claimAssessment(tx, { pack: place.city.pack, assessmentId, keyHash: hashToken(key), merchantId: shop.merchantId, now: noon }))
    expect((await readPdf((await ask(`/pdf/result/${assessmentId}`, await signIn(shop))).rawPayload)).text).toContain('Ölmühle am Markt')
    expect((await readPdf((await ask(`/pdf/result/${assessmentId}?key=${key}`)).rawPayload)).text).not.toContain('Ölmühle')
  })

  it('is not there for others: no key, a wrong one, another business, an id that is none', async () => {
    const { assessmentId, key } = await submittedCheck(place)
    const stranger = await signIn(await addShop(place))
    expect(await refusalOf(`/pdf/result/${assessmentId}`)).toBe('assessment.not_found')
    expect(await refusalOf(`/pdf/result/${assessmentId}`, stranger)).toBe('assessment.not_found')
    expect(await refusalOf(`/pdf/result/${assessmentId}?key=${key.slice(1)}x`)).toBe('assessment.not_found')
    expect(await refusalOf(`/pdf/result/${assessmentId}?key=${key}&key=${key}`)).toBe('assessment.not_found')
    expect(await refusalOf(`/pdf/result/${randomUUID()}?key=${key}`)).toBe('assessment.not_found')
    expect(await refusalOf('/pdf/result/nichts')).toBe('assessment.not_found')
  })
})

describe('the document of a plan', () => {
  it('comes to the people of the business', async () => {
    const shop = await shopWithPlan(place)
    const reply = await ask(`/pdf/plan/${shop.merchantId}`, await signIn(shop))
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-disposition']).toBe('attachment; filename="massnahmenplan.pdf"')
    expect((await readPdf(reply.rawPayload)).title).toBe('Ihr Maßnahmenplan: Laden am Markt – Digitallotsen Musterstadt')
  })

  it('asks who is there, and is not there for another business or without a plan', async () => {
    const [shop, other] = [await shopWithPlan(place), await addShop(place)]
    expect(await refusalOf(`/pdf/plan/${shop.merchantId}`)).toBe('session.missing')
    expect(await refusalOf(`/pdf/plan/${shop.merchantId}`, await signIn(other))).toBe('merchant.not_found')
    expect(await refusalOf(`/pdf/plan/${other.merchantId}`, await signIn(other))).toBe('plan.not_found')
    expect(await refusalOf('/pdf/plan/nichts', await signIn(shop))).toBe('merchant.not_found')
  })
})

describe('the poster of a business', () => {
  const publish = async (shop: Shop) => {
    const doer = { identity: shop.owner, city: place.city, pack: { ...place.city.pack, categories: [florist], platform: { moderation: 'after' as const } }, now: noon, origin: '' }
    await place.act(tx => saveDraft(tx, doer, { merchantId: shop.merchantId, draftVersion: 0, content: { ...flowers, name: 'Blumen am Turm' } }))
    await place.act(tx => submitListing(tx, doer, { merchantId: shop.merchantId, draftVersion: 1 }))
  }

  it('comes to the people of a business that has a page, and names this page', async () => {
    const shop = await addShop(place)
    await publish(shop)
    const reply = await ask(`/pdf/poster/${shop.merchantId}`, await signIn(shop))
    expect(reply.headers).toMatchObject({ 'content-disposition': 'attachment; filename="aushang.pdf"', 'cache-control': 'private, no-store' })
    const { title, text } = await readPdf(reply.rawPayload)
    expect(title).toBe('Hier finden Sie uns im Netz: Blumen am Turm – Digitallotsen Musterstadt')
    expect(text).toContain('/betriebe/blumen-am-turm')
  })

  it('is not there without a page, for another business and for nobody', async () => {
    const [shop, other] = [await addShop(place), await addShop(place)]
    expect(await refusalOf(`/pdf/poster/${shop.merchantId}`, await signIn(shop))).toBe('listing.not_published')
    expect(await refusalOf(`/pdf/poster/${shop.merchantId}`, await signIn(other))).toBe('merchant.not_found')
    expect(await refusalOf(`/pdf/poster/${shop.merchantId}`)).toBe('session.missing')
    expect(await refusalOf('/pdf/poster/nichts', await signIn(shop))).toBe('merchant.not_found')
  })
})

it('a paused city hands out no document', async () => {
  const { assessmentId, key } = await submittedCheck(place)
  host = { kind: 'city', name: 'stadt.localhost', city: { ...place.city, state: 'paused' } }
  expect(await refusalOf(`/pdf/result/${assessmentId}?key=${key}`)).toBe('city.paused')
  host = { kind: 'city', name: 'stadt.localhost', city: place.city }
})
