import * as z from 'zod'
import type { BrowserEvent, DevTools } from './devtools.ts'

const address = z.string().transform(text => text.slice(0, 2_000))
const requestId = z.string()

const events = {
  'Network.requestWillBeSent': z.object({ requestId, documentURL: address.optional(), request: z.object({ url: address }), type: z.string().optional(), frameId: z.string().optional() }),
  'Network.responseReceived': z.object({ requestId, type: z.string(), frameId: z.string().optional(), response: z.object({ url: address, status: z.number(), mimeType: z.string() }) }),
  'Network.dataReceived': z.object({ requestId, encodedDataLength: z.number() }),
  'Network.loadingFinished': z.object({ requestId, encodedDataLength: z.number() }),
  'Network.loadingFailed': z.object({ requestId }),
  'Network.webSocketCreated': z.object({ requestId, url: address }),
  'Target.attachedToTarget': z.object({ sessionId: z.string(), waitingForDebugger: z.boolean() }),
  'Page.javascriptDialogOpening': z.object({}),
  'Page.loadEventFired': z.object({}),
}
type EventName = keyof typeof events
type Handlers = { [Name in EventName]: (params: z.output<(typeof events)[Name]>, sessionId: string | undefined) => void }

type Asked = { url: string; type: string; bytes: number; isUnderWay: boolean }

/** More than a page of its own makes; what comes beyond is not written down. */
const mostRequests = 1_000

/** What a page does on the wire while somebody watches: the page itself, its frames and its workers. */
export class PageWatch {
  readonly #tools: DevTools
  readonly #frame: string
  readonly #asked = new Map<string, Asked>()
  readonly #loaded = Promise.withResolvers<void>()
  readonly #sessions = new Set<string>()
  #lastMoved = performance.now()
  #main: { url: string; status: number; mimeType: string } | undefined
  /** Resolves when the page says that it is loaded. */
  readonly loaded = this.#loaded.promise

  /** `frame` is the page's own frame, which bears the name of its tab. */
  constructor(tools: DevTools, frame: string) {
    this.#tools = tools
    this.#frame = frame
    tools.listen(event => this.#hear(event))
  }

  /** Watches what this session is about, and what it opens; an answer means that it is watched from its first request on. */
  async attach(sessionId: string): Promise<void> {
    this.#sessions.add(sessionId)
    await Promise.all([
      this.#tools.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }, z.unknown(), sessionId),
      this.#tools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, z.unknown(), sessionId),
    ])
  }

  /** The answer to the page itself, the last where it led on; undefined where there was none. */
  get main(): { url: string; status: number; mimeType: string } | undefined {
    return this.#main
  }

  get requests(): readonly string[] {
    return [...this.#asked.values()].map(({ url }) => url)
  }

  get transferredBytes(): number {
    return [...this.#asked.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Pictures with what they cost on the wire, the heaviest first. */
  get pictures(): { url: string; bytes: number }[] {
    return [...this.#asked.values()].filter(({ type }) => type === 'Image').map(({ url, bytes }) => ({ url, bytes })).filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes)
  }

  /** Milliseconds since something moved on the wire; 0 while something is under way. */
  get quietMs(): number {
    const isBusy = [...this.#asked.values()].some(({ isUnderWay }) => isUnderWay)
    return isBusy ? 0 : performance.now() - this.#lastMoved
  }

  readonly #handlers: Handlers = {
    'Network.requestWillBeSent': ({ requestId: id, request, type = 'Other' }) => this.#begin(id, request.url, type),
    'Network.responseReceived': ({ requestId: id, type, response, frameId }) => {
      const asked = this.#asked.get(id)
      if (asked) asked.type = type
      if (type === 'Document' && frameId === this.#frame) this.#main = { url: response.url, status: response.status, mimeType: response.mimeType }
    },
    'Network.dataReceived': ({ requestId: id, encodedDataLength }) => this.#count(id, encodedDataLength, false),
    'Network.loadingFinished': ({ requestId: id, encodedDataLength }) => this.#count(id, encodedDataLength, true),
    'Network.loadingFailed': ({ requestId: id }) => this.#settle(id),
    'Network.webSocketCreated': ({ requestId: id, url }) => {
      this.#begin(id, url.replace(/^ws/, 'http'), 'WebSocket')
      this.#settle(id)
    },
    'Target.attachedToTarget': ({ sessionId, waitingForDebugger }) => {
      const follow = () => waitingForDebugger && this.#tools.tell('Runtime.runIfWaitingForDebugger', {}, sessionId)
      this.attach(sessionId).then(follow, follow)
    },
    'Page.javascriptDialogOpening': (_, session) => this.#tools.tell('Page.handleJavaScriptDialog', { accept: false }, session),
    'Page.loadEventFired': (_, session) => session === this.#first && this.#loaded.resolve(),
  }

  get #first(): string | undefined {
    return this.#sessions.values().next().value
  }

  #hear({ method, params, sessionId }: BrowserEvent): void {
    if (!Object.hasOwn(events, method) || sessionId === undefined || !this.#sessions.has(sessionId)) return
    const name = method as EventName
    this.#call(name, params, sessionId)
  }

  #call<Name extends EventName>(name: Name, params: unknown, sessionId: string | undefined): void {
    const parsed = events[name].safeParse(params)
    if (parsed.success) this.#handlers[name](parsed.data as z.output<(typeof events)[Name]>, sessionId)
  }

  #begin(id: string, url: string, type: string): void {
    this.#lastMoved = performance.now()
    const before = this.#asked.get(id)
    if (before) this.#asked.set(`${id} ${this.#asked.size}`, { ...before, isUnderWay: false })
    if (this.#asked.size < mostRequests && /^https?:/.test(url)) this.#asked.set(id, { url, type, bytes: 0, isUnderWay: true })
  }

  #count(id: string, bytes: number, isEnd: boolean): void {
    this.#lastMoved = performance.now()
    const asked = this.#asked.get(id)
    if (!asked) return
    asked.bytes = isEnd ? Math.max(asked.bytes, bytes) : asked.bytes + bytes
    if (isEnd) asked.isUnderWay = false
  }

  #settle(id: string): void {
    this.#lastMoved = performance.now()
    const asked = this.#asked.get(id)
    if (asked) asked.isUnderWay = false
  }
}
