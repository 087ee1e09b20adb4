import { daysBetween, readOpeningLine, weekdays } from './opening-lines.ts'
import type { OpeningSpan, Weekday } from './site.types.ts'

/** A week as comparable text: per day its spans in order, "" where closed. */
export type Week = Readonly<Record<Weekday, string>>

const headings = /öffnungszeit|geöffnet|sprechzeit|sprechstunde|geschäftszeit|ladenzeit|bürozeit|verkaufszeit|servicezeit|für sie da|wir haben (?:für sie )?offen|opening hours/i
/** What a business without a shop tells instead; enough to be there, too little to compare. */
const otherHeadings = /telefonzeit|abholzeit|beratungszeit/i
const dayPattern = 'mo(?:ntags?)?|di(?:enstags?)?|mi(?:ttwochs?)?|do(?:nnerstags?)?|fr(?:eitags?)?|sa(?:mstags?)?|sonnabends?|so(?:nntags?)?'
const anyDay = new RegExp(`(?<![a-zäöüß])(?:${dayPattern}|täglich|werktags)(?![a-zäöüß])`, 'i')
const anyTime = /\d{1,2}(?:[:.]\d{2})?\s?(?:h\b|uhr)|\d{1,2}[:.]\d{2}|\d{1,2}\s?(?:-|–|bis)\s?\d{1,2}/i
/** „Mo – Fr: 9 – 18 Uhr“ at the beginning of a line speaks for itself. */
const dayRangeLine = new RegExp(`^[^a-zäöüß\\d\\n]{0,6}(?:${dayPattern})\\.?\\s?(?:-|–|bis)\\s?(?:${dayPattern})\\.?[:,]?\\s{0,2}(?:von\\s)?\\d{1,2}(?:[:.]\\d{2})?(?:\\suhr)?\\s?(?:-|–|bis)\\s?\\d{1,2}(?:[:.]\\d{2})?\\s?(?:uhr|h\\b)`, 'im')
const regionLines = 18

/** True where a text tells opening hours in words: a heading or phrase, a weekday and a time, or „nach Vereinbarung“. */
export const tellsOpeningHours = (text: string): boolean =>
  dayRangeLine.test(text) ||
  [...regionsOf(text), ...regionsOf(text, otherHeadings)].some(region => (anyDay.test(region) && anyTime.test(region)) || /(?:nach|nur)\s+(?:\S+\s+)?(?:vereinbarung|absprache|terminvereinbarung)/i.test(region) || /rund um die uhr|24 stunden/i.test(region))

const regionsOf = (text: string, heading = headings): string[] => {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, i) => (heading.test(line) ? [i] : [])).slice(0, 20)
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
const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'
/** Days of the year with hours of their own: „Heiligabend“, „24. und 31. Dezember“, „24.12.“. */
const specialDay = new RegExp(`heilig(?:er\\s)?abend|s[iy]l?vester|neujahr|weihnacht|karfreitag|rosenmontag|\\boster|pfingst|fronleichnam|feiertag|\\d{1,2}\\.\\s?(?:${months})|\\b\\d{1,2}\\.\\s?(?:0?[1-9]|1[0-2])\\.(?!\\d{2}\\s?uhr)`, 'i')
const isSpecialLine = (line: string): boolean => specialDay.test(line) && !anyDay.test(line) && !/sonn-|täglich/i.test(line)
const seasonLine = new RegExp(`^\\W*(?:im\\s|in\\sder\\s|von\\s)?(?:winter|sommer|(?:haupt|neben)?-?saison|${months})(?:zeit(?:en)?|halbjahr|monate)?(?:\\W|$)`, 'i')
const closing = /telefon|e-?mail|impressum|adresse|anfahrt|©/i

/** The first block after a heading: lines up to the first that has neither day nor time after some that had. */
const readRegion = (region: string): Week | 'unsure' | undefined => {
  const lines = region.split('\n')
  const taken: string[] = []
  for (const [i, line] of lines.entries()) {
    const isSpecialTime = isSpecialLine(lines[i - 1] ?? '') && !anyTime.test((lines[i - 1] ?? '').replace(specialDay, '')) && !anyDay.test(line)
    if (isSpecialLine(line) || isSpecialTime) continue
    if (seasonLine.test(line)) return 'unsure'
    const useful = anyDay.test(line) || anyTime.test(line) || /geschlossen|ruhetag/i.test(line)
    if (!useful && taken.some(before => anyTime.test(before))) break
    if (useful && !(closing.test(line) && !anyDay.test(line))) taken.push(line)
  }
  const block = taken.map(withoutHolidays).map(daysFirst).join('\n')
  if (conditions.test(block) || specialDay.test(block)) return 'unsure'
  const week = readTokens(block)
  return week && week !== 'unsure' && weekdays.some(day => overlaps(week[day])) ? 'unsure' : week
}

/** „9 bis 18 Uhr (Mo-Fr)“ read as „Mo-Fr 9 bis 18 Uhr“. */
const daysFirst = (line: string): string => {
  const at = anyDay.exec(line)?.index ?? 0
  return at > 0 && anyTime.test(line.slice(0, at)) && !/\d|geschlossen|ruhetag|außer|ausser/i.test(line.slice(at)) ? `${line.slice(at)} ${line.slice(0, at)}` : line
}

/** Two spans of a day that share time: the text was not read as it is meant. */
const overlaps = (day: string): boolean => {
  const spans = day.split(',')
  return spans.some((span, i) => i > 0 && span.slice(0, 5) < (spans[i - 1] ?? '').slice(6))
}

/** „Sonn- und Feiertage geschlossen“ is no condition: the holidays are dropped, Sunday stays. */
const withoutHolidays = (line: string): string =>
  /geschlossen|ruhetag/i.test(line) && !/feiertag[^\n]{0,30}\d/i.test(line) ? line.replace(/\bsonn-?\s?(?:und|u\.|&|\/)\s?(?:an\s)?(?:gesetzlichen\s)?feiertag[a-zäöü]*/gi, 'Sonntag').replace(/(?:(?:und|u\.|&|\/|,)\s?)?(?:an\s)?(?:gesetzlichen\s)?feiertag[a-zäöü]*/gi, '') : line

const days: Readonly<Record<string, Weekday>> = { mo: 'Mo', di: 'Tu', mi: 'We', do: 'Th', fr: 'Fr', sa: 'Sa', so: 'Su' }
const dayOf = (word: string): Weekday | undefined => (/^sonnabend/i.test(word) ? 'Sa' : days[word.slice(0, 2).toLowerCase()])

const tokenPattern = new RegExp(`(?<half>(?<![a-zäöüß])(?:${dayPattern})\\.?[ -]?nachmittags?)|(?<except>au(?:ß|ss)er)|(?<day>(?<![a-zäöüß])(?:${dayPattern})(?![a-zäöüß])\\.?)|(?<all>täglich)|(?<closed>geschlossen|ruhetag)|(?<time>\\d{1,2}(?:[:.]\\d{2})?)(?![\\d€%])|(?<until>–|—|-|\\bbis\\b)|(?<line>\\n)`, 'gi')

interface Reading {
  readonly spans: Map<Weekday, string[]>
  named: Weekday[]
  /** A range of days or times is open. */
  until: boolean
  opens: string | undefined
  assigned: boolean
  /** The day just named is meant from noon on. */
  half: boolean
  /** The days that come are taken out of those named. */
  except: boolean
  unsure: boolean
}

const readTokens = (block: string): Week | 'unsure' | undefined => {
  const reading: Reading = { spans: new Map(), named: [], until: false, opens: undefined, assigned: false, half: false, except: false, unsure: false }
  for (const { groups } of block.matchAll(tokenPattern)) if (groups) take(reading, groups)
  if (reading.unsure) return 'unsure'
  if (reading.spans.size < 2) return undefined
  return Object.fromEntries(weekdays.map(day => [day, (reading.spans.get(day) ?? []).toSorted().join(',')])) as unknown as Week
}

const take = (reading: Reading, groups: Readonly<Record<string, string | undefined>>): void => {
  if (groups['half']) {
    takeDay(reading, groups['half'])
    reading.half = true
  } else if (groups['day']) (reading.except ? leaveOut : takeDay)(reading, groups['day'])
  else if (groups['except']) reading.except = true
  else if (groups['all']) Object.assign(reading, { named: [...weekdays], assigned: false, opens: undefined, until: false })
  else if (groups['closed']) takeClosed(reading)
  else if (groups['time']) takeTime(reading, groups['time'])
  else if (groups['until']) reading.until = true
  else if (groups['line']) Object.assign(reading, { until: reading.until && reading.opens !== undefined, except: false })
}

const takeDay = (reading: Reading, word: string): void => {
  const day = dayOf(word)
  if (!day) return
  const last = reading.named.at(-1)
  if (reading.assigned) reading.named = [day]
  else if (reading.until && last) reading.named.push(...daysBetween(last, day).slice(1))
  else reading.named.push(day)
  Object.assign(reading, { assigned: false, until: false, opens: undefined, half: false })
}

/** „täglich außer Montag“, before the times or after them. */
const leaveOut = (reading: Reading, word: string): void => {
  const day = dayOf(word)
  if (!day) return
  reading.named = reading.named.filter(named => named !== day)
  reading.spans.set(day, [])
}

/** Closes the days just named, or their afternoon; after times („9-12 Uhr, nachmittags geschlossen“) it says nothing new. */
const takeClosed = (reading: Reading): void => {
  if (!reading.assigned) for (const day of reading.named) reading.spans.set(day, reading.half ? (reading.spans.get(day) ?? []).filter(span => span < '12:30') : [])
  Object.assign(reading, { assigned: true, half: false })
}

const takeTime = (reading: Reading, word: string): void => {
  const time = clock(word)
  if (!time) return
  if (reading.until && reading.opens !== undefined) {
    if (reading.named.length === 0) reading.unsure = true
    if (time > reading.opens) for (const day of new Set(reading.named)) reading.spans.set(day, [...(reading.spans.get(day) ?? []), `${reading.opens}-${time}`])
    Object.assign(reading, { opens: undefined, until: false, assigned: true })
  } else if (reading.until && reading.named.length > 0) takeLonger(reading, time)
  else Object.assign(reading, { opens: time, until: false })
}

/** „Do bis 20 Uhr“ makes a day told before end later; where nothing was told of it, nobody knows when it begins. */
const takeLonger = (reading: Reading, closes: string): void => {
  for (const day of new Set(reading.named)) {
    const spans = reading.spans.get(day) ?? []
    const last = spans.at(-1)
    if (!last || reading.assigned) reading.unsure = true
    else reading.spans.set(day, [...spans.slice(0, -1), `${last.slice(0, 5)}-${closes}`])
  }
  Object.assign(reading, { opens: undefined, until: false, assigned: true })
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
