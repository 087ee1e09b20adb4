import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { CityEntry } from '../../features/city/city-directory.ts'

export type RowsVersionOf = (city: CityEntry) => string | Promise<string>

/** For what says whether somebody is open. */
export const theMinute = (now: Date): string => now.toISOString().slice(0, 16)

const minuteMs = 60_000
let last = { minute: Number.NaN, day: '' }

/** For what begins and ends with a day. Worked out once a minute: asking a calendar takes longer than the rest of a page that is kept. */
export const theDay = (now: Date): string => {
  const minute = Math.floor(now.getTime() / minuteMs)
  if (minute !== last.minute) last = { minute, day: wallTimeAt(now, germanZone).date }
  return last.day
}
