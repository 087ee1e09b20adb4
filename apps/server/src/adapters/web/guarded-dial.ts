import type { Socket } from 'node:net'
import { WebFailure, reasonOf } from './failure.ts'
import type { Network } from './network.ts'
import { isPublicAddress } from './public-address.rules.ts'
import { isTrialTarget, type TrialHost } from './trial-hosts.ts'
import { untilAborted } from './until-aborted.ts'
import { readTarget } from './web-target.rules.ts'

export type Guard = { network: Network; trial: readonly TrialHost[]; connectMs: number }

const trialAddress = '127.0.0.1'
const maxAttempts = 4

type Ways = { port: number; addresses: string[]; isAllowed: (address: string) => boolean }

const listWays = async (target: URL, { network, trial }: Guard, signal: AbortSignal): Promise<Ways> => {
  if (isTrialTarget(target, trial)) return { port: Number(target.port), addresses: [trialAddress], isAllowed: address => address === trialAddress }
  const bare = target.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isPublicAddress(bare) ? [bare] : await untilAborted(signal, network.resolve(target.hostname, signal))
  if (addresses.length === 0) throw new WebFailure('dns')
  return { port: target.protocol === 'https:' ? 443 : 80, addresses, isAllowed: isPublicAddress }
}

const dialOne = async (address: string, { port, isAllowed }: Ways, guard: Guard, signal: AbortSignal): Promise<Socket> => {
  const attempt = AbortSignal.any([signal, AbortSignal.timeout(guard.connectMs)])
  const socket = await untilAborted(attempt, guard.network.dial({ address, port }, attempt))
  if (isAllowed(socket.remoteAddress ?? '')) return socket
  socket.destroy()
  throw new WebFailure('refused_address')
}

/**
 * A connection to a target, or a WebFailure. The target is read anew, a name is looked up once, all its addresses must be public, the
 * number itself is dialled, and before a byte is sent the socket's other end is looked at again.
 */
export const dialGuarded = async (address: URL, guard: Guard, signal: AbortSignal): Promise<Socket> => {
  const target = readTarget(address.href, { trial: guard.trial })
  const ways = await listWays(target, guard, signal)
  if (!ways.addresses.every(ways.isAllowed)) throw new WebFailure('refused_address')
  let failure: unknown
  for (const way of ways.addresses.slice(0, maxAttempts)) {
    try {
      return await dialOne(way, ways, guard, signal)
    } catch (error) {
      failure = error
      if (signal.aborted || reasonOf(error) === 'refused_address') break
    }
  }
  throw signal.aborted ? signal.reason : failure instanceof WebFailure ? failure : new WebFailure(isTimeout(failure) ? 'timeout' : 'unreachable')
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError'
