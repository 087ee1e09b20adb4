import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isErrorCode } from '@digitallotsen/domain/errors.ts'
import { errorTextsDe } from '@digitallotsen/domain/error-texts.de.ts'
import { isGood } from './answers.ts'
import { requestOf } from './calls.ts'
import { openDoor } from './door.fixture.ts'
import { waysOf } from './known-inputs.ts'
import type { Procedure } from './procedures.ts'
import type { TestRequest } from '../testing/test-app.ts'

let door: Awaited<ReturnType<typeof openDoor>>
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
const texts = ['a'.repeat(50_000), 'nul\u0000', '\ud800', '‮umgekehrt', '%', "' or 1=1 --", '-0', '1e308', '2026-02-30', '0000-00-00']

/** The same wrong value in every field that the input has. */
const filled = (procedure: Procedure, value: unknown): string => JSON.stringify(Object.fromEntries(Object.keys(procedure.schema.properties ?? { x: 1 }).map(key => [key, value])))

const bodiesFor = (procedure: Procedure): string[] => [
  '', 'null', '[]', '{', '{}', '"text"', '1e999', deep, `{"a":${deep}}`, '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}',
  filled(procedure, null), filled(procedure, -1), filled(procedure, 1e308), filled(procedure, []), filled(procedure, {}), filled(procedure, Array(10_000).fill('x')),
  ...texts.map(text => filled(procedure, text)),
]

/** Values for one field, the others being right: they get as far as that field's own check, or past it. */
const wrongValues = [
  null, true, 0, -1, 1e308, 1.5, '', ' ', 'nul\u0000', '\ud800', 'a'.repeat(50_000), '‮umgekehrt', "' or 1=1 --", '%', '0000-00-00', '2026-02-30', '9999-12-31T23:59:60Z',
  '00000000-0000-0000-0000-000000000000', [], {}, [[]], Array(10_000).fill('x'), Array(31).fill({}), { kind: 'level', level: 5 }, { kind: '__proto__' },
]

const json = { 'content-type': 'application/json' }
const send = async (request: Omit<TestRequest, 'host'>) => door.app.send({ host: door.city.host, cookie: await door.probe.cookieOf('office'), ...request } as TestRequest)

/** What is wrong with an answer to something malformed; undefined where it is as it must be. */
const faultOf = ({ status, body }: { status: number; body: string }): string | undefined => {
  if (status >= 500) return `${status} ${body.slice(0, 200)}`
  if (/\bat .*:\d+:\d+|node_modules|select .* from|PostgresError/i.test(body)) return `tells too much: ${body.slice(0, 200)}`
  if (status < 400) return undefined
  const told: unknown = JSON.parse(body)
  const parts = Array.isArray(told) ? told : [told]
  const codes = parts.map(part => (part as { code?: unknown; error?: { data?: { code?: unknown } } }).error?.data?.code ?? (part as { code?: unknown }).code)
  const strange = codes.filter(code => !isErrorCode(code) || errorTextsDe[code].length < 10)
  return strange.length === 0 ? undefined : `${status} with the code ${strange.map(String).join()}: ${body.slice(0, 200)}`
}

describe('whatever is sent', () => {
  it('no procedure answers with 5xx, and every refusal has a code with its German sentence', { timeout: 240_000 }, async () => {
    const faults: string[] = []
    let asked = 0
    for (const procedure of door.procedures) {
      await door.probe.forgetAttempts()
      for (const body of bodiesFor(procedure)) {
        asked++
        const request =
          procedure.type === 'query'
            ? { method: 'GET' as const, url: `/trpc/${procedure.name}?input=${encodeURIComponent(body.toWellFormed())}` }
            : { method: 'POST' as const, url: `/trpc/${procedure.name}`, headers: json, payload: body }
        const fault = faultOf(await send(request))
        if (fault) faults.push(`${procedure.name} ${body.slice(0, 60)}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(700)
  })

  it('one wrong field among right ones does not either', { timeout: 240_000 }, async () => {
    const { probe, procedures } = door
    const faults: string[] = []
    let asked = 0
    for (const procedure of procedures) {
      const [way] = waysOf(procedure.name)
      if (!way) continue
      for (const name of [...Object.keys(procedure.schema.properties ?? {}), '__proto__', 'constructor', 'fremd']) {
        await probe.forgetAttempts()
        for (const value of wrongValues) {
          asked++
          const right = Object.entries(await probe.inputFor(procedure, way))
          const input: unknown = Object.fromEntries([...right.filter(([key]) => key !== name), [name, value]])
          const sender = { host: probe.hostOf(procedure), cookie: await probe.cookieOf(way.as) }
          const answer = await probe.send(requestOf({ procedure, input }, sender))
          const fault = faultOf(answer)
          if (fault) faults.push(`${procedure.name} ${name} ${JSON.stringify(value).slice(0, 40)}: ${fault}`)
          if (procedure.type === 'mutation' && isGood(answer)) await probe.renew()
        }
      }
    }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(2_000)
  })

  it('no way of transport ends in 5xx or is taken for a good one', async () => {
    const payload = '{"kind":"quick","locale":"de","idempotencyKey":"0d5e4b6e-0c7f-4a52-9d0e-6b8a54f1a001"}'
    const ways: [string, Omit<TestRequest, 'host'>][] = [
      ['multipart', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' }],
      ['form', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'a=b' }],
      ['text', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': 'text/plain' }, payload }],
      ['a mutation by GET', { method: 'GET', url: `/trpc/check.start?input=${encodeURIComponent(payload)}` }],
      ['a query by POST', { method: 'POST', url: '/trpc/city.get', headers: json, payload: '{}' }],
      ['PUT', { method: 'PUT', url: '/trpc/check.start', headers: json, payload }],
      ['an unknown procedure', { method: 'GET', url: '/trpc/does.not.exist' }],
      ['a name of the language', { method: 'GET', url: '/trpc/__proto__.constructor' }],
      ['a batch of eleven', { method: 'GET', url: `/trpc/${Array(11).fill('city.get').join(',')}?batch=1&input={}` }],
      ['a thousand commas', { method: 'GET', url: `/trpc/${','.repeat(1000)}?batch=1&input={}` }],
      ['five thousand commas', { method: 'GET', url: `/trpc/${','.repeat(5000)}?batch=1&input={}` }],
      ['a batch of eleven mutations', { method: 'POST', url: `/trpc/${Array(11).fill('check.start').join(',')}?batch=1`, headers: json, payload: '{}' }],
      ['json with a tab behind its name', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': 'application/json\t; charset=x' }, payload: '{' }],
      ['no kind of content', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': '' }, payload }],
      ['xml', { method: 'POST', url: '/trpc/check.start', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }],
      ['multipart under a spelling of its own', { method: 'POST', url: '/%74rpc/check.start', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' }],
      ['text under a spelling of its own', { method: 'POST', url: '/%74rpc/check.start', headers: { 'content-type': 'text/plain' }, payload }],
      ['an address that cannot be read', { method: 'GET', url: '/files/%ff' }],
      ['an id longer than any', { method: 'GET', url: `/files/${'a'.repeat(3000)}` }],
      ['a broken escape', { method: 'GET', url: '/trpc/check.catalogue?input=%ff%fe' }],
      ['too large', { method: 'POST', url: '/trpc/check.start', headers: json, payload: `{"x":"${'a'.repeat(300_000)}"}` }],
    ]
    const faults: string[] = []
    for (const [name, request] of ways) {
      const answer = await send(request)
      const fault = answer.status < 400 ? `taken: ${answer.status}` : faultOf(answer)
      if (fault) faults.push(`${name}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

describe('the look at an answer', () => {
  it.each([
    ['a server error', { status: 500, body: '{"code":"server.internal"}' }],
    ['a stack', { status: 400, body: '{"code":"input.invalid","stack":"at run (app.ts:12:5)"}' }],
    ['a statement', { status: 400, body: '{"code":"input.invalid","hint":"select id from people"}' }],
    ['a code nobody knows', { status: 400, body: '{"code":"it.broke"}' }],
    ['no code', { status: 404, body: '{"message":"Not Found"}' }],
  ])('finds %s', (_what, answer) => expect(faultOf(answer)).toBeTypeOf('string'))
})
