import { getHolidays, type Region } from 'feiertagejs'
import type { Holidays } from '@digitallotsen/domain/listing/hours.rules.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

const known = new Map<string, Holidays>()

/** The public holidays of the city's Bundesland in the year before, of and after this moment. */
export const holidaysFor = ({ federalState }: Pick<ResolvedPack, 'federalState'>, now: Date): Holidays => {
  const year = Number(wallTimeAt(now, germanZone).date.slice(0, 4))
  const key = `${federalState} ${year}`
  const found = known.get(key)
  if (found) return found
  const days = [year - 1, year, year + 1].flatMap(each => getHolidays(each, federalState as Region))
  const holidays: Holidays = new Map(days.map(day => [day.dateString, day.translate('de') ?? day.name]))
  known.set(key, holidays)
  return holidays
}
