import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRate, oldestSlice, rateLimits, sliceStart, type RateCount, type RateLimit } from './rate.rules.ts'

/** Three attempts in 15 minutes, counted by the minute. */
const limit: RateLimit = { attempts: 3, windowSeconds: 900 }
const at = (time: string) => new Date(`2027-02-03T${time}Z`)
const counts = (...list: readonly (readonly [time: string, count: number])[]): RateCount[] => list.map(([time, count]) => ({ start: at(time), count }))

describe('an attempt', () => {
  it.each([
    ['the first', [], '10:00:00', { ok: true, remaining: 2 }],
    ['the last allowed', [['09:50:00', 2]], '10:00:00', { ok: true, remaining: 0 }],
    ['one too many', [['09:50:00', 3]], '10:00:00', { ok: false, code: 'rate.limited', retryAfterSeconds: 360 }],
    // The slice 09:50–09:51 stops to count when 15 minutes have passed since its end: at 10:06.
    ['one too many, a second before room', [['09:50:00', 3]], '10:05:59', { ok: false, code: 'rate.limited', retryAfterSeconds: 1 }],
    ['after the window', [['09:50:00', 3]], '10:06:00', { ok: true, remaining: 2 }],
    ['across the quarter of an hour', [['09:59:00', 2], ['10:00:00', 1]], '10:01:00', { ok: false, code: 'rate.limited', retryAfterSeconds: 840 }],
    ['waiting for two slices', [['09:50:00', 1], ['09:52:00', 3]], '10:00:00', { ok: false, code: 'rate.limited', retryAfterSeconds: 480 }],
  ] as const)('%s', (_name, counted, time, outcome) => {
    expect(checkRate(limit, counts(...counted), at(time))).toEqual(outcome)
  })

  it('is counted in the slice that it falls in', () => {
    expect(sliceStart(limit, at('10:00:59.999'))).toEqual(at('10:00:00'))
    expect(oldestSlice(limit, at('10:00:30'))).toEqual(at('09:45:00'))
  })
})

describe('whenever somebody tries', () => {
  const gaps = fc.array(fc.nat({ max: 400_000 }), { maxLength: 80 })
  const run = (limit: RateLimit, gaps: readonly number[]) => {
    const slices = new Map<number, number>()
    const allowed: number[] = []
    let time = at('10:00:00').getTime()
    for (const gap of gaps) {
      time += gap
      const counted = [...slices].map(([start, count]) => ({ start: new Date(start), count }))
      const now = new Date(time)
      const outcome = checkRate(limit, counted, now)
      if (outcome.ok) {
        allowed.push(time)
        const start = sliceStart(limit, now).getTime()
        slices.set(start, (slices.get(start) ?? 0) + 1)
        continue
      }
      const then = new Date(time + outcome.retryAfterSeconds * 1000)
      expect(checkRate(limit, counted, then).ok).toBe(true)
      expect(checkRate(limit, counted, new Date(time + (outcome.retryAfterSeconds - 1) * 1000)).ok).toBe(false)
    }
    return allowed
  }

  it('no stretch as long as the window holds more than is allowed, and the told wait is just long enough', () => {
    fc.assert(fc.property(gaps, gaps => {
      const allowed = run(limit, gaps)
      for (const end of allowed) expect(allowed.filter(time => time > end - 900_000 && time <= end).length).toBeLessThanOrEqual(limit.attempts)
    }))
  })

  it.each(Object.entries(rateLimits))('%s counts in whole milliseconds', (_name, { windowSeconds }) => {
    expect((windowSeconds * 1000) % 15).toBe(0)
  })

  it('an account is tried ten times in a quarter of an hour at most', () => {
    expect(rateLimits.codeTryByEmail).toEqual({ attempts: 10, windowSeconds: 900 })
  })
})
