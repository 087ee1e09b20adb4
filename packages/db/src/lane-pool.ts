import { LaneError } from './lane-errors.ts'
import type { Settings } from './lane-options.ts'
import { Lane } from './lane.ts'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000
const END_POLL_MS = 20
/** A transaction that only read ends with the next BEGIN on its lane, or by itself after about so long. */
const LEFT_OPEN_MS = 5

interface Waiter {
  readonly resolve: (lane: Lane) => void
  readonly reject: (error: LaneError) => void
  readonly timer: NodeJS.Timeout
}

export interface LaneStats {
  readonly lanes: number
  readonly idle: number
  readonly opening: number
  readonly waiting: number
  /** Lanes destroyed in doubt since the start. */
  readonly deaths: number
}

/**
 * Hands lanes out, at most `max` at a time, first come first served. Nobody waits for one particular connection: a lane that
 * opens goes to whoever has waited longest, and a database that is away for less than `acquireMs` is not noticed.
 */
export class LanePool {
  readonly #settings: Settings
  readonly #lanes = new Set<Lane>()
  readonly #idle: Lane[] = []
  readonly #waiting: Waiter[] = []
  #opening = 0
  #deaths = 0
  #pauseMs = 0
  #pause: NodeJS.Timeout | undefined
  #settling: NodeJS.Timeout | undefined
  #lastFailure: unknown
  #ended = false

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** A lane for the sole use of the caller, who must release it; rejects with BUSY, or with LOST when there is no database. */
  acquire(): Promise<Lane> {
    if (this.#ended) return Promise.reject(new LaneError('BUSY', 'the lanes were ended'))
    const lane = this.#takeIdle()
    if (lane) return Promise.resolve(lane)
    if (this.#waiting.length - this.#opening >= this.#settings.maxWaiting) return Promise.reject(new LaneError('BUSY', 'too many are waiting'))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(waiter), this.#settings.acquireMs)
      const waiter: Waiter = { resolve, reject, timer }
      this.#waiting.push(waiter)
      this.#openForWaiting()
    })
  }

  /** Takes a lane back, for the next who waits; a dead one is forgotten, a worn one retired. */
  release(lane: Lane): void {
    if (lane.death) return
    if (this.#ended || lane.isWorn) lane.retire()
    else this.#pass(lane)
  }

  stats(): LaneStats {
    return {
      lanes: this.#lanes.size,
      idle: this.#idle.length,
      opening: this.#opening,
      waiting: this.#waiting.length,
      deaths: this.#deaths,
    }
  }

  /** Refuses newcomers, lets those inside finish for so long, then destroys what is left. */
  async end(graceMs: number): Promise<void> {
    this.#ended = true
    clearTimeout(this.#pause)
    clearTimeout(this.#settling)
    for (const waiter of this.#waiting.splice(0)) this.#refuse(waiter, new LaneError('BUSY', 'the lanes were ended'))
    for (const lane of this.#idle.splice(0)) lane.retire()
    for (let waited = 0; this.#lanes.size + this.#opening > 0 && waited < graceMs; waited += END_POLL_MS) {
      await new Promise(resolve => setTimeout(resolve, END_POLL_MS))
    }
    for (const lane of this.#lanes) lane.kill(new LaneError('LOST', 'the lanes were ended'))
  }

  #takeIdle(): Lane | undefined {
    for (let lane = this.#idle.pop(); lane; lane = this.#idle.pop()) if (!lane.death) return lane
    return undefined
  }

  #pass(lane: Lane): void {
    const waiter = this.#waiting.shift()
    if (!waiter) return this.#rest(lane)
    clearTimeout(waiter.timer)
    waiter.resolve(lane)
  }

  #rest(lane: Lane): void {
    this.#idle.push(lane)
    if (lane.leftOpenAt !== undefined) this.#settling ??= setTimeout(() => this.#settleIdle(), LEFT_OPEN_MS)
  }

  #settleIdle(): void {
    this.#settling = undefined
    const before = Date.now() - LEFT_OPEN_MS + 1
    const old = this.#idle.filter(lane => lane.leftOpenAt !== undefined && lane.leftOpenAt <= before)
    for (const lane of old) {
      this.#idle.splice(this.#idle.indexOf(lane), 1)
      void lane.settle().then(() => this.release(lane))
    }
    if (this.#idle.some(lane => lane.leftOpenAt !== undefined)) this.#settling = setTimeout(() => this.#settleIdle(), LEFT_OPEN_MS)
  }

  #openForWaiting(): void {
    while (!this.#ended && !this.#pause && this.#waiting.length > this.#opening && this.#lanes.size + this.#opening < this.#settings.max) {
      this.#opening++
      void this.#open()
    }
  }

  async #open(): Promise<void> {
    try {
      const lane = await Lane.open(this.#settings, (ended, cause) => this.#forget(ended, cause))
      if (lane.death) throw lane.death
      this.#opening--
      this.#pauseMs = 0
      this.#lastFailure = undefined
      this.#lanes.add(lane)
      this.release(lane)
    } catch (error) {
      this.#opening--
      this.#lastFailure = error
      this.#pauseThenOpen()
    }
  }

  /** A database that is away is asked again, less and less often. */
  #pauseThenOpen(): void {
    if (this.#ended || this.#pause) return
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, this.#pauseMs * 2))
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.#openForWaiting()
    }, this.#pauseMs)
  }

  #forget(lane: Lane, cause: Error | undefined): void {
    if (!this.#lanes.delete(lane)) return
    const place = this.#idle.indexOf(lane)
    if (place >= 0) this.#idle.splice(place, 1)
    if (cause) {
      this.#deaths++
      this.#settings.onLaneDeath(cause)
    }
    this.#openForWaiting()
  }

  #giveUp(waiter: Waiter): void {
    this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
    const isAway = this.#lanes.size === 0 && this.#lastFailure !== undefined
    waiter.reject(
      isAway
        ? new LaneError('LOST', 'there is no database connection', this.#lastFailure)
        : new LaneError('BUSY', `no lane became free within ${this.#settings.acquireMs} ms`),
    )
  }

  #refuse(waiter: Waiter, error: LaneError): void {
    clearTimeout(waiter.timer)
    waiter.reject(error)
  }
}
