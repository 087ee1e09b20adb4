import type { ErrorCode, ErrorDetails } from '../errors.ts'
import { resolveLocal, weekdayOf } from './local-time.rules.ts'
import type { SlotWarning, VisitSlot, WantedSlot, WeighedSlot } from './visit.schemas.ts'

export const longestAheadDays = 120
export const mostSlots = 6

const minuteMs = 60_000
const dayMs = 86_400_000
const earliest = '08:00'
const latest = '20:00'

export type Busy = { startsAt: Date; endsAt: Date }
/** Days from the first to the last, both included. */
export type BlockedDays = { from: string; to: string }

/** What is known of both sides when times are weighed. */
export type Surroundings = {
  holidays: ReadonlyMap<string, string>
  guide: { busy: readonly Busy[]; blocked: readonly BlockedDays[] }
  merchant: { busy: readonly Busy[]; blocked: readonly BlockedDays[] }
}

export type SlotsOutcome = { ok: true; slots: VisitSlot[] } | { ok: false; code: ErrorCode; details: ErrorDetails }

type Refusal = Extract<SlotsOutcome, { ok: false }>
const refuse = (code: ErrorCode, details: ErrorDetails): Refusal => ({ ok: false, code, details })

const isDay = (date: string): boolean => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)

/** The end is so many minutes later by the stopwatch, whatever the clocks do meanwhile. */
const placed = (wanted: WantedSlot, starts: Date, doubleHour: VisitSlot['doubleHour']): VisitSlot => ({
  date: wanted.date, time: wanted.time, minutes: wanted.minutes, doubleHour,
  startsAt: starts.toISOString(), endsAt: new Date(starts.getTime() + wanted.minutes * minuteMs).toISOString(),
})

const place = (wanted: WantedSlot, position: number, zone: string, now: Date): VisitSlot | Refusal => {
  if (!Number.isInteger(wanted.minutes) || wanted.minutes < 15 || wanted.minutes > 180) return refuse('visit.length', { position })
  const local = resolveLocal(wanted, zone, wanted.doubleHour)
  if (!local.ok && local.code === 'visit.time_left_out') return refuse(local.code, { position, date: local.suggestion.date, time: local.suggestion.time })
  if (!local.ok) return refuse(local.code, { position })
  const ahead = local.instant.getTime() - now.getTime()
  if (ahead <= 0) return refuse('visit.past', { position })
  if (ahead > longestAheadDays * dayMs) return refuse('visit.too_far', { position, days: longestAheadDays })
  return placed(wanted, local.instant, local.doubleHour)
}

/**
 * Works out 1–6 alternatives of 15–180 minutes that lie ahead, at most 120 days. Refuses a time that the clocks leave out (with the next that
 * exists), one that comes twice and does not say which, the past, and the same moment twice; `position` counts from 0.
 */
export const resolveSlots = (wanted: readonly WantedSlot[], zone: string, now: Date): SlotsOutcome => {
  if (wanted.length < 1 || wanted.length > mostSlots) return refuse('visit.slot_count', { most: mostSlots })
  const slots: VisitSlot[] = []
  for (const [position, each] of wanted.entries()) {
    if (!isDay(each.date)) return refuse('date.out_of_range', { position })
    const slot = place(each, position, zone, now)
    if ('ok' in slot) return slot
    if (slots.some(({ startsAt }) => startsAt === slot.startsAt)) return refuse('list.doubled', { position })
    slots.push(slot)
  }
  return { ok: true, slots: slots.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)) }
}

/** Half-open: one may begin the moment the other ends. */
export const overlaps = (a: Busy, b: Busy): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

const isBlocked = (date: string, spans: readonly BlockedDays[]) => spans.some(({ from, to }) => from <= date && date <= to)

/** What is to be known of a time before it is offered; nothing here forbids it. */
export const weighSlot = (slot: VisitSlot, { holidays, guide, merchant }: Surroundings): WeighedSlot => {
  const span = { startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) }
  const [hours = 0, minutes = 0] = slot.time.split(':').map(Number)
  const endsLate = hours * 60 + minutes + slot.minutes > 20 * 60
  const found: [SlotWarning, boolean][] = [
    ['sunday', weekdayOf(slot.date) === 7],
    ['holiday', holidays.has(slot.date)],
    ['early', slot.time < earliest],
    ['late', slot.time >= latest || endsLate],
    ['blocked_guide', isBlocked(slot.date, guide.blocked)],
    ['blocked_merchant', isBlocked(slot.date, merchant.blocked)],
    ['guide_busy', guide.busy.some(busy => overlaps(busy, span))],
    ['merchant_busy', merchant.busy.some(busy => overlaps(busy, span))],
  ]
  return { ...slot, warnings: found.filter(([, is]) => is).map(([warning]) => warning) }
}
