import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Results, Task } from './solver.types.ts'

const mostMs = 15_000
/** The server has two cores on a small machine: the others wait. */
const mostAtOnce = 2
const mostWaiting = 20

type Job = () => Promise<void>

const waiting: Job[] = []
let running = 0

const next = (): void => {
  const job = running < mostAtOnce ? waiting.shift() : undefined
  if (!job) return
  running += 1
  void job().finally(() => {
    running -= 1
    next()
  })
}

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (waiting.length >= mostWaiting) throw new DomainError('matching.busy')
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  waiting.push(async () => {
    try {
      resolve(await work())
    } catch (error) {
      reject(error as Error)
    }
  })
  next()
  return promise
}

/** Runs a task on a thread of its own, which ends with the answer, with an error, or when its time is over. */
export const runTask = <K extends Task['kind']>(task: Extract<Task, { kind: K }>, script: URL = new URL('./matching.worker.ts', import.meta.url), withinMs: number = mostMs): Promise<Results[K]> =>
  new Promise((done, fail) => {
    const worker = new Worker(script, { workerData: task })
    const timer = setTimeout(() => {
      fail(new DomainError('matching.busy'))
      void worker.terminate()
    }, withinMs)
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      fail(new Error('the matching thread ended without an answer'))
    })
  })

const answers = new LRUCache<string, Promise<unknown>>({ max: 60, ttl: 10 * 60_000 })

/** The same question about the same state is answered once, however many ask; `key` holds all that the answer rests on. */
export const solve = <K extends Task['kind']>(key: string, task: Extract<Task, { kind: K }>): Promise<Results[K]> => {
  const known = answers.get(key) as Promise<Results[K]> | undefined
  if (known) return known
  const answer = inTurn(() => runTask(task))
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}
