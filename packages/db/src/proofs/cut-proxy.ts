import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import type { Connection } from '../lane-options.ts'

/** A way to the database that swallows what the server answers, from a moment on, and then cuts the connection. */
export interface CutProxy {
  readonly connection: Connection
  /** From the client's next `commit` on nothing comes back: the server commits, and the client never hears of it. */
  swallowCommit(): void
  /** How often the client has sent `commit` so far. */
  commits(): number
  close(): Promise<void>
}

/** Promises a proxy on a free port in front of the server that `connection` names. */
export async function createCutProxy(connection: Connection): Promise<CutProxy> {
  let isArmed = false
  let commits = 0
  const server = createServer(client => {
    const upstream = connect(connection.port, connection.host)
    let isSwallowing = false
    client.on('data', data => {
      if (data.includes('commit\0')) {
        commits++
        isSwallowing ||= isArmed
      }
      upstream.write(data)
    })
    upstream.on('data', data => {
      if (!isSwallowing) client.write(data)
      else client.destroy()
    })
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) from.on('error', () => {}).on('close', () => to.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    connection: { ...connection, host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    swallowCommit() { isArmed = true },
    commits: () => commits,
    async close() {
      server.close()
    },
  }
}
