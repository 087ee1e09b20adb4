import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { isStatementError, LaneError } from './lane-errors.ts'
import type { Settings } from './lane-options.ts'
import { createSingleUseSocket, type SingleUseSocket } from './lane-socket.ts'
import type { Lease } from './lease.ts'
import type { WireValue } from './statement-guard.ts'

const MAX_AGE_MS = 30 * 60_000
const MAX_USES = 50_000
const MAX_TEXTS = 1_000

/** `control` for BEGIN and the like (several at once, no parameters); `rows` and `values` for a caller's one statement. */
export type AnswerShape = 'control' | 'rows' | 'values'

export type Answer = postgres.RowList<postgres.Row[]>

/**
 * One `postgres` client with one connection: a lane is one backend session for all its life.
 * It never connects again, and a lane in any doubt is destroyed, never given to the next caller.
 */
export class Lane {
  /** The one transaction that may use this lane at the moment. */
  lease: Lease | undefined
  uses = 0
  pid = 0
  readonly #client: postgres.Sql
  readonly #socket: SingleUseSocket
  readonly #bornAt = Date.now()
  readonly #texts = new Set<string>()
  readonly #onEnd: (lane: Lane, cause: Error | undefined) => void
  #death: Error | undefined
  #leftOpenAt: number | undefined

  private constructor(settings: Settings, onEnd: (lane: Lane, cause: Error | undefined) => void) {
    this.#onEnd = onEnd
    this.#socket = createSingleUseSocket(settings.connection, settings.connectMs)
    this.#client = createClient(settings, this.#socket, () => this.kill(new LaneError('LOST', 'the database connection ended')))
  }

  /** Opens a lane, or rejects with LOST; `onEnd` hears once of its end, without a cause when it was retired in good health. */
  static async open(settings: Settings, onEnd: (lane: Lane, cause: Error | undefined) => void): Promise<Lane> {
    const lane = new Lane(settings, onEnd)
    try {
      const [row] = await lane.send('select pg_backend_pid() as pid', [], 'control')
      lane.pid = Number(row?.['pid'])
      return lane
    } catch (error) {
      const lost = new LaneError('LOST', `no database connection: ${error instanceof Error ? error.message : String(error)}`, error)
      lane.kill(lost)
      throw lost
    }
  }

  /** Why this lane is no longer usable; undefined while it is. */
  get death(): Error | undefined {
    return this.#death
  }

  /** Parsers and serializers, as drizzle expects them on a client. */
  get options(): postgres.Sql['options'] {
    return this.#client.options
  }

  /** True when the session has served long enough, or keeps too many prepared statements. */
  get isWorn(): boolean {
    return this.uses > MAX_USES || this.#texts.size > MAX_TEXTS || Date.now() - this.#bornAt > MAX_AGE_MS
  }

  /** Hands a statement over in this very turn, behind those handed over before. Only a lease may call it, or the lane itself. */
  async send(text: string, parameters: WireValue[], shape: AnswerShape): Promise<Answer> {
    const isControl = shape === 'control'
    const query = this.#client.unsafe(text, parameters, { simple: isControl, prepare: !isControl } as postgres.UnsafeQueryOptions)
    if (!isControl) this.#texts.add(text)
    try {
      return (await (shape === 'values' ? query.values() : query).execute()) as Answer
    } catch (error) {
      if (!isStatementError(error)) this.kill(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }

  /** When a transaction that only read was left to be committed later; undefined where none is. */
  get leftOpenAt(): number | undefined {
    return this.#leftOpenAt
  }

  /** The transaction of a caller who only read has given all its answers: its COMMIT may travel with the next BEGIN. */
  leaveOpen(): void {
    this.#leftOpenAt = Date.now()
  }

  /** True once for a transaction that was left open: who asks sends its COMMIT. */
  takeLeftOpen(): boolean {
    const wasLeftOpen = this.#leftOpenAt !== undefined
    this.#leftOpenAt = undefined
    return wasLeftOpen
  }

  /** Commits what was left open. A lane that does not answer as it should is destroyed. */
  async settle(): Promise<void> {
    if (!this.takeLeftOpen()) return
    const answer = await this.send('commit', [], 'control').catch(() => undefined)
    if (answer?.command !== 'COMMIT') this.kill(new LaneError('LOST', 'COMMIT gave an unexpected answer'))
  }

  /** Destroys the lane at once: whatever its lease still says is refused, and the server rolls back. */
  kill(cause: Error): void {
    if (this.#death) return
    this.#death = cause
    this.lease?.lose(cause)
    this.#socket.destroy()
    this.#end(cause, 0)
  }

  /** Ends an idle lane in order. */
  retire(): void {
    if (this.#death) return
    this.#death = new LaneError('LOST', 'the lane was retired')
    this.#end(undefined, 1)
  }

  #end(cause: Error | undefined, timeout: number): void {
    this.#client.end({ timeout }).catch(() => {})
    this.#onEnd(this, cause)
  }
}

function createClient(settings: Settings, socket: SingleUseSocket, onclose: () => void): postgres.Sql {
  const { connection, connectMs, statementTimeoutMs, idleInTransactionMs, applicationName } = settings
  const options = {
    ...connection,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: connectMs / 1_000,
    fetch_types: false,
    prepare: true,
    connection: {
      application_name: applicationName,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
    },
    onnotice: () => {},
    onclose,
    socket: socket.dial, // not in the driver's types
  }
  const client = postgres(options)
  drizzle(client) // for its effect alone: it sets the parsers that drizzle's columns rely on
  return client
}
