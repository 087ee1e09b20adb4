type Kind = 'query' | 'mutation'
type Call = { path: string; input: unknown; signal: AbortSignal | undefined; done: (data: unknown) => void; fail: (error: unknown) => void }
type Reply = { result?: { data?: unknown }; error?: { message?: string; data?: unknown } }
export type CallSettings = { url: string; maxItems: number; fetch: typeof fetch }

/** What the server refused; `data` is what it says about it. */
export class CallRefused extends Error {
  readonly data: unknown
  constructor({ message, data }: NonNullable<Reply['error']>) {
    super(message)
    this.data = data
  }
}

/** Ends one request once every call in it has been given up. */
const abortedBy = (calls: readonly Call[]): AbortSignal => {
  const ending = new AbortController()
  const look = () => calls.every(({ signal }) => signal?.aborted) && ending.abort()
  for (const { signal } of calls) signal?.addEventListener('abort', look, { once: true })
  return ending.signal
}

const requestOf = (url: string, kind: Kind, calls: readonly Call[]): [string, RequestInit] => {
  const address = `${url}/${calls.map(({ path }) => path).join(',')}?batch=1`
  const inputs = JSON.stringify(Object.fromEntries(calls.map(({ input }, index) => [index, input])))
  const signal = abortedBy(calls)
  return kind === 'query'
    ? [`${address}&input=${encodeURIComponent(inputs)}`, { method: 'GET', signal }]
    : [address, { method: 'POST', signal, body: inputs, headers: { 'content-type': 'application/json' } }]
}

const settle = (call: Call, reply: Reply | undefined): void => {
  if (reply?.error) call.fail(new CallRefused(reply.error))
  else if (reply?.result) call.done(reply.result.data)
  else call.fail(new Error('The answer is none of ours.'))
}

const send = async ({ url, fetch }: CallSettings, kind: Kind, calls: readonly Call[]): Promise<void> => {
  try {
    const replies = (await (await fetch(...requestOf(url, kind, calls))).json()) as Reply | Reply[]
    calls.forEach((call, index) => settle(call, Array.isArray(replies) ? replies[index] : replies))
  } catch (error) {
    for (const call of calls) call.fail(error)
  }
}

/** Collects the calls of one moment and sends them together, no more of them in one request than the server takes. */
const createBatches = (settings: CallSettings, kind: Kind): ((call: Call) => void) => {
  let waiting: Call[] = []
  const leave = (): void => {
    const calls = waiting.filter(({ signal }) => !signal?.aborted)
    waiting = []
    for (let start = 0; start < calls.length; start += settings.maxItems) void send(settings, kind, calls.slice(start, start + settings.maxItems))
  }
  return call => {
    if (waiting.push(call) === 1) setTimeout(leave)
  }
}

/** `caller('query', 'check.result', input)`: a procedure by its name, in tRPC's own batched wire format. */
export const createCaller = (settings: CallSettings) => {
  const batches = { query: createBatches(settings, 'query'), mutation: createBatches(settings, 'mutation') }
  return (kind: Kind, path: string, input: unknown, signal?: AbortSignal): Promise<unknown> =>
    new Promise((done, fail) => {
      const giveUp = () => fail(signal?.reason)
      if (signal?.aborted) return giveUp()
      signal?.addEventListener('abort', giveUp, { once: true })
      batches[kind]({ path, input, signal, done, fail })
    })
}
