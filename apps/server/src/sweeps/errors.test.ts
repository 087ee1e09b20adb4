import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isErrorCode } from '@digitallotsen/domain/errors.ts'
import { errorTextsDe } from '@digitallotsen/domain/error-texts.de.ts'
import { openDoor } from './door.fixture.ts'
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
  const strange = codes.find(code => !isErrorCode(code) || errorTextsDe[code].length < 10)
  return strange === undefined ? undefined : `${status} with the code ${String(strange)}: ${body.slice(0, 200)}`
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
