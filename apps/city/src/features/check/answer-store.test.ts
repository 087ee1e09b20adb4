import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createAnswerQueue } from './answer-queue.state.ts'
import { countAnswers, listOpenChecks, readRecord, writeRecord } from './answer-store.ts'
import { createAnswersState } from './answers.state.ts'
import { answer, assessmentId, createServer, createShelf, levelOf, newRecord } from './server.fixture.ts'

const now = new Date('2026-11-24T09:00:00.000Z')

const open = (shelf = createShelf()) =>
  createRoot(() => {
    const server = createServer()
    const state = createAnswersState(shelf, assessmentId, newRecord())
    return { shelf, server, state, queue: createAnswerQueue(state, server.save) }
  })

test('a full memory does not stop the answers from reaching the server', async () => {
  const full = { ...createShelf(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
  const { server, state, queue } = open(full)
  state.give(answer('1.1', 3), now)
  expect(levelOf(state.answers().get('1.1'))).toBe(3)
  expect(await queue.flush()).toBe(true)
  expect(server.held.size).toBe(1)
})

test('the memory forgets the answers of an evaluated check and keeps its key', () => {
  const { shelf, state } = open()
  writeRecord(shelf, assessmentId, newRecord())
  state.give(answer('1.1', 3), now)
  state.close()
  expect(countAnswers(shelf, assessmentId)).toBe(0)
  expect(readRecord(shelf, assessmentId)).toMatchObject({ submitted: true, key: newRecord().key })
  expect(listOpenChecks(shelf)).toEqual([])
})

test('the memory offers the check begun last', () => {
  const shelf = createShelf()
  writeRecord(shelf, 'older', newRecord({ startedAt: '2026-11-01T08:00:00.000Z' }))
  writeRecord(shelf, 'newer', newRecord({ startedAt: '2026-11-20T08:00:00.000Z' }))
  expect(listOpenChecks(shelf).map(one => one.assessmentId)).toEqual(['newer', 'older'])
})

test('a memory with a broken entry loses that entry only', () => {
  const { shelf, state } = open()
  state.give(answer('1.1', 3), now)
  state.give(answer('1.2', 3), now)
  shelf.setItem(`dl:check:${assessmentId}:answer:1.1`, '{')
  expect([...open(shelf).state.answers().keys()]).toEqual(['1.2'])
})
