import type { Answer, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Shelf } from '../../lib/storage.ts'
import type { SavePort } from './answer-queue.state.ts'
import type { CheckRecord } from './answer-store.ts'
import type { Batch } from './answers.state.ts'

export const assessmentId = '0193d1a0-0000-7000-8000-0000000000aa'

export const newRecord = (over: Partial<CheckRecord> = {}): CheckRecord => ({
  key: 'k'.repeat(43),
  kind: 'full',
  moment: 'T0',
  startedAt: '2026-11-24T08:00:00.000Z',
  position: null,
  positionSent: true,
  submitted: false,
  ...over,
})

export const answer = (itemId: string, level: 0 | 1 | 2 | 3 | 4): Answer => ({ itemId, value: { kind: 'level', level }, relevance: 'normal' })

export const levelOf = (given: TimedAnswer | undefined): number | undefined => (given?.value.kind === 'level' ? given.value.level : undefined)

/** Fails as fetch does where no answer comes back. */
export const unreached = (): Error => new TypeError('Failed to fetch')

/** Fails as the server does when it refuses. */
export const refused = (code: string, details: Record<string, unknown> = {}): Error => Object.assign(new Error(code), { data: { code, details } })

/** The server's side of `check.save`: the later answer stays, and the sender hears of it. `fail` holds what the next calls end with. */
export const createServer = () => {
  const held = new Map<string, TimedAnswer>()
  const calls: Batch[] = []
  const fail: Error[] = []
  let position: string | undefined
  const save: SavePort = batch => {
    calls.push(batch)
    const failure = fail.shift()
    if (failure) return Promise.reject(failure)
    const stale: TimedAnswer[] = []
    for (const incoming of batch.answers) {
      const known = held.get(incoming.itemId)
      if (known && known.answeredAt > incoming.answeredAt) stale.push(known)
      else held.set(incoming.itemId, incoming)
    }
    position = batch.position ?? position
    return Promise.resolve({ stale })
  }
  return { held, calls, fail, save, position: () => position }
}

export const createShelf = (): Shelf => {
  const map = new Map<string, string>()
  return {
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
    keys: () => [...map.keys()],
  }
}
