import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { CityEntry } from '../../features/city/city-directory.ts'

export type RowsVersionOf = (city: CityEntry) => string | Promise<string>

/** For what says whether somebody is open. */
export const theMinute = (now: Date): string => now.toISOString().slice(0, 16)

/** For what begins and ends with a day. */
export const theDay = (now: Date): string => wallTimeAt(now, germanZone).date
