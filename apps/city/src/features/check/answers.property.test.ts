import * as fc from 'fast-check'
import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { createAnswerQueue } from './answer-queue.state.ts'
import { createAnswersState } from './answers.state.ts'
import { answer, assessmentId, createServer, createShelf, newRecord, unreached } from './server.fixture.ts'

const items = ['1.1', '1.2', '1.3']
const step = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), tab: fc.nat(2), item: fc.constantFrom(...items), level: fc.constantFrom(0, 1, 2, 3, 4) }),
  fc.record({ kind: fc.constantFrom('flush' as const, 'lost' as const, 'reload' as const, 'reread' as const), tab: fc.nat(2) }),
)

const asPlain = (answers: ReadonlyMap<string, TimedAnswer>) => Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1)))

test('two tabs of one device and a second device end up with the same answers, the last given of each, whatever is lost on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
      const server = createServer()
      const here = createShelf()
      const shelves = [here, here, createShelf()]
      const open = (tab: number) =>
        createRoot(dispose => {
          const state = createAnswersState(shelves[tab] ?? here, assessmentId, newRecord())
          const queue = createAnswerQueue(state, server.save)
          return { state, queue, close: () => { queue.stop(); dispose() } }
        })
      const tabs = [open(0), open(1), open(2)]
      const last = new Map<string, number>()
      let clock = Date.UTC(2026, 10, 24)
      for (const one of steps) {
        const tab = tabs[one.tab]
        if (!tab) continue
        if (one.kind === 'give') {
          tab.state.give(answer(one.item, one.level), new Date((clock += 1000)))
          last.set(one.item, one.level)
        } else if (one.kind === 'reload') {
          tab.close()
          tabs[one.tab] = open(one.tab)
        } else if (one.kind === 'reread') tab.state.reread()
        else {
          if (one.kind === 'lost') server.fail.push(unreached())
          await tab.queue.flush()
        }
      }
      server.fail.length = 0
      for (const tab of tabs) {
        tab.state.reread()
        expect(await tab.queue.flush()).toBe(true)
      }
      for (const tab of tabs) {
        tab.state.receive([...server.held.values()])
        expect(asPlain(tab.state.answers())).toEqual(asPlain(server.held))
        tab.close()
      }
      expect([...server.held].every(([item, held]) => held.value.kind === 'level' && held.value.level === last.get(item))).toBe(true)
      expect(server.held.size).toBe(last.size)
    }),
    { numRuns: 150, seed: 20261124 },
  )
})
