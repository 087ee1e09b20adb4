import { getHolidays, type Region } from 'feiertagejs'
import { germanZone, instantOf, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { addWorkingDays, answerWorkingDays, remindWorkingDays } from '@digitallotsen/domain/mentorship/working-days.rules.ts'
import type { CityEntry } from '../city/city-directory.ts'

type Place = { pack: Pick<CityEntry['pack'], 'federalState'> }

const endOfWorkingDay = ({ pack }: Place, from: Date, count: number): Date => {
  const { date: today } = wallTimeAt(from, germanZone)
  const year = Number(today.slice(0, 4))
  const holidays = new Set([year, year + 1].flatMap(each => getHolidays(each, pack.federalState as Region).map(({ dateString }) => dateString)))
  return instantOf({ date: addWorkingDays(today, count, day => holidays.has(day)), minutes: 24 * 60 - 1 }, germanZone)
}

/** The end of the fifth working day after this moment, by the holidays of the city's Bundesland. */
export const answerDeadline = (place: Place, askedAt: Date): Date => endOfWorkingDay(place, askedAt, answerWorkingDays)

/** The end of the second working day: from the third on, a reminder is due. */
export const remindAfter = (place: Place, askedAt: Date): Date => endOfWorkingDay(place, askedAt, remindWorkingDays - 1)
