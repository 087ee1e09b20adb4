import { expect, test } from 'vitest'
import type { MentorshipState } from './mentorship.schemas.ts'
import { dueReminder, trafficLight } from './contact.rules.ts'

const now = new Date('2026-06-30T12:00:00Z')
const ago = (days: number, state: MentorshipState = 'active') => ({ state, lastContactAt: new Date(now.getTime() - days * 86_400_000), phaseSince: new Date(0) })

test.each([[0, 'green'], [21, 'green'], [22, 'yellow'], [42, 'yellow'], [43, 'red'], [400, 'red']] as const)('%i days without contact are %s', (days, light) => {
  expect(trafficLight(ago(days), now)).toBe(light)
})

test.each(['waiting', 'offered', 'paused', 'ended'] as const)('a case that is %s has no light and reminds nobody', state => {
  expect(trafficLight(ago(100, state), now)).toBeNull()
  expect(dueReminder(ago(100, state), [], now)).toBeUndefined()
})

test('without any contact the days count from the start of the phase', () => {
  expect(trafficLight({ state: 'active', lastContactAt: null, phaseSince: new Date('2026-06-01T00:00:00Z') }, now)).toBe('yellow')
})

test.each([
  [8, [], undefined], [9, [], 9], [9, [9], undefined], [20, [9], undefined], [21, [9], 21], [21, [9, 21], undefined], [44, [9, 21], undefined], [45, [9, 21], 45],
  [90, [9, 21, 45], undefined], [50, [], 45], [22, [45], undefined],
] as const)('after %i days, reminded at %j, the step is %s', (days, taken, step) => {
  expect(dueReminder(ago(days), taken, now)?.days).toBe(step)
})
