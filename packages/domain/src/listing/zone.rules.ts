/** The clock on the wall of a zone: the day as YYYY-MM-DD, and the minutes since its midnight. */
export type WallTime = { date: string; minutes: number }

export const germanZone = 'Europe/Berlin'

const quarter = 900_000
const day = 86_400_000
const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

const readOffset = (at: number, zone: string): number => {
  const parts = Object.fromEntries(formatterOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

/** How far the zone's clock is ahead of UTC, in milliseconds; clocks are changed on the quarter, so one answer holds for each. */
const offsetAt = (at: number, zone: string): number => {
  const from = Math.floor(at / quarter) * quarter
  const key = `${zone} ${from}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size > 5_000) offsets.clear()
  const offset = readOffset(from, zone)
  offsets.set(key, offset)
  return offset
}

/** What the clocks of the zone show at this instant. */
export const wallTimeAt = (instant: Date, zone: string): WallTime => {
  const at = instant.getTime()
  const local = new Date(at + offsetAt(at, zone))
  return { date: local.toISOString().slice(0, 10), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() }
}

/**
 * The instant at which the clocks show this time; minutes from 1440 on are of the following day. A time that comes twice, as clocks go
 * back, is taken the first time; one that is left out is taken so much later as the clocks jump.
 */
export const instantOf = ({ date, minutes }: WallTime, zone: string): Date => {
  const local = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const [before, after] = [offsetAt(local - day, zone), offsetAt(local + day, zone)]
  if (before === after) return new Date(local - before)
  const fitting = [local - before, local - after].filter(at => offsetAt(at, zone) === local - at)
  return new Date(fitting.length === 0 ? local - before : Math.min(...fitting))
}

/** The day so many days later, or earlier. */
export const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** How many days lie between the two, negative where `to` is the earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
