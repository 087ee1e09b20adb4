import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answerSchema, type Answer, type FinalAnswer, type Order, type Task } from './child-protocol.ts'
import type { PageRenderer } from './render/page-renderer.ts'
import { renderResultSchema } from './render/rendered.schemas.ts'
import type { CrawlProgress } from './snapshot.schemas.ts'
import type { TrialHost } from './trial-hosts.ts'
import type { WebLimits } from './web-limits.ts'
import { failed, type WebFailureResult } from './web.schemas.ts'

export type RoomOptions = {
  trial: readonly TrialHost[]
  limits: WebLimits
  /** The child's heap; all its memory may be two and a half times that and a hundred more. */
  heapMb: number
  /** A child that has nothing to do for so long is ended. */
  idleMs: number
  /** Why a child ended unasked: its exit code or signal. */
  onCrash: (how: string) => void
  /** Opens a page in a browser for a child that asks; without it no child asks. */
  renderer?: PageRenderer
}

export type Outcome = FinalAnswer | WebFailureResult
type Waiting = { task: Task; settle: (outcome: Outcome) => void; timer?: NodeJS.Timeout; onProgress: ((progress: CrawlProgress) => void) | undefined }
type Tenant = { child: ChildProcess; waiting: Map<number, Waiting>; ready: PromiseWithResolvers<void>; boot: NodeJS.Timeout; ending: AbortController }

/** A busy machine takes its time to start a process; one that has not begun by then never will. */
const bootMs = 30_000

type WithoutId<T> = T extends Task ? Omit<T, 'id'> : never
export type BareTask = WithoutId<Task>

const entry = fileURLToPath(new URL('./web-child.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../../../', import.meta.url))
/** Code and nothing else; not the folder where the embedded mode keeps its secrets. */
const readable = ['apps/server', 'packages', 'node_modules']

const forkChild = (heapMb: number): ChildProcess =>
  fork(entry, [], {
    env: {},
    cwd: root,
    execArgv: [`--max-old-space-size=${heapMb}`, '--permission', ...readable.map(folder => `--allow-fs-read=${root}${folder}/*`), '--disable-warning=SecurityWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** One child, forked when first needed and anew after a crash; what it was reading then ends as `crashed`. */
export class ChildRoom {
  readonly #options: RoomOptions
  #tenant: Tenant | undefined
  #idle: NodeJS.Timeout | undefined
  #nextId = 0

  constructor(options: RoomOptions) {
    this.#options = options
  }

  /** `withinMs` is the last wall: a child that has begun and not answered by then is stuck and ended. */
  async perform(bare: BareTask, withinMs: number, signal?: AbortSignal, onProgress?: (progress: CrawlProgress) => void): Promise<Outcome> {
    if (signal?.aborted) return failed('cancelled')
    const task: Task = { ...bare, id: this.#nextId++ }
    const tenant = this.#ensureTenant()
    const cancel = () => tenant.child.connected && tenant.child.send({ kind: 'cancel', id: task.id } satisfies Order)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await new Promise(settle => {
        const waiting: Waiting = { task, settle, onProgress }
        tenant.waiting.set(task.id, waiting)
        tenant.child.send(task)
        void this.#watch(tenant, waiting, withinMs)
      })
    } finally {
      signal?.removeEventListener('abort', cancel)
      if (tenant.waiting.size === 0) this.#rest(tenant)
    }
  }

  close(): void {
    if (this.#tenant) this.#end(this.#tenant, 'cancelled')
  }

  async #watch(tenant: Tenant, waiting: Waiting, withinMs: number): Promise<void> {
    await tenant.ready.promise
    const { id } = waiting.task
    if (tenant.waiting.has(id)) waiting.timer = setTimeout(() => this.#end(tenant, 'timeout', id), withinMs)
  }

  #ensureTenant(): Tenant {
    clearTimeout(this.#idle)
    this.#tenant ??= this.#open()
    this.#tenant.child.ref()
    this.#tenant.child.channel?.ref()
    return this.#tenant
  }

  #open(): Tenant {
    const { heapMb, trial, limits, onCrash, renderer } = this.#options
    const boot = setTimeout(() => this.#end(tenant, 'crashed'), bootMs)
    const tenant: Tenant = { child: forkChild(heapMb), waiting: new Map(), ready: Promise.withResolvers(), boot, ending: new AbortController() }
    tenant.child.on('message', message => this.#take(tenant, message))
    tenant.child.on('error', () => this.#end(tenant, 'crashed'))
    tenant.child.once('exit', (code, signal) => {
      if (this.#tenant === tenant) onCrash(signal ?? `exit ${code}`)
      this.#end(tenant, 'crashed')
    })
    tenant.child.send({ kind: 'begin', trial: [...trial], limits, memoryMb: heapMb * 2.5 + 100, canRender: renderer !== undefined } satisfies Order)
    return tenant
  }

  /** An answer to nothing, or of another kind, comes from a child that is no longer itself. */
  #take(tenant: Tenant, message: unknown): void {
    const { data: answer } = answerSchema.safeParse(message)
    if (answer?.kind === 'ready') {
      clearTimeout(tenant.boot)
      return tenant.ready.resolve()
    }
    if (answer?.kind === 'render') return void this.#render(tenant, answer)
    const waiting = answer && tenant.waiting.get(answer.id)
    if (answer?.kind === 'progress') return waiting?.onProgress?.(answer.progress)
    if (!answer || waiting?.task.kind !== answer.kind) return this.#end(tenant, 'crashed')
    tenant.waiting.delete(answer.id)
    clearTimeout(waiting.timer)
    waiting.settle(answer)
  }

  /** A child asks for one page per crawl; the browser ends with the child. */
  async #render(tenant: Tenant, { id, order }: Extract<Answer, { kind: 'render' }>): Promise<void> {
    const result = (await this.#options.renderer?.render(order, tenant.ending.signal)) ?? { ok: false, reason: 'no_browser' }
    if (tenant.child.connected) tenant.child.send({ kind: 'rendered', id, result: renderResultSchema.parse(result) } satisfies Order)
  }

  /** Ends a child for good; the one task that brought it there has its own reason. */
  #end(tenant: Tenant, reason: WebFailureResult['reason'], culprit?: number): void {
    if (this.#tenant === tenant) {
      this.#tenant = undefined
      clearTimeout(this.#idle)
    }
    clearTimeout(tenant.boot)
    tenant.ending.abort()
    tenant.child.kill('SIGKILL')
    for (const [id, { settle, timer }] of tenant.waiting) {
      clearTimeout(timer)
      settle(failed(culprit === undefined || id === culprit ? reason : 'crashed'))
    }
    tenant.waiting.clear()
  }

  #rest(tenant: Tenant): void {
    if (this.#tenant !== tenant) return
    tenant.child.unref()
    tenant.child.channel?.unref()
    this.#idle = setTimeout(() => this.#end(tenant, 'cancelled'), this.#options.idleMs).unref()
  }
}
