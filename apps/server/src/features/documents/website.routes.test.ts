import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Host } from '../../plugins/tenant.ts'
import { addPerson, addShop, newKey, type Shop } from '../../test-city.fixture.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import { openSession } from '../session/session.service.ts'
import type { SessionClaims } from '../session/session.types.ts'
import { badSite, openWebsiteCity, origin, type WebsiteCity } from '../website/website.fixture.ts'
import { startAudit } from '../website/website-start.service.ts'
import { documentRoutes } from './documents.routes.ts'
import { readPdf } from './read-pdf.fixture.ts'

let db: TestDatabase
let place: WebsiteCity
let app: FastifyInstance
let host: Host
const clock = { now: new Date('2026-03-02T12:00:00Z') }
const sessions = new Map<string, SessionClaims>()

beforeAll(async () => {
  db = await createTestDatabase()
  place = await openWebsiteCity(db, clock)
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

const signIn = async (personId: Shop['personId']): Promise<string> => {
  sessions.set(personId, await place.act(tx => openSession(tx, personId, 'Test', clock.now)))
  return personId
}
const ask = (url: string, session = '') => app.inject({ url, headers: { 'x-test-session': session } })
const refusalOf = async (url: string, session = '') => (await ask(url, session)).json<{ code: string }>().code

const start = async ({ owner: identity, merchantId }: Shop): Promise<string> => {
  place.put(badSite)
  return (await place.act(tx => startAudit(tx, { identity, city: place.city, now: clock.now }, { merchantId, address: origin, idempotencyKey: newKey() }))).auditId
}

it('the report of a website comes to the people of the business and to the office, with what was found and by which rules', async () => {
  const shop = await addShop(place, 'Ölmühle am Markt')
  const auditId = await start(shop)
  await place.work(auditId)
  const reply = await ask(`/pdf/website/${auditId}`, await signIn(shop.personId))
  expect(reply.statusCode).toBe(200)
  expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="website-bericht.pdf"', 'cache-control': 'private, no-store' })
  const { title, language, text } = await readPdf(reply.rawPayload)
  expect({ title, language }).toEqual({ title: 'Website-Bericht: Ölmühle am Markt – Digitallotsen Musterstadt', language: 'de' })
  for (const words of ['www.blumen-muster.de', 'Befunde: Recht', 'der Prüfregeln', 'Nicht geprüft']) expect(text).toContain(words)
  const office = await addPerson(place)
  await db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'office')`, [place.city.tenantId, office])
  expect((await ask(`/pdf/website/${auditId}`, await signIn(office))).statusCode).toBe(200)
})

it('it is not there for strangers, for another business, before the audit is finished, and for an id that is none', async () => {
  const [shop, other] = [await addShop(place), await addShop(place)]
  const auditId = await start(shop)
  const mine = await signIn(shop.personId)
  expect(await refusalOf(`/pdf/website/${auditId}`, mine)).toBe('website.audit_not_found')
  await place.work(auditId)
  expect((await ask(`/pdf/website/${auditId}`, mine)).statusCode).toBe(200)
  expect(await refusalOf(`/pdf/website/${auditId}`)).toBe('session.missing')
  expect(await refusalOf(`/pdf/website/${auditId}`, await signIn(other.personId))).toBe('website.audit_not_found')
  expect(await refusalOf(`/pdf/website/${randomUUID()}`, mine)).toBe('website.audit_not_found')
  expect(await refusalOf('/pdf/website/nichts', mine)).toBe('website.audit_not_found')
})
