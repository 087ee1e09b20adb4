import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, resolveSlots, weighSlot, type Surroundings } from './slot.rules.ts'
import type { WantedSlot } from './visit.schemas.ts'

const now = new Date('2026-03-02T12:00:00Z')
const zone = 'Europe/Berlin'
const wanted = (over: Partial<WantedSlot> = {}): WantedSlot => ({ date: '2026-03-10', time: '10:00', minutes: 60, doubleHour: null, ...over })
const slotOf = (over: Partial<WantedSlot> = {}) => {
  const outcome = resolveSlots([wanted(over)], zone, now)
  if (!outcome.ok || !outcome.slots[0]) throw new Error('refused')
  return outcome.slots[0]
}
const free: Surroundings = { holidays: new Map(), guide: { busy: [], blocked: [] }, merchant: { busy: [], blocked: [] } }

describe('an offer of times', () => {
  it('comes in their order, with instants', () => {
    const outcome = resolveSlots([wanted({ time: '15:00' }), wanted()], zone, now)
    expect(outcome.ok && outcome.slots.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-03-10T09:00:00.000Z', '2026-03-10T10:00:00.000Z'], ['2026-03-10T14:00:00.000Z', '2026-03-10T15:00:00.000Z'],
    ])
  })

  it.each([
    ['none', [], 'visit.slot_count'],
    ['seven', Array.from({ length: 7 }, (_, n) => wanted({ time: `1${n}:00` })), 'visit.slot_count'],
    ['one twice', [wanted(), wanted({ minutes: 30 })], 'list.doubled'],
    ['ten minutes', [wanted({ minutes: 10 })], 'visit.length'],
    ['over three hours', [wanted({ minutes: 181 })], 'visit.length'],
    ['one that has passed', [wanted({ date: '2026-03-02', time: '13:00' })], 'visit.past'],
    ['one too far ahead', [wanted({ date: '2026-07-01' })], 'visit.too_far'],
    ['one that the clocks leave out', [wanted({ date: '2026-03-29', time: '02:30' })], 'visit.time_left_out'],
    ['a day that does not exist', [wanted({ date: '2026-04-31' })], 'date.out_of_range'],
  ])('is refused: %s', (_, slots, code) => {
    expect(resolveSlots(slots, zone, now)).toMatchObject({ ok: false, code })
  })

  it('names the next time that exists where the clocks leave one out', () => {
    expect(resolveSlots([wanted({ date: '2026-03-29', time: '02:30' })], zone, now)).toMatchObject({ details: { position: 0, date: '2026-03-29', time: '03:30' } })
  })

  it('asks which hour is meant, and takes the answer', () => {
    const autumn = new Date('2026-10-01T12:00:00Z')
    const twice = wanted({ date: '2026-10-25', time: '02:30' })
    expect(resolveSlots([twice], zone, autumn)).toMatchObject({ ok: false, code: 'visit.time_twice' })
    expect(resolveSlots([{ ...twice, doubleHour: 'later' }], zone, autumn)).toMatchObject({ ok: true, slots: [{ startsAt: '2026-10-25T01:30:00.000Z', doubleHour: 'later' }] })
  })

  it('may stand on the last moment of 120 days, and not after it', () => {
    expect(resolveSlots([wanted({ date: '2026-06-30', time: '14:00' })], zone, now).ok).toBe(true)
    expect(resolveSlots([wanted({ date: '2026-06-30', time: '14:01' })], zone, now)).toMatchObject({ code: 'visit.too_far' })
  })
})

describe('what is said of a time', () => {
  const busy = [{ startsAt: new Date('2026-03-10T09:30:00Z'), endsAt: new Date('2026-03-10T10:30:00Z') }]
  it.each([
    ['nothing on a working day', {}, free, []],
    ['that it is a Sunday', { date: '2026-03-08' }, free, ['sunday']],
    ['that it is a holiday', {}, { ...free, holidays: new Map([['2026-03-10', 'Feiertag']]) }, ['holiday']],
    ['that it is early', { time: '07:30' }, free, ['early']],
    ['that it ends late', { time: '19:30' }, free, ['late']],
    ['that the guide has another', {}, { ...free, guide: { busy, blocked: [] } }, ['guide_busy']],
    ['that the business has another', {}, { ...free, merchant: { busy, blocked: [] } }, ['merchant_busy']],
    ['that it begins as another ends: nothing', { time: '11:30' }, { ...free, guide: { busy, blocked: [] } }, []],
    ['that the guide has no time that week', {}, { ...free, guide: { busy: [], blocked: [{ from: '2026-03-10', to: '2026-03-12' }] } }, ['blocked_guide']],
    ['that the business has no time', {}, { ...free, merchant: { busy: [], blocked: [{ from: '2026-03-01', to: '2026-03-10' }] } }, ['blocked_merchant']],
  ] as const)('%s', (_, over, around, warnings) => {
    expect(weighSlot(slotOf(over), around).warnings).toEqual(warnings)
  })

  it('sees an overlap exactly where a minute is shared', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 })).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(fc.property(span, span, (a, b) => {
      const at = ({ from, to }: { from: number; to: number }) => ({ startsAt: new Date(from * 60_000), endsAt: new Date(to * 60_000) })
      const minutes = ({ from, to }: { from: number; to: number }) => Array.from({ length: to - from }, (_, n) => from + n)
      const shared = minutes(a).some(minute => minutes(b).includes(minute))
      return overlaps(at(a), at(b)) === shared
    }))
  })
})
