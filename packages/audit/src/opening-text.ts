import { daysBetween, readOpeningLine, weekdays } from './opening-lines.ts'
import type { OpeningSpan, Weekday } from './site.types.ts'

/** A week as comparable text: per day its spans in order, "" where closed. */
export type Week = Readonly<Record<Weekday, string>>

const headings = /öffnungszeit|geöffnet|sprechzeit|sprechstunde|geschäftszeit|ladenzeit|bürozeit|verkaufszeit|servicezeit|für sie da|wir haben (?:für sie )?offen|opening hours/i
const dayPattern = 'mo(?:ntags?)?|di(?:enstags?)?|mi(?:ttwochs?)?|do(?:nnerstags?)?|fr(?:eitags?)?|sa(?:mstags?)?|sonnabends?|so(?:nntags?)?'
const anyDay = new RegExp(`(?<![a-zäöüß])(?:${dayPattern}|täglich|werktags)(?![a-zäöüß])`, 'i')
const anyTime = /\d{1,2}(?:[:.]\d{2})?\s?(?:h\b|uhr)|\d{1,2}[:.]\d{2}|\d{1,2}\s?(?:-|–|bis)\s?\d{1,2}/i
const regionLines = 18

/** True where a text tells opening hours in words: a heading or phrase, a weekday and a time, or „nach Vereinbarung“. */
export const tellsOpeningHours = (text: string): boolean =>
  regionsOf(text).some(region => (anyDay.test(region) && anyTime.test(region)) || /(?:nach|nur)\s+(?:\S+\s+)?(?:vereinbarung|absprache|terminvereinbarung)/i.test(region) || /rund um die uhr|24 stunden/i.test(region))

const regionsOf = (text: string): string[] => {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, i) => (headings.test(line) ? [i] : [])).slice(0, 20)
  return starts.map(start => lines.slice(start, start + regionLines).map(line => line.slice(0, 400)).join('\n'))
}

/** The week a text tells, where it tells exactly one and without conditions; undefined where that is not certain. */
export const readWeek = (text: string): Week | undefined => {
  const weeks = regionsOf(text).map(readRegion)
  if (weeks.some(week => week === 'unsure')) return undefined
  const told = weeks.filter(week => week !== undefined && week !== 'unsure')
  const [first] = told
  return first && told.every(week => weekdays.every(day => week[day] === first[day])) ? first : undefined
}

const conditions = /winter|sommer|saison|feiertag|januar|februar|märz|april|\bmai\b|\bjuni|\bjuli|august|september|oktober|november|dezember|werktag|\bab\s+\d|open end|gerade|ungerade|jede[nr]?\s+(?:ersten|zweiten|letzten)|telefonisch|hotline|küche|sonderöffnung|urlaub|ferien/i
const closing = /telefon|e-?mail|impressum|adresse|anfahrt|©/i

/** The first block after a heading: lines up to the first that has neither day nor time after some that had. */
const readRegion = (region: string): Week | 'unsure' | undefined => {
  const lines = region.split('\n')
  const taken: string[] = []
  for (const line of lines) {
    const useful = anyDay.test(line) || anyTime.test(line) || /geschlossen|ruhetag/i.test(line)
    if (!useful && taken.some(before => anyTime.test(before))) break
    if (useful && !(closing.test(line) && !anyDay.test(line))) taken.push(line)
  }
  const block = taken.map(withoutHolidays).join('\n')
  if (conditions.test(block)) return 'unsure'
  return readTokens(block)
}

/** „Sonn- und Feiertage geschlossen“ is no condition: the holidays are dropped, Sunday stays. */
const withoutHolidays = (line: string): string =>
  /geschlossen|ruhetag/i.test(line) && !/feiertag[^\n]{0,30}\d/i.test(line) ? line.replace(/\bsonn-?\s?(?:und|u\.|&|\/)\s?(?:an\s)?(?:gesetzlichen\s)?feiertag[a-zäöü]*/gi, 'Sonntag').replace(/(?:(?:und|u\.|&|\/|,)\s?)?(?:an\s)?(?:gesetzlichen\s)?feiertag[a-zäöü]*/gi, '') : line

const days: Readonly<Record<string, Weekday>> = { mo: 'Mo', di: 'Tu', mi: 'We', do: 'Th', fr: 'Fr', sa: 'Sa', so: 'Su' }
const dayOf = (word: string): Weekday | undefined => (/^sonnabend/i.test(word) ? 'Sa' : days[word.slice(0, 2).toLowerCase()])

const tokenPattern = new RegExp(`(?<day>(?<![a-zäöüß])(?:${dayPattern})(?![a-zäöüß])\\.?)|(?<all>täglich)|(?<closed>geschlossen|ruhetag)|(?<time>\\d{1,2}(?:[:.]\\d{2})?)(?![\\d€%])|(?<until>–|—|-|\\bbis\\b)|(?<line>\\n)`, 'gi')

interface Reading {
  readonly spans: Map<Weekday, string[]>
  named: Weekday[]
  /** A range of days or times is open. */
  until: boolean
  opens: string | undefined
  assigned: boolean
}

const readTokens = (block: string): Week | undefined => {
  const reading: Reading = { spans: new Map(), named: [], until: false, opens: undefined, assigned: false }
  for (const { groups } of block.matchAll(tokenPattern)) if (groups) take(reading, groups)
  if (reading.spans.size < 2) return undefined
  return Object.fromEntries(weekdays.map(day => [day, (reading.spans.get(day) ?? []).toSorted().join(',')])) as unknown as Week
}

const take = (reading: Reading, groups: Readonly<Record<string, string | undefined>>): void => {
  if (groups['day']) takeDay(reading, groups['day'])
  else if (groups['all']) Object.assign(reading, { named: [...weekdays], assigned: false, opens: undefined, until: false })
  else if (groups['closed']) {
    for (const day of reading.named) if (!reading.spans.get(day)?.length) reading.spans.set(day, [])
    reading.assigned = true
  } else if (groups['time']) takeTime(reading, groups['time'])
  else if (groups['until']) reading.until = true
  else if (groups['line']) Object.assign(reading, { until: reading.until && reading.opens !== undefined })
}

const takeDay = (reading: Reading, word: string): void => {
  const day = dayOf(word)
  if (!day) return
  const last = reading.named.at(-1)
  if (reading.assigned) reading.named = [day]
  else if (reading.until && last) reading.named.push(...daysBetween(last, day).slice(1))
  else reading.named.push(day)
  Object.assign(reading, { assigned: false, until: false, opens: undefined })
}

const takeTime = (reading: Reading, word: string): void => {
  const time = clock(word)
  if (!time || reading.named.length === 0) return
  if (reading.until && reading.opens !== undefined) {
    if (time > reading.opens) for (const day of new Set(reading.named)) reading.spans.set(day, [...(reading.spans.get(day) ?? []), `${reading.opens}-${time}`])
    Object.assign(reading, { opens: undefined, until: false, assigned: true })
  } else Object.assign(reading, { opens: time, until: false })
}

const clock = (word: string): string | undefined => {
  const [hours = '', minutes = '00'] = word.split(/[:.]/)
  return Number(hours) <= 24 && Number(minutes) < 60 && (Number(hours) < 24 || minutes === '00') ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}

/** The week that spans make. */
export const weekOfSpans = (spans: readonly OpeningSpan[]): Week =>
  Object.fromEntries(weekdays.map(day => [day, spans.filter(span => span.day === day).map(({ opens, closes }) => `${opens}-${closes}`).toSorted().join(',')])) as unknown as Week

const english: Readonly<Record<string, Weekday>> = { monday: 'Mo', tuesday: 'Tu', wednesday: 'We', thursday: 'Th', friday: 'Fr', saturday: 'Sa', sunday: 'Su' }

/** The week of openingHours or openingHoursSpecification values; undefined where they hold none, or only dated ones, or one that cannot be read. */
export const weekOfMarks = (values: readonly unknown[]): Week | undefined => {
  const spans: OpeningSpan[] = []
  let read = 0
  for (const value of values.slice(0, 100)) {
    const found = typeof value === 'string' ? readOpeningLine(value.replace(/\s*-\s*/g, '-').replace(/,\s+/g, ',')) : specificationSpans(value)
    if (found === 'dated') continue
    if (!found) return undefined
    read += 1
    spans.push(...found)
  }
  return read > 0 ? weekOfSpans(spans) : undefined
}

const specificationSpans = (value: unknown): OpeningSpan[] | 'dated' | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { dayOfWeek, opens, closes, validFrom, validThrough } = value as Record<string, unknown>
  if (validFrom !== undefined || validThrough !== undefined) return 'dated'
  if (typeof opens !== 'string' || typeof closes !== 'string') return undefined
  const [from, to] = [opens.slice(0, 5), closes.slice(0, 5)]
  const named = [dayOfWeek].flat(1).map(day => (typeof day === 'string' ? (english[day.replace(/^.*\//, '').toLowerCase()] ?? weekdays.find(known => known === day)) : undefined))
  if (!/^\d{2}:\d{2}$/.test(from) || !/^\d{2}:\d{2}$/.test(to) || named.length === 0 || named.includes(undefined)) return undefined
  return from === to ? [] : named.flatMap(day => (day ? [{ day, opens: from, closes: to }] : []))
}

const germanDays: Readonly<Record<Weekday, string>> = { Mo: 'Mo', Tu: 'Di', We: 'Mi', Th: 'Do', Fr: 'Fr', Sa: 'Sa', Su: 'So' }

/** Days on which two weeks differ, each in words: "Sa: 09:00-14:00 statt 09:00-13:00". */
export const differingDays = (shown: Week, wanted: Week): string[] =>
  weekdays.flatMap(day => (shown[day] === wanted[day] ? [] : [`${germanDays[day]}: ${shown[day] || 'geschlossen'} statt ${wanted[day] || 'geschlossen'}`]))
