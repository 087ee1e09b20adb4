import type { Locale } from '../text.schemas.ts'
import { groupWeek, openingStateAt, weekdayOf, type Asked, type DayPlan } from './hours.rules.ts'
import type { Interval, OpeningHours } from './hours.schemas.ts'
import { listingWords } from './listing.words.ts'
import { addDays, daysBetween, wallTimeAt, type WallTime } from './zone.rules.ts'

const pad = (minutes: number) => String(minutes).padStart(2, '0')

/** 540 → "9 Uhr" and "9 am"; the end of the day is midnight. */
const clock = (minutes: number, locale: Locale): string => {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60]
  if (minute === 0 && hour === 0) return locale === 'de' ? 'Mitternacht' : 'midnight'
  if (locale === 'de') return `${hour}${minute === 0 ? '' : `:${pad(minute)}`} Uhr`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${pad(minute)}`} ${hour < 12 ? 'am' : 'pm'}`
}

const dayName = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`))

/** "heute", "morgen", "Montag", "am 3. August". */
const dayWord = (date: string, today: string, locale: Locale): string => {
  const away = daysBetween(today, date)
  const isGerman = locale === 'de'
  if (away === 0) return isGerman ? 'heute' : 'today'
  if (away === 1) return isGerman ? 'morgen' : 'tomorrow'
  if (away < 7) return isGerman ? `am ${listingWords.de.weekdays[weekdayOf(date)]}` : `on ${listingWords.en.weekdays[weekdayOf(date)]}`
  return isGerman ? `am ${dayName(date, locale)}` : `on ${dayName(date, locale)}`
}

const openSentence = (until: WallTime, today: string, locale: Locale): string => {
  const endsToday = until.date === today || (until.minutes === 0 && until.date === addDays(today, 1))
  const time = clock(until.minutes, locale)
  if (endsToday) return locale === 'de' ? `Heute bis ${time} geöffnet` : `Open today until ${time}`
  const isTonight = until.date === addDays(today, 1) && until.minutes <= 360
  if (locale === 'de') return isTonight ? `Bis ${time} nachts geöffnet` : `Geöffnet bis ${dayWord(until.date, today, locale).replace(/^am /, '')}, ${time}`
  return isTonight ? `Open until ${time}` : `Open until ${time} ${dayWord(until.date, today, locale)}`
}

/** Why today differs from other weeks, where it does. */
const reasonOf = ({ reason, note }: DayPlan, locale: Locale): string | null => {
  if (reason === 'vacation') return note ?? listingWords[locale].vacation
  return reason === 'week' ? null : note
}

const closedSentence = (next: WallTime | null, today: string, plan: DayPlan, locale: Locale): string => {
  const reason = plan.intervals.length === 0 ? reasonOf(plan, locale) : null
  const isGerman = locale === 'de'
  const closed = reason === null ? (isGerman ? 'Geschlossen' : 'Closed') : isGerman ? `Heute geschlossen (${reason})` : `Closed today (${reason})`
  if (next === null) return closed
  const when = dayWord(next.date, today, locale)
  return isGerman ? `${closed}, öffnet ${when} um ${clock(next.minutes, locale)}` : `${closed}, opens ${when} at ${clock(next.minutes, locale)}`
}

/** One sentence, without a full stop, that says whether it is open and until when, or when it opens next. */
export const openingSentence = (hours: OpeningHours, asked: Asked, locale: Locale): string => {
  const today = wallTimeAt(asked.instant, asked.zone).date
  const state = openingStateAt(hours, asked)
  if (state.open) {
    if (state.until === null) return locale === 'de' ? 'Rund um die Uhr geöffnet' : 'Always open'
    return openSentence(wallTimeAt(state.until, asked.zone), today, locale)
  }
  if (state.next === null && hours.byAppointment) return locale === 'de' ? 'Geöffnet nach Vereinbarung' : 'Open by appointment'
  return closedSentence(state.next === null ? null : wallTimeAt(state.next, asked.zone), today, state.plan, locale)
}

const bare = (time: string) => (time.endsWith(':00') ? String(Number(time.slice(0, 2))) : `${Number(time.slice(0, 2))}:${time.slice(3)}`)
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** "9–13 und 14–18:30 Uhr", "9 am – 1 pm and 2 pm – 6:30 pm", or that it is closed. */
export const timesText = (intervals: readonly Interval[], locale: Locale): string => {
  if (intervals.length === 0) return listingWords[locale].closed
  if (locale === 'de') return `${intervals.map(({ from, to }) => `${bare(from)}–${bare(to)}`).join(' und ')} Uhr`
  return intervals.map(({ from, to }) => `${clock(minutes(from), locale)} – ${clock(minutes(to), locale)}`).join(' and ')
}

export type HoursLine = { days: string; times: string }

/** The week in as few lines as it has different days, Monday first; the rule for public holidays follows. */
export const weekLines = (hours: OpeningHours, locale: Locale): HoursLine[] => {
  const words = listingWords[locale]
  const week = groupWeek(hours.week).map(({ days, intervals }) => {
    const [first = 'mo', last = first] = [days[0], days.at(-1)]
    const between = days.length === 2 ? (locale === 'de' ? ' und ' : ' and ') : locale === 'de' ? ' bis ' : ' to '
    const name = days.length === 1 ? words.weekdays[first] : `${words.weekdays[first]}${between}${words.weekdays[last]}`
    return { days: name, times: timesText(intervals, locale) }
  })
  const { holidays } = hours
  if (holidays.kind === 'as_usual') return week
  return [...week, { days: words.holidays, times: timesText(holidays.kind === 'hours' ? holidays.intervals : [], locale) }]
}
