import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import { WebFailure } from './failure.ts'
import { untilAborted } from './until-aborted.ts'

/** The two ways to the outside, and the authorities believed. A test gives its own; nothing else can. */
export type Network = {
  /** All addresses of a name, as numbers; throws a WebFailure. */
  resolve(name: string, signal: AbortSignal): Promise<string[]>
  records(name: string, type: 'MX' | 'TXT', signal: AbortSignal): Promise<string[]>
  /** Opens a connection to a numeric address. */
  dial(at: { address: string; port: number }, signal: AbortSignal): Promise<Socket>
  authorities?: string[]
}

const dnsMs = 3_000
const emptyCodes = new Set<string>([NODATA, NOTFOUND])

/** Asks, and gives up when the signal does; a name without such records has none. */
const ask = async <T>(servers: readonly string[] | undefined, signal: AbortSignal, question: (resolver: Resolver) => Promise<T[]>): Promise<T[]> => {
  const resolver = new Resolver({ timeout: dnsMs, tries: 2 })
  if (servers) resolver.setServers(servers)
  const asked = question(resolver).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && emptyCodes.has(error.code)) return []
    throw new WebFailure('dns')
  })
  try {
    return await untilAborted(signal, asked)
  } finally {
    resolver.cancel()
  }
}

/** The name servers are asked directly: neither /etc/hosts nor a search domain turns a public name into an inner one. */
const createResolve = (servers?: readonly string[]): Network['resolve'] => async (name, signal) => {
  const [v4, v6] = await Promise.allSettled([ask(servers, signal, resolver => resolver.resolve4(name)), ask(servers, signal, resolver => resolver.resolve6(name))])
  const found = [v4, v6].flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  throw v4.status === 'rejected' ? v4.reason : new WebFailure('dns')
}

const createRecords = (servers?: readonly string[]): Network['records'] => async (name, type, signal) => {
  if (type === 'TXT') return (await ask(servers, signal, resolver => resolver.resolveTxt(name))).map(parts => parts.join(''))
  const found = await ask(servers, signal, resolver => resolver.resolveMx(name))
  return found.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
}

const dial: Network['dial'] = ({ address, port }, signal) =>
  new Promise((answer, refuse) => {
    const socket = connect({ host: address, port, noDelay: true })
    const giveUp = () => socket.destroy(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    socket.once('connect', () => {
      signal.removeEventListener('abort', giveUp)
      answer(socket)
    })
    socket.once('error', refuse)
  })

/** The machine's own name servers, or others. */
export const createPublicNetwork = (servers?: readonly string[]): Network => ({ resolve: createResolve(servers), records: createRecords(servers), dial })
