import { createTRPCClient, httpBatchLink, httpBatchStreamLink, httpLink, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { InjectOptions } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openOfficial, openThin, type ConformanceRouter, type Side } from './thin-adapter.fixture.ts'

let thin: Side
let official: Side

beforeAll(async () => {
  thin = await openThin()
  official = await openOfficial()
})
afterEach(() => {
  for (const side of [thin, official]) side.told.splice(0)
  thin.ran.splice(0)
})
afterAll(() => Promise.all([thin.app.close(), official.app.close()]))

/** The differences that are meant: our JSON names its charset, and its length instead of coming in pieces. */
const meant = ({ date: _date, connection: _connection, 'keep-alive': _alive, 'content-length': _length, 'transfer-encoding': _coding, ...headers }: Record<string, unknown>) => ({
  ...headers,
  'content-type': String(headers['content-type']).replace('; charset=utf-8', ''),
})

const answerOf = async ({ app, told, ran }: Side, request: InjectOptions) => {
  told.splice(0)
  ran.splice(0)
  const { statusCode, headers, body } = await app.inject({ ...request, headers: { host: 'ort.localhost', ...request.headers } })
  return { status: statusCode, headers: meant(headers), body, told: [...told], ran: [...ran] }
}

const q = (path: string, input?: unknown, more = '') => `/trpc/${path}?${more}${input === undefined ? '' : `input=${encodeURIComponent(JSON.stringify(input))}`}`
const batch = (path: string, input?: unknown) => q(path, input, 'batch=1&')
const post = (path: string, body: string | undefined, headers: Record<string, string> = { 'content-type': 'application/json' }): InjectOptions => ({
  method: 'POST', url: `/trpc/${path}`, headers, ...(body === undefined ? {} : { payload: body }),
})
const get = (url: string, headers: Record<string, string> = {}): InjectOptions => ({ method: 'GET', url, headers })

const form = '--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nMuster\r\n--b--\r\n'

/** Request by request; each is answered alike by both, and what ran and what was told as an error is alike too. */
const requests: Record<string, InjectOptions> = {
  'a query': get(q('deep.down.echo', { text: 'ä€😀' })),
  'a query with a context': get('/trpc/bare', { 'x-who': 'somebody' }),
  'a query without an answer': get('/trpc/nothing'),
  'a query with a JSON content type': get('/trpc/bare', { 'content-type': 'application/json' }),
  'a query with another content type': get('/trpc/bare', { 'content-type': 'text/plain' }),
  'a query with a form’s content type': get('/trpc/bare', { 'content-type': 'multipart/form-data; boundary=b' }),
  'a query that lacks its input': get('/trpc/deep.down.echo'),
  'a query with an empty input': get('/trpc/deep.down.echo?input='),
  'an input of null': get(q('given', null)),
  'an input of false': get(q('given', false)),
  'an input of a list': get(q('given', [1, 2])),
  'an input with a key of the prototype': get(`/trpc/given?input=${encodeURIComponent('{"__proto__":{"x":1},"constructor":2}')}`),
  'an input twice': get(`${q('given', 1)}&input=2`),
  'an input with a plus for a space': get('/trpc/given?input="a+b"'),
  'an input that is no JSON': get('/trpc/given?input={'),
  'an input with a broken escape': get('/trpc/given?input="%FF"'),
  'an input with half an escape': get('/trpc/given?input="%"'),
  'an input that does not fit': get(q('deep.down.echo', { text: 1 })),
  'an input with a field too many': get(q('deep.down.echo', { text: 'a', more: 1 })),
  'an unknown procedure': get('/trpc/nobody'),
  'an unknown procedure by POST': post('nobody', '{}'),
  'a name of the prototype': get('/trpc/constructor'),
  'a router instead of a procedure': get('/trpc/deep.down'),
  'an escaped name': get('/trpc/deep%2Edown%2Eecho?input={}'),
  'a doubly escaped name': get('/trpc/deep%252Edown.echo?input={}'),
  'a name with a broken escape': get('/trpc/%25zz'),
  'a query by POST': post('bare', '{}'),
  'a mutation by GET': get(q('say', { text: 'a' })),
  'a mutation': post('say', '{"text":"a"}'),
  'a mutation with a charset': post('say', '{"text":"a"}', { 'content-type': 'Application/JSON; charset=utf-8' }),
  'a mutation without a body': post('free', undefined),
  'a mutation with an empty body': post('free', ''),
  'a mutation without a content type': post('say', '{"text":"a"}', {}),
  'a mutation as text': post('say', '{"text":"a"}', { 'content-type': 'text/plain' }),
  'a mutation whose body is no JSON': post('say', '{"text":'),
  'a mutation whose body does not fit': post('say', '"a"'),
  'a mutation that breaks': post('breaks', '{}'),
  'a mutation with a form': post('form', form, { 'content-type': 'multipart/form-data; boundary=b' }),
  'a mutation with octets': post('free', 'abc', { 'content-type': 'application/octet-stream' }),
  'a body that is too large': post('say', JSON.stringify({ text: 'a'.repeat(20_000) })),
  'a query that fails': get('/trpc/fails'),
  'each status': get(batch('statuses,statuses,statuses', { 0: 'CONFLICT', 1: 'TOO_MANY_REQUESTS', 2: 'UNAUTHORIZED' })),
  'one status': get(batch('statuses,statuses', { 0: 'CONFLICT', 1: 'CONFLICT' })),
  'a batch': get(batch('bare,deep.down.echo,nothing', { 1: { text: 'b' } })),
  'a batch of one': get(batch('deep.down.echo', { 0: { text: 'b' } })),
  'a batch without inputs': get(batch('bare,bare')),
  'a batch with a failure in it': get(batch('bare,fails')),
  'a batch with an unknown one in it': get(batch('bare,nobody')),
  'a batch that is too large': get(batch('bare,bare,bare,bare')),
  'a batch of queries and mutations': get(batch('bare,say')),
  'a batch whose inputs are a list': get(batch('bare,given', [1, 2])),
  'a batch whose inputs are null': get(batch('bare,given', null)),
  'a batch whose inputs are no JSON': get('/trpc/bare,given?batch=1&input={'),
  'a batch by another word': get('/trpc/bare?batch=true'),
  'a batch of mutations': post('say,say?batch=1', '{"0":{"text":"a"},"1":{"text":"b"}}'),
  'a batch of mutations, one of which fails': post('say,breaks,say?batch=1', '{"0":{"text":"a"},"2":{"text":"b"}}'),
  'a comma without a batch': get('/trpc/bare,bare'),
  'an empty name in a batch': get('/trpc/bare,?batch=1'),
  'no context': get('/trpc/bare', { 'x-break': '1' }),
  'no context in a batch': get(batch('bare,deep.down.echo', { 1: { text: 'a' } }), { 'x-break': '1' }),
  'no context for a mutation': post('say', '{"text":"a"}', { 'content-type': 'application/json', 'x-break': '1' }),
  'a subscription': get('/trpc/ticks', { accept: 'text/event-stream' }),
  'a subscription in a batch': get(batch('ticks')),
  'a wish for a stream': get(batch('bare'), { 'trpc-accept': 'application/jsonl' }),
  'a wish for a stream by accept': get(batch('bare'), { accept: 'application/jsonl' }),
  'parameters of a connection': get(`/trpc/bare?connectionParams=${encodeURIComponent('{"a":"b"}')}`),
  'HEAD': { method: 'HEAD', url: '/trpc/bare' },
  'PUT': { method: 'PUT', url: '/trpc/bare' },
  'DELETE': { method: 'DELETE', url: '/trpc/bare' },
  'OPTIONS': { method: 'OPTIONS', url: '/trpc/bare' },
  'a host that is none': get('/trpc/bare', { host: 'a b' }),
  'a host of a network address': get('/trpc/bare', { host: '[::1]:3000' }),
  'another host': get('/trpc/bare', { host: 'ort.localhost:3000' }),
}

describe('the thin adapter answers as the official one', () => {
  for (const [name, request] of Object.entries(requests)) {
    it(name, async () => {
      const answers = [await answerOf(thin, request), await answerOf(official, request)] as const
      expect(answers[0]).toEqual(answers[1])
    })
  }

  it('and runs a mutation once', async () => {
    expect((await answerOf(thin, requests['a batch of mutations'] as InjectOptions)).ran).toEqual(['a', 'b'])
  })
})

/** What cannot be given plainly is an error either way; what the official adapter calls it, and what is said of where, differs. */
describe('the differences that are listed', () => {
  it.each(['streams', 'endless', 'unwritable'])('%s is refused with the same status and code', async path => {
    const [ours, theirs] = [await answerOf(thin, get(`/trpc/${path}`)), await answerOf(official, get(`/trpc/${path}`))]
    expect(ours.status).toBe(theirs.status)
    expect(JSON.parse(ours.body).error.code).toBe(JSON.parse(theirs.body).error.code)
  })

  it('a stream in a batch is refused alike; here it is told as an error, there it is not', async () => {
    const [ours, theirs] = [await answerOf(thin, get(batch('streams,bare'))), await answerOf(official, get(batch('streams,bare')))]
    expect({ ...ours, told: [] }).toEqual(theirs)
    expect(ours.told).toMatchObject([{ code: 'UNSUPPORTED_MEDIA_TYPE', path: 'streams' }])
  })

  it('JSON names its charset and its length', async () => {
    const { headers } = await thin.app.inject('/trpc/bare')
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'content-length': expect.any(String) })
  })
})

type Client = ReturnType<typeof createTRPCClient<ConformanceRouter>>
type Settled = { data?: unknown; code?: unknown; status?: unknown; message?: string }

const links: Record<string, (url: string) => TRPCLink<ConformanceRouter>> = {
  httpLink: url => httpLink({ url }),
  httpBatchLink: url => httpBatchLink({ url, maxItems: 3 }),
  'httpBatchLink by POST': url => httpBatchLink({ url, maxItems: 3, methodOverride: 'POST' }),
  httpBatchStreamLink: url => httpBatchStreamLink({ url, maxItems: 3 }),
}

const calls: Record<string, (client: Client) => Promise<unknown>> = {
  'a query': client => client.deep.down.echo.query({ text: 'ä€😀' }),
  'a query without an answer': client => client.nothing.query(),
  'a mutation': client => client.say.mutate({ text: 'a' }),
  'two queries at once': client => Promise.all([client.bare.query(), client.given.query({ a: [1, null] })]),
  'a failure beside a query': async client => (await Promise.allSettled([client.bare.query(), client.fails.query()])).map(end => end.status),
  'a failure': client => client.fails.query(),
  'a failure inside': client => client.breaks.mutate(),
  'an input that does not fit': client => client.deep.down.echo.query({ text: 1 } as never),
  'an unknown procedure': client => (client as unknown as { nobody: { query(): Promise<unknown> } }).nobody.query(),
}

const settle = async (side: Side, link: (url: string) => TRPCLink<ConformanceRouter>, call: (client: Client) => Promise<unknown>): Promise<Settled> => {
  const address = side.app.server.address()
  const client = createTRPCClient<ConformanceRouter>({ links: [link(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/trpc`)] })
  try {
    return { data: await call(client) }
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error
    return { code: error.data?.code, status: error.data?.httpStatus, message: error.message }
  }
}

describe('the real client sees no difference', () => {
  for (const [linkName, link] of Object.entries(links)) {
    for (const [name, call] of Object.entries(calls)) {
      it(`${name}, by ${linkName}`, async () => expect(await settle(thin, link, call)).toEqual(await settle(official, link, call)))
    }
  }
})
