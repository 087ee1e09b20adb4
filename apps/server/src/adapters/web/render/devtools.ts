import type { Readable, Writable } from 'node:stream'
import * as z from 'zod'
import { untilAborted } from '../until-aborted.ts'

/** What the browser tells unasked; `sessionId` names the tab, frame or worker it is about. */
export type BrowserEvent = { method: string; params: unknown; sessionId: string | undefined }

export class DevToolsError extends Error {
  override readonly name = 'DevToolsError'
}

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
})

/** A page can make the browser say a lot; more than so much in one message is not listened to. */
const maxMessage = 32_000_000

const readJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

type Waiting = { settle: (result: unknown) => void; refuse: (error: Error) => void }

/**
 * Speaks the DevTools protocol over the browser's own pipe: no port is opened that a page could find. What the browser answers repeats
 * what a page says, so every answer is parsed by the schema of whoever asked.
 */
export class DevTools {
  readonly #input: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners: ((event: BrowserEvent) => void)[] = []
  readonly #signal: AbortSignal
  #nextId = 1
  #parts: Buffer[] = []
  #size = 0

  constructor(input: Writable, output: Readable, signal: AbortSignal) {
    this.#input = input
    this.#signal = signal
    input.on('error', () => this.#end())
    output.on('error', () => this.#end())
    output.on('close', () => this.#end())
    output.on('data', (bytes: Buffer) => this.#take(bytes))
  }

  async send<T>(method: string, params: Record<string, unknown>, schema: z.ZodType<T>, sessionId?: string): Promise<T> {
    this.#signal.throwIfAborted()
    const id = this.#nextId++
    const answered = new Promise<unknown>((settle, refuse) => this.#waiting.set(id, { settle, refuse }))
    this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
    return schema.parse(await untilAborted(this.#signal, answered))
  }

  /** Tells and waits for nothing: a frame that is gone by then is no fault. */
  tell(method: string, params: Record<string, unknown>, sessionId?: string): void {
    this.send(method, params, z.unknown(), sessionId).catch(() => {})
  }

  listen(listener: (event: BrowserEvent) => void): void {
    this.#listeners.push(listener)
  }

  #take(bytes: Buffer): void {
    let rest = bytes
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#read(Buffer.concat([...this.#parts, rest.subarray(0, end)]))
      this.#parts = []
      this.#size = 0
      rest = rest.subarray(end + 1)
    }
    this.#parts.push(rest)
    this.#size += rest.length
    if (this.#size > maxMessage) this.#end()
  }

  #read(bytes: Buffer): void {
    const parsed = messageSchema.safeParse(readJson(bytes))
    if (!parsed.success) return this.#end()
    const { id, method, params, result, error, sessionId } = parsed.data
    if (method !== undefined) for (const listener of this.#listeners) listener({ method, params, sessionId })
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (!waiting || id === undefined) return
    this.#waiting.delete(id)
    if (error) waiting.refuse(new DevToolsError(error.message))
    else waiting.settle(result)
  }

  #end(): void {
    for (const { refuse } of this.#waiting.values()) refuse(new DevToolsError('the browser is gone'))
    this.#waiting.clear()
  }
}
