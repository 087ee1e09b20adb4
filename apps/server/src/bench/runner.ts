import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Ground } from './ground.ts'
import type { Request } from './routes/route.ts'

export type Runner = {
  route: string
  /** Answers given. A cold process on a busy machine may refuse some: nothing is measured yet. */
  warm(seconds: number): Promise<number>
  measure(seconds: number): Promise<Round>
  stop(): void
}

/** One round of one route: what it answered per second, how long the slowest twentieth waited, what Node spent on each. */
export type Round = { perSecond: number; p95: number; micros: number }

/** Requests under way at the same time: more than two cores can do, fewer than there are lanes. */
const connections = 8

const messageOf = async <T>(child: ChildProcess): Promise<T> => {
  const heard = new AbortController()
  const { signal } = heard
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the process ended with ${code} before it answered`)
  })
  ended.catch(() => {}) // given up when the message is there
  const [message] = await Promise.race([once(child, 'message', { signal }), ended]).finally(() => heard.abort())
  return message as T
}

const costOf = async (child: ChildProcess): Promise<number> => {
  child.send('cost')
  const { cost } = await messageOf<{ cost: NodeJS.CpuUsage }>(child)
  return cost.user + cost.system
}

/** A process that has just started may refuse at first, where the machine is busy; a wrong answer is none either time. */
const check = async (route: string, url: string, request: Request, attempts = 3): Promise<void> => {
  const { method, headers, body, expects } = request
  const results = await autocannon({ url, method, headers, ...(body ? { body } : {}), connections: 1, amount: 1, verifyBody: given => String(given).includes(expects) })
  if (results['2xx'] === 1 && results.mismatches === 0) return
  if (attempts === 1 || results['2xx'] === 1) throw new Error(`${route} gives a wrong answer, status ${Object.keys(results.statusCodeStats ?? {}).join(' ')}`)
  await check(route, url, request, attempts - 1)
}

/** A compressed body read as text costs the one who asks more than the one who answers; that it is right was checked before. */
const readNoBody = (client: autocannon.Client): void => {
  const { pipelinedRequests } = client as unknown as { pipelinedRequests: { addBody: (text: string) => void } }
  pipelinedRequests.addBody = () => {}
}

const shoot = async (url: string, { method, headers, body }: Request, seconds: number) => {
  const times: number[] = []
  const begun = performance.now()
  const results = await new Promise<autocannon.Result>((done, fail) => {
    const run = autocannon({ url, method, headers, ...(body ? { body } : {}), connections, duration: seconds, sampleInt: 250, setupClient: readNoBody }, (error: Error | null, given: autocannon.Result) => (error ? fail(error) : done(given)))
    run.on('response', (_client: unknown, _status: number, _bytes: number, milliseconds: number) => times.push(milliseconds))
  })
  const refused = results.non2xx + results.errors
  return { times: times.sort((a, b) => a - b), elapsed: (performance.now() - begun) / 1000, refused }
}

/** Starts a fresh process for the route, and refuses to measure it before its answer was seen to be right. A round with a refusal in it does not count. */
export const startRunner = async (ground: Ground, route: string): Promise<Runner> => {
  const child = fork(join(import.meta.dirname, 'serve.ts'), { stdio: ['ignore', 2, 2, 'ipc'] })
  child.send({ ground, route })
  const { port, request } = await messageOf<{ port: number; request: Request }>(child)
  const url = `http://127.0.0.1:${port}${request.path}`
  await check(route, url, request)
  const measure = async (seconds: number, attempts = 3): Promise<Round> => {
    const before = await costOf(child)
    const { times, elapsed, refused } = await shoot(url, request, seconds)
    if (refused > 0 && attempts === 1) throw new Error(`${route} refuses, again and again`)
    if (refused > 0) return measure(seconds, attempts - 1)
    const micros = ((await costOf(child)) - before) / times.length
    return { perSecond: times.length / elapsed, p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN, micros }
  }
  return {
    route,
    measure: seconds => measure(seconds),
    warm: async seconds => (await shoot(url, request, seconds)).times.length,
    stop: () => void child.kill(),
  }
}
