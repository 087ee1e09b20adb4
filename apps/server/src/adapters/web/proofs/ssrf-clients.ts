import { isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { callbackify } from 'node:util'
import { Agent, type buildConnector } from 'undici'
import { createGuardedReader } from '../guarded-reader.ts'
import type { Network } from '../network.ts'
import { isPublicAddress } from '../public-address.rules.ts'

/** Tries to read an address; whether it came anywhere is asked of the world. */
export type Client = { read(url: string): Promise<void>; close(): Promise<void> }

const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1')

/** The connector of a client that trusts: a number is dialled, a name is looked up, nothing is judged. */
const trusting = ({ resolve, dial }: Network, isAcceptable: (address: string) => boolean): buildConnector.connector => {
  const open = async ({ hostname, protocol, port }: buildConnector.Options) => {
    const host = bare(hostname)
    const [address] = isIP(host) ? [host] : (await resolve(host, new AbortController().signal)).filter(isAcceptable)
    if (!address) throw new Error('no such name')
    const socket = await dial({ address, port: Number(port || (protocol === 'https:' ? 443 : 80)) }, new AbortController().signal)
    return protocol === 'https:' ? connectTls({ socket }).on('error', () => socket.destroy()) : socket
  }
  const run = callbackify(open)
  return (options, done) => run(options, (error, socket) => (error ? done(error, null) : done(null, socket)))
}

const follow = async (agent: Agent, first: string, ensure: (url: URL) => Promise<void>): Promise<void> => {
  let url = new URL(first)
  for (let hops = 0; hops < 10; hops++) {
    await ensure(url)
    const { statusCode, headers, body } = await agent.request({ origin: url.origin, path: url.pathname + url.search, method: 'GET', signal: AbortSignal.timeout(5_000) })
    await body.dump()
    if (statusCode < 300 || !headers.location) return
    url = new URL(String(headers.location), url)
  }
}

const createClient = (connector: buildConnector.connector, ensure: (url: URL) => Promise<void>): Client => {
  const agent = new Agent({ connect: connector, pipelining: 0 })
  return { read: url => follow(agent, url, ensure).catch(() => {}), close: () => agent.destroy() }
}

/** Looks at nothing. */
export const createUnguarded = (network: Network): Client => createClient(trusting(network, () => true), async () => {})

/** Looks a name up and judges what it finds, at every hop, and then fetches, which looks it up again. */
export const createCheckThenFetch = (network: Network): Client =>
  createClient(trusting(network, () => true), async url => {
    const host = bare(url.hostname)
    const addresses = isIP(host) ? [host] : await network.resolve(host, new AbortController().signal)
    if (url.port !== '' || !addresses.every(isPublicAddress)) throw new Error('refused')
  })

/** Judges only what a lookup says, as a lookup hook does: numbers are never looked up. */
export const createLookupHook = (network: Network): Client => createClient(trusting(network, isPublicAddress), async () => {})

/** The product's. */
export const createOurs = (network: Network): Client & { reasons: Record<string, number> } => {
  const reader = createGuardedReader({ network, limits: { totalMs: 5_000 } })
  const reasons: Record<string, number> = {}
  return {
    reasons,
    async read(url) {
      const result = await reader.fetch({ url, want: 'page', contact: 'https://stadt.example/kontakt' })
      const reason = result.ok ? 'read' : result.reason
      reasons[reason] = (reasons[reason] ?? 0) + 1
    },
    close: () => reader.close(),
  }
}

/** The product's without its last look: every connection says it ends where it was dialled. */
export const createWithoutLastLook = (network: Network): Client =>
  createOurs({ ...network, dial: async (at, signal) => Object.defineProperty(await network.dial(at, signal), 'remoteAddress', { value: at.address }) })
