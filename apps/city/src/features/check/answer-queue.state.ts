import { createSignal } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { SaveStateName } from '@digitallotsen/ui/save-state.tsx'
import { isPassing, problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import type { AnswersState, Batch } from './answers.state.ts'

/** The server as the queue sees it. */
export type SavePort = (batch: Batch) => Promise<{ stale: readonly TimedAnswer[] }>

export type AnswerQueue = {
  saveState: Accessor<SaveStateName>
  /** Why the server refused for good; undefined while all goes well or may yet. */
  refusal: Accessor<Problem | undefined>
  /** Sends soon, so that quick changes travel together. */
  schedule(): void
  /** Sends now; true once nothing is left to send. */
  flush(): Promise<boolean>
  stop(): void
}

const together = 300
const firstWait = 1000
const longestWait = 30_000

const waitAfter = (failures: number, problem: Problem): number =>
  problem.retryAfter === undefined ? Math.min(longestWait, firstWait * 2 ** (failures - 1)) : problem.retryAfter * 1000

type Phase = 'resting' | 'sending' | 'waiting' | 'refused'

/** Brings the answers of one check to the server: one call at a time, again and again until it is reached, nothing dropped on the way. */
export const createAnswerQueue = (state: AnswersState, save: SavePort): AnswerQueue => {
  const [phase, setPhase] = createSignal<Phase>('resting')
  const [refusal, setRefusal] = createSignal<Problem>()
  let running: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  const later = (ms: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }
  const fail = (error: unknown): false => {
    const problem = problemOf(error)
    failures += 1
    if (isPassing(problem)) {
      setPhase('waiting')
      later(waitAfter(failures, problem))
    } else {
      setRefusal(problem)
      setPhase('refused')
    }
    return false
  }
  const drain = async (): Promise<boolean> => {
    clearTimeout(timer)
    for (let batch = state.nextBatch(); batch; batch = state.nextBatch()) {
      setPhase('sending')
      try {
        const { stale } = await save(batch)
        state.settle(batch, stale)
      } catch (error) {
        return fail(error)
      }
    }
    failures = 0
    setRefusal(undefined)
    setPhase('resting')
    return true
  }
  const flush = (): Promise<boolean> => {
    running ??= drain().finally(() => (running = undefined))
    return running
  }
  const saveState = (): SaveStateName => {
    if (phase() === 'refused') return 'failed'
    if (phase() === 'waiting') return 'offline'
    if (phase() === 'sending' || state.hasUnsent()) return 'saving'
    return state.hasAny() ? 'saved' : 'idle'
  }
  return {
    saveState,
    refusal,
    flush,
    schedule: () => {
      if (phase() !== 'waiting') later(together)
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
