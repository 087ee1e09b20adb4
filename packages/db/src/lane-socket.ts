import { connect, type Socket } from 'node:net'
import { LaneError } from './lane-errors.ts'
import type { Connection } from './lane-options.ts'

export interface SingleUseSocket {
  /** What `postgres` calls when it wants a connection: answers the first time, refuses ever after. */
  readonly dial: () => Promise<Socket>
  /** Cuts the connection at once, whatever is on its way. */
  readonly destroy: () => void
}

/**
 * Promises that a client made with it has one connection in its whole life. A driver that re-connects by itself would
 * carry the rest of a broken transaction into a new session, and there into another tenant's transaction.
 */
export function createSingleUseSocket({ host, port }: Connection, connectMs: number): SingleUseSocket {
  let socket: Socket | undefined
  const dial = async () => {
    if (socket) throw new LaneError('LOST', 'a lane connects only once')
    socket = connect(port, host)
    return untilConnected(socket, host, connectMs)
  }
  return { dial, destroy: () => socket?.destroy() }
}

function untilConnected(socket: Socket, host: string, connectMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new LaneError('LOST', `no connection within ${connectMs} ms`)), connectMs)
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.once('close', () => { clearTimeout(timer); reject(new LaneError('LOST', 'the connection was closed')) })
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve(Object.assign(socket, { host })) // postgres takes the server name for TLS from `host`
    })
  })
}
