import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnswerQueue } from './answer-queue.state.ts'
import { countAnswers, readRecord, writeRecord } from './answer-store.ts'
import { createAnswersState } from './answers.state.ts'
import { answer, assessmentId, createServer, createShelf, levelOf, newRecord, refused, unreached } from './server.fixture.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

const open = (shelf = createShelf(), server = createServer(), record = newRecord()) =>
  createRoot(dispose => {
    const state = createAnswersState(shelf, assessmentId, readRecord(shelf, assessmentId) ?? record)
    const queue = createAnswerQueue(state, server.save)
    return { shelf, server, state, queue, close: () => { queue.stop(); dispose() } }
  })

beforeEach(() => void vi.useFakeTimers({ now }))
afterEach(() => void vi.useRealTimers())

describe('an answer', () => {
  test('lies on the device before the server has heard of it', () => {
    const { shelf, server, state } = open()
    state.give(answer('1.1', 2), now)
    expect(countAnswers(shelf, assessmentId)).toBe(1)
    expect(server.calls).toHaveLength(0)
  })

  test('survives a reload and is sent by the next page', async () => {
    const first = open()
    first.state.give(answer('1.1', 2), now)
    first.close()
    const second = open(first.shelf, first.server)
    expect(levelOf(second.state.answers().get('1.1'))).toBe(2)
    expect(await second.queue.flush()).toBe(true)
    expect(levelOf(first.server.held.get('1.1'))).toBe(2)
  })

  test('is sent once and not again after it is confirmed', async () => {
    const { server, state, queue } = open()
    state.give(answer('1.1', 2), now)
    await queue.flush()
    await queue.flush()
    expect(server.calls).toHaveLength(1)
  })

  test('travels with the others given in the same moment', async () => {
    const { server, state, queue } = open()
    for (const [itemId, level] of [['1.1', 0], ['1.1', 3], ['1.2', 1]] as const) {
      state.give(answer(itemId, level), new Date())
      queue.schedule()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(300)
    expect(server.calls).toHaveLength(1)
    expect(server.calls[0]?.answers.map(one => [one.itemId, levelOf(one)])).toEqual([['1.1', 3], ['1.2', 1]])
  })

  test('wins over the one it replaces although the clock of the device runs behind', () => {
    const { state } = open()
    state.receive([{ ...answer('1.1', 1), answeredAt: at(3600).toISOString() }])
    state.give(answer('1.1', 4), now)
    const given = state.answers().get('1.1')
    expect(levelOf(given)).toBe(4)
    expect(given?.answeredAt).toBe(new Date(at(3600).getTime() + 1).toISOString())
  })

  test('changed while it was on its way is sent again', async () => {
    const server = createServer()
    const { state, queue } = open(createShelf(), { ...server, save: batch => {
      if (server.calls.length === 0) state.give(answer('1.1', 4), at(1))
      return server.save(batch)
    } })
    state.give(answer('1.1', 2), now)
    expect(await queue.flush()).toBe(true)
    expect(server.calls.map(({ answers }) => levelOf(answers[0]))).toEqual([2, 4])
    expect(levelOf(server.held.get('1.1'))).toBe(4)
  })

  test('is sent by one call at a time, however often one asks', async () => {
    const { server, state, queue } = open()
    state.give(answer('1.1', 2), now)
    expect(await Promise.all([queue.flush(), queue.flush(), queue.flush()])).toEqual([true, true, true])
    expect(server.calls).toHaveLength(1)
  })

  test('more than the server takes at once goes in several calls', async () => {
    const { server, state, queue } = open()
    for (let index = 0; index < 45; index += 1) state.give(answer(`9.${index}`, 1), at(index))
    await queue.flush()
    expect(server.calls.map(({ answers }) => answers.length)).toEqual([30, 15])
    expect(server.held.size).toBe(45)
  })
})

describe('without a network', () => {
  test('a failed call is repeated, later each time, until nothing is left to send', async () => {
    const { server, state, queue } = open()
    server.fail.push(unreached(), unreached(), unreached())
    state.give(answer('1.1', 2), now)
    expect(await queue.flush()).toBe(false)
    expect(queue.saveState()).toBe('offline')
    await vi.advanceTimersByTimeAsync(999)
    expect(server.calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.calls).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.calls).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(4000)
    expect(levelOf(server.held.get('1.1'))).toBe(2)
    expect(queue.saveState()).toBe('saved')
  })

  test('the wait between two calls stays at half a minute', async () => {
    const { server, state, queue } = open()
    server.fail.push(...Array.from({ length: 12 }, unreached))
    state.give(answer('1.1', 2), now)
    void queue.flush()
    await vi.advanceTimersByTimeAsync(61_000)
    const before = server.calls.length
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.calls.length).toBe(before + 1)
  })

  test('answers given meanwhile go along when the network is back', async () => {
    const { server, state, queue } = open()
    server.fail.push(unreached())
    state.give(answer('1.1', 2), now)
    await queue.flush()
    state.give(answer('1.2', 3), at(1))
    queue.schedule()
    expect(server.calls).toHaveLength(1)
    expect(await queue.flush()).toBe(true)
    expect([...server.held.keys()]).toEqual(['1.1', '1.2'])
  })

  test('a server that asks for patience gets it', async () => {
    const { server, state, queue } = open()
    server.fail.push(refused('rate.limited', { retryAfterSeconds: 90 }))
    state.give(answer('1.1', 2), now)
    await queue.flush()
    await vi.advanceTimersByTimeAsync(89_000)
    expect(server.calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.held.size).toBe(1)
  })

  test('nothing is sent any more after the page has gone', async () => {
    const { server, state, queue, close } = open()
    server.fail.push(unreached())
    state.give(answer('1.1', 2), now)
    await queue.flush()
    close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.calls).toHaveLength(1)
  })
})

describe('a refusal', () => {
  test('ends the sending, is said, and keeps the answers', async () => {
    const { server, shelf, state, queue } = open()
    server.fail.push(refused('assessment.key_wrong'))
    state.give(answer('1.1', 2), now)
    expect(await queue.flush()).toBe(false)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.calls).toHaveLength(1)
    expect(queue.saveState()).toBe('failed')
    expect(queue.refusal()?.code).toBe('assessment.key_wrong')
    expect(countAnswers(shelf, assessmentId)).toBe(1)
  })

  test('is tried again with the next answer', async () => {
    const { server, state, queue } = open()
    server.fail.push(refused('server.internal'))
    state.give(answer('1.1', 2), now)
    await queue.flush()
    state.give(answer('1.2', 2), at(1))
    queue.schedule()
    await vi.advanceTimersByTimeAsync(300)
    expect(server.held.size).toBe(2)
    expect(queue.refusal()).toBeUndefined()
  })
})

describe('when two devices meet', () => {
  test('the later answer of the server replaces the one of this device', async () => {
    const { server, state, queue } = open()
    server.held.set('1.1', { ...answer('1.1', 4), answeredAt: at(60).toISOString() })
    state.give(answer('1.1', 1), now)
    await queue.flush()
    expect(levelOf(state.answers().get('1.1'))).toBe(4)
    expect(levelOf(server.held.get('1.1'))).toBe(4)
  })

  test('an older answer of the server replaces nothing', () => {
    const { state } = open()
    state.give(answer('1.1', 1), now)
    state.receive([{ ...answer('1.1', 4), answeredAt: at(-60).toISOString() }])
    expect(levelOf(state.answers().get('1.1'))).toBe(1)
    expect(state.hasUnsent()).toBe(true)
  })

  test('what the server already holds needs no sending', () => {
    const { state } = open()
    state.give(answer('1.1', 1), now)
    state.receive([...state.answers().values()])
    expect(state.hasUnsent()).toBe(false)
  })
})

describe('two tabs on one device', () => {
  test('do not take each other’s answers away', () => {
    const shelf = createShelf()
    const [one, other] = [open(shelf), open(shelf)]
    one.state.give(answer('1.1', 1), now)
    other.state.give(answer('1.2', 2), now)
    expect(countAnswers(shelf, assessmentId)).toBe(2)
    one.state.reread()
    other.state.reread()
    expect([...one.state.answers().keys()].sort()).toEqual(['1.1', '1.2'])
    expect([...other.state.answers().keys()].sort()).toEqual(['1.1', '1.2'])
  })

  test('keep an answer confirmed although an unconfirmed copy of it turns up', async () => {
    const { shelf, state, queue } = open()
    state.give(answer('1.1', 1), now)
    const copy = shelf.getItem(`dl:check:${assessmentId}:answer:1.1`) ?? ''
    await queue.flush()
    shelf.setItem(`dl:check:${assessmentId}:answer:1.1`, copy)
    state.reread()
    expect(state.hasUnsent()).toBe(false)
  })

  test('see that the other one has evaluated the check', () => {
    const shelf = createShelf()
    writeRecord(shelf, assessmentId, newRecord())
    const [one, other] = [open(shelf), open(shelf)]
    one.state.close()
    other.state.reread()
    expect(other.state.record().submitted).toBe(true)
  })
})

describe('the place in the check', () => {
  test('travels with the answers and is remembered on the device', async () => {
    const { shelf, server, state, queue } = open()
    state.give(answer('1.1', 1), now)
    state.visit('1.2')
    await queue.flush()
    expect(server.position()).toBe('1.2')
    expect(readRecord(shelf, assessmentId)?.position).toBe('1.2')
  })

  test('travels with the last answer where none is new', async () => {
    const { server, state, queue } = open()
    state.give(answer('1.1', 1), now)
    await queue.flush()
    state.visit('1.3')
    await queue.flush()
    expect(server.calls.at(-1)).toMatchObject({ position: '1.3', answers: [{ itemId: '1.1' }] })
  })

  test('waits where there is no answer yet to travel with', async () => {
    const { server, state, queue } = open()
    state.visit('1.1')
    expect(await queue.flush()).toBe(true)
    expect(server.calls).toHaveLength(0)
  })
})
