import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { versionOf } from './city-files.ts'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** A body as it goes over the wire, each character a byte, with the tag of its content and everything that is said before it. */
export type StoredBody = { tag: string; headers: Record<string, string>; head: string[]; body: string }
export type StoredPage = Record<Encoding, StoredBody>
/** `headers`: what this one says besides, and in place of what every answer says. */
export type Content = { type: string; cacheControl: string; body: string | Uint8Array; headers?: Readonly<Record<string, string>> }
export type MakeContent = () => Content | Promise<Content>

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** 9 and not 11: within two per cent of the size, at a tenth of the time (25 kB of HTML). */
const quality = 9

const compress = async ({ type, cacheControl, body, headers: besides }: Content, fixed: Record<string, string>): Promise<StoredPage> => {
  const identity = Buffer.from(body)
  const version = versionOf(identity)
  const br = brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } })
  const bodies = { br: await br, gzip: await zip(identity, { level: 9 }), identity }
  const stored = (encoding: Encoding): StoredBody => {
    const tag = `"${version}-${encoding}"`
    const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    const own = { ...besides, 'cache-control': cacheControl, etag: tag, vary: 'accept-encoding', ...encoded, 'content-type': type }
    const headers = { ...own, 'content-length': String(bodies[encoding].length) }
    return { tag, headers, head: Object.entries({ ...fixed, ...headers }).flat(), body: bodies[encoding].toString('latin1') }
  }
  return { br: stored('br'), gzip: stored('gzip'), identity: stored('identity') }
}

/** What a page on its way is counted as. */
const someBytes = 50_000
const bytesOf = (page: StoredPage | Promise<StoredPage>): number =>
  page instanceof Promise ? someBytes : page.br.body.length + page.gzip.body.length + page.identity.body.length

/** Keeps pages by key, each made once however many ask at the same time; the one used longest ago gives way. */
export class PageStore {
  readonly #pages: LRUCache<string, StoredPage | Promise<StoredPage>>

  readonly #fixed: Record<string, string>

  /** `mostBytes` of bodies in all; `fixed`: the headers that every answer has. A page larger than a quarter of it is made anew each time. */
  constructor(mostBytes: number, fixed: Record<string, string>) {
    this.#fixed = fixed
    this.#pages = new LRUCache({ maxSize: mostBytes, maxEntrySize: mostBytes / 4, sizeCalculation: bytesOf })
  }

  get size(): number {
    return this.#pages.size
  }

  /** What is there or on its way; undefined where `get` would have it made. */
  find(key: string): StoredPage | Promise<StoredPage> | undefined {
    return this.#pages.get(key)
  }

  /** The page at once where it is there, else the promise of it. */
  get(key: string, make: MakeContent): StoredPage | Promise<StoredPage> {
    const known = this.#pages.get(key)
    if (known) return known
    const made = Promise.resolve().then(make).then(content => compress(content, this.#fixed))
    this.#pages.set(key, made)
    const isCurrent = () => this.#pages.peek(key) === made
    made.then(page => isCurrent() && this.#pages.set(key, page), () => isCurrent() && this.#pages.delete(key))
    return made
  }
}
