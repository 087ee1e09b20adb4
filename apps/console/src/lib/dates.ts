const timeZone = 'Europe/Berlin'
const day = new Intl.DateTimeFormat('de-DE', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone })
const clock = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone })
const relative = new Intl.RelativeTimeFormat('de-DE', { numeric: 'auto' })
const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })

const minute = 60_000
const steps = [['minute', minute, 60 * minute], ['hour', 60 * minute, 24 * 60 * minute], ['day', 24 * 60 * minute, Infinity]] as const

/** "Mi., 3. Februar 2027, 14:00 Uhr" */
export const formatInstant = (date: string): string => `${day.format(new Date(date))}, ${clock.format(new Date(date))} Uhr`

/** "gerade eben", "vor 12 Minuten", "gestern": how old something is. */
export const formatAge = (date: string, now: Date): string => {
  const age = Math.max(0, now.getTime() - new Date(date).getTime())
  const [unit, length] = steps.find(([, , end]) => age < end) ?? steps[2]
  return age < minute ? 'gerade eben' : relative.format(-Math.floor(age / length), unit)
}

export const isOlderThanHours = (date: string, hours: number, now: Date): boolean => now.getTime() - new Date(date).getTime() > hours * 60 * minute

export const formatNumber = (value: number): string => number.format(value)
