import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { AppRouter } from '@digitallotsen/server/router.ts'
import { describe, expect, test, vi } from 'vitest'
import { problemOf } from './problem.ts'
import { createClient } from './trpc.ts'
import type { Api } from './trpc.ts'

type Asked = { url: string; method: string | undefined; body: unknown; type: string | null }
type Answer = () => Promise<Response>
type Walk = (api: Api) => readonly Promise<unknown>[]

const json = (body: unknown, status = 200): Answer => async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const refused = { error: { message: 'nein', code: -32004, data: { code: 'assessment.not_found', httpStatus: 404 } } }

const clients: Record<string, (fetch: typeof globalThis.fetch) => Api> = {
  ours: fetch => createClient({ url: '/trpc', maxItems: 3, fetch }),
  official: fetch => createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/trpc', maxItems: 3, fetch: fetch as never })] }),
}

/** What a client asks for, and what it makes of the answers, in the terms that the screens see. */
const walkWith = async (name: string, walk: Walk, answer: Answer) => {
  const asked: Asked[] = []
  const fetch: typeof globalThis.fetch = (url, init) => {
    asked.push({ url: String(url), method: init?.method, body: init?.body ?? undefined, type: new Headers(init?.headers).get('content-type') })
    return answer()
  }
  const settled = await Promise.allSettled(walk((clients[name] as (typeof clients)[string])(fetch)))
  return { asked, settled: settled.map(one => (one.status === 'fulfilled' ? { data: one.value } : { problem: problemOf(one.reason) })) }
}

const twoReads: Walk = api => [api.check.catalogue.query({ locale: 'de' }), api.identity.me.query({})]
const oneWrite: Walk = api => [api.identity.refresh.mutate({})]
const fiveReads: Walk = api => ['de', 'en', 'de', 'en', 'de'].map(locale => api.check.catalogue.query({ locale: locale as 'de' }))

const scenes: Record<string, [Walk, Answer]> = {
  'two reads of one moment': [twoReads, json([{ result: { data: { a: 'ä€' } } }, { result: { data: null } }])],
  'a read without a result': [api => [api.identity.me.query({})], json([{ result: {} }])],
  'a write': [oneWrite, json([{ result: { data: { ok: true } } }])],
  'more reads than go into one request': [fiveReads, json([{ result: { data: 1 } }, { result: { data: 2 } }, { result: { data: 3 } }])],
  'a read and a write together': [api => [...oneWrite(api), ...twoReads(api)], json([{ result: { data: 1 } }, { result: { data: 2 } }])],
  'one refused of two': [twoReads, json([refused, { result: { data: 1 } }], 207)],
  'a refusal of the whole request': [twoReads, json(refused, 404)],
  'an answer too few': [twoReads, json([{ result: { data: 1 } }])],
  'an answer that is none of ours': [twoReads, json({ hello: 'world' })],
  'a page instead of an answer': [twoReads, async () => new Response('<!doctype html>', { status: 502 })],
  'no network': [oneWrite, async () => Promise.reject(new TypeError('Failed to fetch'))],
}

describe('our caller does what tRPC’s own does', () => {
  test.each(Object.entries(scenes))('%s', async (_name, [walk, answer]) => {
    const [ours, official] = [await walkWith('ours', walk, answer), await walkWith('official', walk, answer)]
    expect(ours).toEqual(official)
    expect(ours.asked.length).toBeGreaterThan(0)
  })
})

const neverEnding = () => {
  const signals: AbortSignal[] = []
  const fetch: typeof globalThis.fetch = (_url, init) => {
    if (init?.signal) signals.push(init.signal)
    return new Promise(() => undefined)
  }
  return { signals, api: createClient({ url: '/trpc', maxItems: 3, fetch }) }
}

test('a call given up before it leaves is never sent', async () => {
  const { api, signals } = neverEnding()
  const ending = new AbortController()
  const read = api.identity.me.query({}, { signal: ending.signal })
  ending.abort()
  await expect(read).rejects.toMatchObject({ name: 'AbortError' })
  await expect(api.identity.me.query({}, { signal: ending.signal })).rejects.toMatchObject({ name: 'AbortError' })
  await new Promise(done => setTimeout(done))
  expect(signals).toEqual([])
})

test('a request ends once all of its calls are given up, not before', async () => {
  const { api, signals } = neverEnding()
  const [first, second] = [new AbortController(), new AbortController()]
  const reads = [first, second].map(({ signal }) => api.identity.me.query({}, { signal }).catch(() => 'given up'))
  await vi.waitFor(() => expect(signals).toHaveLength(1))
  first.abort()
  expect(await reads[0]).toBe('given up')
  expect(signals[0]?.aborted).toBe(false)
  second.abort()
  expect(signals[0]?.aborted).toBe(true)
})

test('the client may be handed on like a value, and a name that is no call says so', async () => {
  const { api } = neverEnding()
  expect(await Promise.resolve(api)).toBe(api)
  expect(() => (api as unknown as { check: { start: () => void } }).check.start()).toThrow('check.start is no call.')
})
