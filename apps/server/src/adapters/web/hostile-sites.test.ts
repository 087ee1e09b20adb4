import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createGuardedReader } from './guarded-reader.ts'
import type { WebLimits } from './web-limits.ts'
import { contact } from './web-reader.contract.ts'

/** What a server says, byte for byte, once it has been asked. */
type Script = (socket: Socket, asked: string) => void

let close: () => void = () => {}
afterEach(() => {
  close()
  close = () => {}
})

const serveRaw = async (script: Script): Promise<number> => {
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {})
    socket.once('data', bytes => script(socket, bytes.toString('latin1')))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => {
    for (const socket of open) socket.destroy()
    server.close()
  }
  return (server.address() as AddressInfo).port
}

const readFrom = async (script: Script, limits: Partial<WebLimits> = {}) => {
  const port = await serveRaw(script)
  const reader = createGuardedReader({ trial: [{ host: 'laden.localhost', port }], limits })
  return reader.fetch({ url: `http://laden.localhost:${port}/`, want: 'page', contact })
}

const head = (lines: string[] = []) => ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Connection: close', ...lines].join('\r\n') + '\r\n\r\n'
const packed = (bytes: Buffer, encoding: string): Script => socket => void socket.end(Buffer.concat([Buffer.from(head([`Content-Encoding: ${encoding}`])), bytes]))

/** Says the same until nobody listens any more. */
const forever = (socket: Socket, text: string | Buffer): void => {
  const more = () => {
    while (!socket.destroyed && socket.write(text));
    if (!socket.destroyed) socket.once('drain', more)
  }
  more()
}
const drip = (start: string, piece: string): Script => socket => {
  socket.write(start)
  const timer = setInterval(() => socket.write(piece), 20)
  socket.once('close', () => clearInterval(timer))
}

const megabyte = gzipSync(Buffer.alloc(1_000_000))

describe('a hostile site', () => {
  it.each<[string, Script, string, Partial<WebLimits>]>([
    ['that never says a word', () => {}, 'timeout', { totalMs: 300 }],
    ['whose header comes a byte at a time', drip('HTTP/1.1 200 OK\r\nX: ', 'a'), 'timeout', { totalMs: 300 }],
    ['whose body comes a byte at a time', drip(head(), 'a'), 'timeout', { totalMs: 300 }],
    ['that has always one more hint', drip('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), 'timeout', { totalMs: 300 }],
    ['without end', socket => { socket.write(head()); forever(socket, '<p>Wort</p>'.repeat(1_000)) }, 'too_large', {}],
    ['of 200 megabytes in gzip', packed(Buffer.concat(Array.from({ length: 200 }, () => megabyte)), 'gzip'), 'too_large', {}],
    ['of 50 megabytes in brotli', packed(brotliCompressSync(Buffer.alloc(50_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), 'br'), 'too_large', {}],
    ['of gzip in gzip', packed(gzipSync(Buffer.concat(Array.from({ length: 200 }, () => megabyte))), 'gzip, gzip'), 'too_large', {}],
    ['packed three times', packed(gzipSync(gzipSync(gzipSync('<html>'))), 'gzip, gzip, gzip'), 'encoding', {}],
    ['that unpacks to nothing for ever', socket => { socket.write(head(['Content-Encoding: gzip'])); socket.write(Buffer.from('1f8b0800000000000003', 'hex')); forever(socket, Buffer.from('000000ffff'.repeat(1_000), 'hex')) }, 'too_large', {}],
    ['with broken gzip', packed(Buffer.from('1f8b08000000000000ffffffffff', 'hex'), 'gzip'), 'encoding', {}],
    ['packed as nobody asked', packed(Buffer.from('28b52ffd', 'hex'), 'zstd'), 'encoding', {}],
    ['with 100,000 headers', socket => void socket.end(`HTTP/1.1 200 OK\r\n${Array.from({ length: 100_000 }, (_, i) => `X-${i}: 1\r\n`).join('')}\r\n`), 'headers_too_large', {}],
    ['with one header of a megabyte', socket => void socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(1_000_000)}\r\n\r\n`), 'headers_too_large', {}],
    ['that is no site', socket => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'protocol', {}],
    ['that says two lengths', socket => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'), 'reset', {}],
    ['that hangs up', socket => socket.resetAndDestroy(), 'reset', {}],
    ['that hangs up in the middle', socket => void socket.write(head(['Content-Length: 1000']) + '<html>', () => socket.resetAndDestroy()), 'reset', {}],
    ['shorter than it says', socket => void socket.end(head(['Content-Length: 1000']) + '<html>'), 'reset', {}],
    ['that leads to what is no address', socket => void socket.end('HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n'), 'invalid_url', {}],
    ['that leads to a name and password', socket => void socket.end('HTTP/1.1 302 Found\r\nLocation: http://a:b@www.musterladen.de/\r\nContent-Length: 0\r\n\r\n'), 'credentials', {}],
  ])('%s ends with a reason', async (_what, script, reason, limits) => {
    expect(await readFrom(script, limits)).toMatchObject({ ok: false, reason })
  })

  it('is left at the limit, not at its end', async () => {
    const gone = Promise.withResolvers<void>()
    await readFrom(socket => {
      socket.once('close', () => gone.resolve())
      socket.write(head())
      forever(socket, '<p>Wort</p>'.repeat(1_000))
    })
    await gone.promise
  })

  it('is read where gzip ends too early, as browsers do', async () => {
    const whole = gzipSync('<html><title>Blumen</title>' + 'Strauß '.repeat(500))
    const result = await readFrom(packed(whole.subarray(0, whole.length - 12), 'gzip'))
    expect(result).toMatchObject({ ok: true })
    expect(result.ok && result.text).toContain('<title>Blumen</title>')
  })

  it.each([
    ['gzip', gzipSync('<html>Größe'), 'gzip'],
    ['brotli', brotliCompressSync('<html>Größe'), 'br'],
    ['two layers', gzipSync(gzipSync('<html>Größe')), 'gzip, gzip'],
    ['a word that is no packing', Buffer.from('<html>Größe'), 'utf-8'],
  ])('is read from %s', async (_what, bytes, encoding) => {
    expect(await readFrom(packed(bytes, encoding))).toMatchObject({ ok: true, text: '<html>Größe', charset: { used: 'utf-8' } })
  })

  it('that is gone says nothing of where it was looked for', async () => {
    const port = await serveRaw(() => {})
    close()
    const reader = createGuardedReader({ trial: [{ host: 'laden.localhost', port }] })
    expect(await reader.fetch({ url: `http://laden.localhost:${port}/`, want: 'page', contact })).toEqual({ ok: false, reason: 'unreachable', hops: [], status: null, contentType: null })
  })

  it('is told whom it may ask, and nothing else', async () => {
    const heard = Promise.withResolvers<string>()
    const port = await serveRaw((socket, asked) => {
      heard.resolve(asked)
      socket.end(head() + '<html>')
    })
    await createGuardedReader({ trial: [{ host: 'laden.localhost', port }] }).fetch({ url: `http://laden.localhost:${port}/a?b`, want: 'page', contact })
    expect((await heard.promise).trim().split('\r\n')).toEqual([
      'GET /a?b HTTP/1.1', `host: laden.localhost:${port}`, 'connection: close', `user-agent: Digitallotsen/1.0 (+${contact})`,
      'accept: text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language: de', 'accept-encoding: gzip, deflate, br',
    ])
  })
})
