import { isAfterFailure, isStatementError, LaneError, unwrapQueryError } from './lane-errors.ts'
import type { Answer, AnswerShape, Lane } from './lane.ts'
import { ensureOrdinary, isDoorOnly, toWireValues, type WireValue } from './statement-guard.ts'

const ignore = () => {}

/**
 * The sole use of a lane by one transaction. After its end, after its lane's death or its deadline it refuses every
 * statement with a LaneError: nothing a caller holds on to can reach the transaction of the next one.
 */
export class Lease {
  readonly lane: Lane
  /** Never resolves; rejects when the lane is lost, so that waiting for something else ends too. */
  readonly lost: Promise<never>
  readonly #flying = new Set<(reason: LaneError) => void>()
  #reportLoss: (reason: LaneError) => void = ignore
  #timer: NodeJS.Timeout | undefined
  #savepoints = 0
  #hasFailed = false
  #leftFailure: unknown

  constructor(lane: Lane) {
    this.lane = lane
    this.lost = new Promise((_, reject) => { this.#reportLoss = reject })
    this.lost.catch(ignore)
    lane.lease = this
    lane.uses++
  }

  /** Destroys the lane when the lease has not ended within that time; replaces an earlier limit. */
  limit(ms: number, reason: () => LaneError): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.lane.kill(reason()), ms)
  }

  /** Gives the lane back; from here on every statement is refused. */
  end(): void {
    clearTimeout(this.#timer)
    if (this.lane.lease === this) this.lane.lease = undefined
  }

  /** The lane is gone: tells everyone who waits for an answer. */
  lose(cause: Error): void {
    clearTimeout(this.#timer)
    const reason = refusal(cause)
    this.#reportLoss(reason)
    for (const reject of this.#flying) reject(reason)
    this.#flying.clear()
  }

  /** BEGIN, COMMIT and the like, for the door alone. */
  control(text: string): Promise<Answer> {
    return this.#send(text, [], 'control')
  }

  /** One statement of the caller. */
  async statement(text: string, parameters: readonly unknown[], shape: AnswerShape): Promise<Answer> {
    ensureOrdinary(text)
    return this.#look(this.#send(text, toWireValues(parameters), shape))
  }

  /**
   * One statement of the caller that nobody waits for. Refuses here and now one that cannot be sent: what was sent has COMMIT
   * behind it, which cannot succeed without it, nor on a lane that is lost.
   */
  leave(text: string, parameters: readonly unknown[]): void {
    ensureOrdinary(text)
    this.#look(this.#send(text, toWireValues(parameters), 'values')).catch((error: unknown) => {
      if (!isAfterFailure(error)) this.#leftFailure ??= error
    })
  }

  /**
   * Why the transaction, or a savepoint in it, could not go on, where a statement that was left is the cause; told once. To be asked
   * when something behind that statement was answered.
   */
  takeLeftFailure(): unknown {
    const failure = this.#leftFailure
    this.#leftFailure = undefined
    return failure
  }

  /** The error a failed scope ends with: its own, or that of the statement left before it. */
  blame(error: unknown): unknown {
    const left = this.takeLeftFailure()
    return left !== undefined && isAfterFailure(error) ? left : unwrapQueryError(error)
  }

  /** Looks at an answer for what the text did not show. */
  async #look(sent: Promise<Answer>): Promise<Answer> {
    const answer = await sent
    if (isDoorOnly(answer.command)) this.lane.kill(new LaneError('CLOSED', `a statement answered ${answer.command}`))
    return answer
  }

  /** True when every statement so far was answered, and none with an error: COMMIT can only succeed. */
  get isClean(): boolean {
    return !this.#hasFailed && !this.isFlying && this.#savepoints === 0
  }

  /** True while a statement has no answer. */
  get isFlying(): boolean {
    return this.#flying.size > 0
  }

  nextSavepoint(): string {
    return `s${++this.#savepoints}`
  }

  /**
   * The only place where a statement leaves. Check and hand-over happen in one turn; should the connection end in between,
   * the lane cannot connect again, so that the statement has nowhere to go.
   */
  #send(text: string, parameters: WireValue[], shape: AnswerShape): Promise<Answer> {
    if (this.lane.death || this.lane.lease !== this) return Promise.reject(refusal(this.lane.death))
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#flying.add(reject)
      this.lane.send(text, parameters, shape).then(
        given => {
          this.#flying.delete(reject)
          resolve(given)
        },
        (error: unknown) => {
          this.#flying.delete(reject)
          this.#hasFailed = true
          reject(error)
        },
      )
    })
    answer.catch(ignore) // a statement nobody waits for: COMMIT then answers ROLLBACK, and the process goes on
    return answer
  }
}

/**
 * What drizzle takes for a client: the transaction itself or a savepoint in it. It speaks as long as it is open.
 */
export class Scope {
  readonly lease: Lease
  #open = true
  #inner: Scope | undefined

  constructor(lease: Lease) {
    this.lease = lease
  }

  get options(): Lane['options'] {
    return this.lease.lane.options
  }

  /** True while a savepoint in it has not come to its end. */
  get hasOpenSavepoint(): boolean {
    return this.#inner !== undefined
  }

  /** Ends this scope's right to speak, and that of the savepoints in it. */
  close(): void {
    this.#open = false
    this.#inner?.close()
  }

  /** The driver's own name for it; sent when awaited. */
  unsafe(text: string, parameters: readonly unknown[] = []): LazyAnswer {
    return new LazyAnswer(shape => {
      if (!this.#open) return Promise.reject(refusal(this.lease.lane.death))
      return this.lease.statement(text, parameters, shape)
    })
  }

  /** Sends a statement at once that nobody waits for. */
  leave(text: string, parameters: readonly unknown[]): void {
    if (!this.#open) throw refusal(this.lease.lane.death)
    this.lease.leave(text, parameters)
  }

  /** Runs `fn` in a savepoint: its failure undoes only its own statements. Refuses a second one beside it. */
  async savepoint<T>(fn: (scope: Scope) => Promise<T>): Promise<T> {
    if (!this.#open) throw refusal(this.lease.lane.death)
    if (this.#inner) throw new LaneError('CLOSED', 'a savepoint is open already: use its own transaction object')
    const name = this.lease.nextSavepoint()
    const inner = (this.#inner = new Scope(this.lease))
    try {
      await this.lease.control(`savepoint ${name}`)
      return await this.#finish(name, inner, fn)
    } finally {
      this.#inner = undefined
    }
  }

  async #finish<T>(name: string, inner: Scope, fn: (scope: Scope) => Promise<T>): Promise<T> {
    try {
      const result = await fn(inner)
      inner.close()
      if (this.#open) await this.#release(name)
      return result
    } catch (error) {
      inner.close()
      // Should this fail, the transaction stays aborted and COMMIT will say so.
      if (this.#open) await this.lease.control(`rollback to savepoint ${name}`).catch(ignore)
      throw this.lease.blame(error)
    }
  }

  async #release(name: string): Promise<void> {
    await this.lease.control(`release savepoint ${name}`).catch((error: unknown) => {
      if (!isStatementError(error)) throw error
      throw this.lease.takeLeftFailure() ?? new LaneError('ABORTED', 'a statement had failed in the savepoint', error)
    })
  }
}

/** Like the driver's own query: nothing is sent before someone waits for it, and then once. */
class LazyAnswer implements PromiseLike<Answer> {
  readonly #run: (shape: AnswerShape) => Promise<Answer>
  #shape: AnswerShape = 'rows'
  #answer: Promise<Answer> | undefined

  constructor(run: (shape: AnswerShape) => Promise<Answer>) {
    this.#run = run
  }

  values(): this {
    this.#shape = 'values'
    return this
  }

  // oxlint-disable-next-line unicorn/no-thenable -- drizzle awaits what the client returns
  then<A = Answer, B = never>(onAnswer?: ((answer: Answer) => A | PromiseLike<A>) | null, onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return (this.#answer ??= this.#run(this.#shape)).then(onAnswer, onError)
  }
}

/** The error for a statement that may not leave: why the lane died, or that the transaction is over. */
export function refusal(death: Error | undefined): LaneError {
  if (!death) return new LaneError('CLOSED', 'a statement after the end of its transaction')
  if (death instanceof LaneError) return death
  return new LaneError('LOST', `the transaction was lost: ${death.message}`, death)
}
