import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { versionOf } from './city-files.ts'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** A body as it goes over the wire, in each encoding, with the tag of its content. */
export type StoredPage = { type: string; version: string; bodies: Record<Encoding, Buffer> }
export type Content = { type: string; body: string | Uint8Array }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** 9 and not 11: within two per cent of the size, at a tenth of the time (25 kB of HTML). */
const quality = 9

const compress = async ({ type, body }: Content): Promise<StoredPage> => {
  const identity = Buffer.from(body)
  const br = brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } })
  return { type, version: versionOf(identity), bodies: { br: await br, gzip: await zip(identity, { level: 9 }), identity } }
}

/** Keeps pages by key, each made once however many ask at the same time; the one used longest ago gives way. */
export class PageStore {
  readonly #pages: LRUCache<string, Promise<StoredPage>>

  constructor(most: number) {
    this.#pages = new LRUCache({ max: most })
  }

  get size(): number {
    return this.#pages.size
  }

  async get(key: string, make: () => Content): Promise<StoredPage> {
    const known = this.#pages.get(key)
    if (known) return known
    const made = Promise.resolve().then(make).then(compress)
    this.#pages.set(key, made)
    made.catch(() => this.#pages.delete(key))
    return made
  }
}
