import { germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'

/** How clocks go in Germany since 1996 (directive 2000/84/EC): forward on the last Sunday of March, back on that of October. */
const lines = [
  'BEGIN:VTIMEZONE',
  `TZID:${germanZone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The zone as a calendar brings it along, without reference to a list of its own. */
export const berlinZone = lines.join('\r\n')
