import { isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { callbackify } from 'node:util'
import type { buildConnector } from 'undici'
import { WebFailure } from './failure.ts'
import { dialGuarded, type Guard } from './guarded-dial.ts'
import { untilAborted } from './until-aborted.ts'

export type TlsOptions = { hostname: string; isCertificateIgnored: boolean; authorities: string[] | undefined }

/** Speaks TLS over an open connection; the name asked for is the one the certificate must carry. */
export const secure = (socket: Socket, { hostname, isCertificateIgnored, authorities }: TlsOptions, signal: AbortSignal): Promise<TLSSocket> => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const shaken = new Promise<TLSSocket>((resolve, reject) => {
    const secured = connectTls({
      socket,
      host,
      ...(!isIP(host) && { servername: host }),
      ...(authorities && { ca: authorities }),
      rejectUnauthorized: !isCertificateIgnored,
      ALPNProtocols: ['http/1.1'],
    })
    secured.once('secureConnect', () => resolve(secured))
    secured.on('error', () => reject(new WebFailure('tls')))
    secured.once('close', () => reject(new WebFailure('reset')))
  })
  return untilAborted(signal, shaken).catch((error: unknown) => {
    socket.destroy()
    throw error
  })
}

/** undici's way out: every connection it opens, for whatever hop, goes through the guard. */
export const createGuardedConnector = (guard: Guard, isCertificateIgnored: boolean, signal: AbortSignal): buildConnector.connector => {
  const open = async ({ protocol, hostname, port }: buildConnector.Options): Promise<Socket> => {
    const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname
    const socket = await dialGuarded(new URL(`${protocol}//${host}${port ? `:${port}` : ''}`), guard, signal)
    if (protocol !== 'https:') return socket
    return secure(socket, { hostname, isCertificateIgnored, authorities: guard.network.authorities }, signal)
  }
  const run = callbackify(open)
  return (options, callback) => run(options, (error, socket) => (error ? callback(error, null) : callback(null, socket)))
}
