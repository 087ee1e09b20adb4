import { expect, it } from 'vitest'
import { crowd, problemOf } from './matching.fixture.ts'
import { solveTask } from './solve-task.ts'
import { runTask, solve } from './solver.ts'

const refusal = (work: Promise<unknown>) => work.then(() => 'passed', (error: unknown) => (error instanceof Error ? error.message : 'unknown'))
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)

it('a thread answers as this one would', async () => {
  const problem = crowd(8, 30, 7)
  expect(await runTask<'propose'>({ kind: 'propose', problem })).toEqual(solveTask({ kind: 'propose', problem }))
})

it('other work goes on while a thread computes', async () => {
  const order: string[] = []
  const answer = runTask<'propose'>({ kind: 'propose', problem: crowd(60, 400, 3) }).then(() => order.push('answer'))
  await new Promise(done => setImmediate(done))
  order.push('other work')
  await answer
  expect(order).toEqual(['other work', 'answer'])
})

it('a task whose time is over ends, and so does one that fails or says nothing', async () => {
  const task = { kind: 'propose' as const, problem: problemOf([], []) }
  expect(await refusal(runTask<'propose'>(task, script('while (true) {}'), 50))).toBe('matching.busy')
  expect(await refusal(runTask<'propose'>(task, script('throw new Error("broken")')))).toBe('broken')
  expect(await refusal(runTask<'propose'>(task, script('')))).toBe('the matching thread ended without an answer')
})

it('the same question about the same state is computed once', async () => {
  const problem = crowd(4, 6, 1)
  expect(solve<'propose'>('one', { kind: 'propose', problem })).toBe(solve<'propose'>('one', { kind: 'propose', problem }))
  await solve<'propose'>('one', { kind: 'propose', problem })
})
