import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openShelf } from '../../lib/storage.ts'
import { createCheckSession } from './check-session.state.ts'
import { countAnswers } from './answer-store.ts'
import { answer, assessmentId, createServer, levelOf, newRecord, unreached } from './server.fixture.ts'

const ends: (() => void)[] = []
const open = (server = createServer()) =>
  createRoot(dispose => {
    ends.push(dispose)
    return { server, dispose, session: createCheckSession(openShelf(() => localStorage), assessmentId, newRecord(), server.save) }
  })

/** What a browser tells every tab but the one that wrote. */
const tellOtherTabs = (key: string) => window.dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }))

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T09:00:00.000Z') }))
afterEach(() => {
  for (const end of ends.splice(0)) end()
  localStorage.clear()
  vi.useRealTimers()
})

test('a choice is kept at once, and sent a moment later', async () => {
  const { server, session } = open()
  session.give(answer('1.1', 2))
  expect(countAnswers(openShelf(() => localStorage), assessmentId)).toBe(1)
  expect(session.saveState()).toBe('saving')
  await vi.advanceTimersByTimeAsync(300)
  expect(session.saveState()).toBe('saved')
  expect(server.held.size).toBe(1)
})

test('the network coming back sends at once what waits', async () => {
  const { server, session } = open()
  server.fail.push(unreached())
  session.give(answer('1.1', 2))
  await vi.advanceTimersByTimeAsync(300)
  expect(session.saveState()).toBe('offline')
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(session.saveState()).toBe('saved')
})

test('a page that goes away sends what waits', async () => {
  const { server, session } = open()
  session.give(answer('1.1', 2))
  window.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(0)
  expect(server.held.size).toBe(1)
})

test('a page that opens sends what an earlier one could not', async () => {
  const first = open()
  first.server.fail.push(unreached())
  first.session.give(answer('1.1', 2))
  await vi.advanceTimersByTimeAsync(300)
  first.dispose()
  const { server } = open()
  await vi.advanceTimersByTimeAsync(0)
  expect(levelOf(server.held.get('1.1'))).toBe(2)
})

test('a second tab shows what the first one answers', () => {
  const [one, other] = [open(), open()]
  one.session.give(answer('1.1', 3))
  tellOtherTabs(`dl:check:${assessmentId}:answer:1.1`)
  expect(levelOf(other.session.answers().get('1.1'))).toBe(3)
})

test('a second tab sends what the first one left behind, after a courtesy', async () => {
  const [one, other] = [open(), open()]
  one.session.give(answer('1.1', 3))
  tellOtherTabs(`dl:check:${assessmentId}:answer:1.1`)
  one.dispose()
  await vi.advanceTimersByTimeAsync(4999)
  expect(other.server.calls).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(levelOf(other.server.held.get('1.1'))).toBe(3)
})

test('other checks and other entries of the storage concern nobody', async () => {
  const { server, session } = open()
  tellOtherTabs('dl:check:another:answer:1.1')
  tellOtherTabs('something')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(session.answers().size).toBe(0)
  expect(server.calls).toHaveLength(0)
})
