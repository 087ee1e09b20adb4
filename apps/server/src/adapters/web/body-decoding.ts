import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { WebFailure } from './failure.ts'

type Decode = (bytes: Buffer, maxBytes: number) => Promise<Buffer>

type Unpack = (bytes: Buffer, bounds: { maxOutputLength: number; finishFlush: number }, done: (error: Error | null, decoded: Buffer) => void) => void

/** Half a body is shown as browsers show it; one that unfolds beyond the limit is given up at the limit. */
const unpack = (run: Unpack, finishFlush: number): Decode => (bytes, maxOutputLength) =>
  new Promise((resolve, reject) => {
    run(bytes, { maxOutputLength, finishFlush }, (error, decoded) => (error ? reject(error) : resolve(decoded)))
  })

const decodeGzip = unpack(gunzip, constants.Z_SYNC_FLUSH)
const decodeZlib = unpack(inflate, constants.Z_SYNC_FLUSH)
const decodeRaw = unpack(inflateRaw, constants.Z_SYNC_FLUSH)

const decoders: Record<string, Decode> = {
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  /** Some servers leave the two-byte header out. */
  deflate: (bytes, max) => (((bytes[0] ?? 0) & 0x0f) === 8 ? decodeZlib : decodeRaw)(bytes, max),
  br: unpack(brotliDecompress, constants.BROTLI_OPERATION_FLUSH),
}

/** Packings we never asked for. Other words in this header ("none", "utf-8") are mistakes and mean nothing. */
const unasked = new Set(['zstd', 'compress', 'x-compress', 'dcb', 'dcz'])

const isTooLarge = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** Unpacks a body by its Content-Encoding; refuses more than `maxBytes` after unpacking, more than two layers, and what is broken. */
export const decodeBody = async (bytes: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> => {
  const names = contentEncoding.toLowerCase().split(',').map(name => name.trim())
  if (names.some(name => unasked.has(name))) throw new WebFailure('encoding')
  const layers = names.flatMap(name => (Object.hasOwn(decoders, name) ? [decoders[name]] : [])).filter(decode => decode !== undefined)
  if (layers.length > 2) throw new WebFailure('encoding')
  let decoded = bytes
  for (const decode of layers.toReversed()) {
    if (decoded.length === 0) break
    decoded = await decode(decoded, maxBytes).catch((error: unknown) => {
      throw new WebFailure(isTooLarge(error) ? 'too_large' : 'encoding')
    })
  }
  if (decoded.length > maxBytes) throw new WebFailure('too_large')
  return decoded
}
