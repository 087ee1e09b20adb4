import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ChaosCounts, ChaosOptions } from './chaos.ts'
import type { DriverName } from './drivers.ts'
import type { RaceName, RaceOutcome } from './races.ts'

interface Common {
  readonly driver: DriverName
  readonly adminUrl: string
}

export type Order =
  | (Common & { readonly job: 'chaos'; readonly options: ChaosOptions })
  | (Common & { readonly job: 'races'; readonly races: readonly RaceName[]; readonly rounds: number })

/**
 * Has a piece of a proof done in a process of its own: a broken driver throws errors that nobody can catch, and these are
 * to be counted, not to end the proof. Rejects when that process ends before it has answered.
 */
export function runApart(order: Order & { job: 'chaos' }): Promise<ChaosCounts>
export function runApart(order: Order & { job: 'races' }): Promise<Record<RaceName, RaceOutcome[]>>
export async function runApart(order: Order): Promise<unknown> {
  const child = fork(fileURLToPath(new URL('apart-child.ts', import.meta.url)), { execArgv: [] })
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`the ${order.job} on ${order.driver} ended with ${status} before it answered`)
  })
  ended.catch(() => {}) // it ends after its answer too
  child.send(order)
  const [answer] = await Promise.race([once(child, 'message'), ended])
  return answer
}
