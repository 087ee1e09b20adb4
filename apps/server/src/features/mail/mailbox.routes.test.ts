import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Env } from '../../env.ts'
import { openJobs, type JobsUnderTest } from '../../jobs/jobs.fixture.ts'
import { tenantPlugin } from '../../plugins/tenant.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { enqueueMail } from './mail.service.ts'
import { mailboxRoutes } from './mailbox.routes.ts'

let jobs: JobsUnderTest
let city: CityEntry
let app: FastifyInstance
let mailId: string
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt')
  await jobs.city('beispielhausen')
  app = await build()
  mailId = await write('Hallo <script>alert(1)</script>', 'Zeile & <b>fett</b>\n\nhttp://musterstadt.localhost:3000/anmelden/link#abc"onclick="x\nEnde')
})
afterAll(async () => {
  await app.close()
  await jobs.close()
})

const build = async (change: Partial<Env> = {}): Promise<FastifyInstance> => {
  const services = { ...jobs.services, env: { ...jobs.services.env, ...change } }
  const built = fastify({ trustProxy: true })
  await built.register(tenantPlugin, { services, unknownHostPage: () => '' })
  await built.register(mailboxRoutes, { services })
  return built
}

const write = (subject: string, text: string, now = jobs.clock.now) =>
  jobs.db.app.withTenant(city.tenantId, tx => enqueueMail(tx, { recipient: 'laden@example.org', topic: 'plan_kept', words: { subject, text, html: '' }, city, now }))

type Request = { remoteAddress?: string; host?: string; headers?: Record<string, string> }
const get = async (url: string, { remoteAddress = '127.0.0.1', host = 'musterstadt.localhost', headers = {} }: Request = {}, on = app) => {
  const { statusCode, body, headers: given } = await on.inject({ url, remoteAddress, headers: { host, ...headers } })
  return { statusCode, body, headers: given }
}

describe('the local mailbox', () => {
  it('lists the city’s mails and shows one', async () => {
    const list = await get('/postfach')
    expect(list).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
    expect(list.body).toContain('laden@example.org')
    expect(list.body).toContain(`<a href="/postfach/${mailId}">Hallo &lt;script&gt;alert(1)&lt;/script&gt;</a>`)
    const one = await get(`/postfach/${mailId}`)
    expect(one.statusCode).toBe(200)
    expect(one.body).toContain('Zeile &amp; &lt;b&gt;fett&lt;/b&gt;')
  })

  it('makes links of addresses and of nothing else', async () => {
    const { body } = await get(`/postfach/${mailId}`)
    expect(body).toContain('<a href="http://musterstadt.localhost:3000/anmelden/link#abc">http://musterstadt.localhost:3000/anmelden/link#abc</a>&quot;onclick=&quot;x')
    expect(body).not.toMatch(/<script|<style|<img| style=| on\w+="/)
  })

  it('shows the newest fifty', async () => {
    for (let minute = 1; minute <= 51; minute++) await write(`Nummer ${minute}.`, 'x', new Date(jobs.clock.now.getTime() - minute * 60_000))
    const { body } = await get('/postfach')
    expect(body.match(/<td><a /g)).toHaveLength(50)
    expect(body).toContain('Nummer 49.')
    expect(body).not.toContain('Nummer 50.')
  })

  it('shows no mail of another city', async () => {
    const host = 'beispielhausen.localhost'
    expect((await get('/postfach', { host })).body).not.toContain('laden@example.org')
    expect((await get(`/postfach/${mailId}`, { host })).statusCode).toBe(404)
  })

  it('opens from this machine by IPv6 too', async () => {
    expect((await get('/postfach', { remoteAddress: '::1' })).statusCode).toBe(200)
  })

  const elsewhere: [string, Request][] = [
    ['from another machine', { remoteAddress: '192.168.1.20' }],
    ['from another machine that claims to be this one', { remoteAddress: '192.168.1.20', headers: { 'x-forwarded-for': '127.0.0.1' } }],
    ['through a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.7' } }],
    ['through a proxy that says so in its own way', { headers: { forwarded: 'for=203.0.113.7' } }],
    ['through a proxy that names the host', { headers: { 'x-forwarded-host': 'musterstadt.localhost' } }],
    ['on the console’s host', { host: 'console.localhost' }],
  ]
  it.each(elsewhere)('is not there %s', async (_from, request) => {
    const missing = await get('/gibt-es-nicht', request)
    for (const url of ['/postfach', `/postfach/${mailId}`]) {
      const answer = await get(url, request)
      expect(answer.statusCode).toBe(404)
      expect(answer.body.replaceAll(url, '')).toBe(missing.body.replaceAll('/gibt-es-nicht', ''))
    }
  })

  it.each([{ SMTP_URL: 'smtp://mail.example.org' }, { DATABASE_URL: 'postgres://a@db.example.org/x' }])('is not there with %j', async change => {
    const other = await build(change)
    expect((await get('/postfach', {}, other)).statusCode).toBe(404)
    expect((await get(`/postfach/${mailId}`, {}, other)).statusCode).toBe(404)
    await other.close()
  })

  it('answers an unknown and a malformed id alike', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%00', `${mailId}'`]) expect((await get(`/postfach/${id}`)).statusCode, id).toBe(404)
  })
})
