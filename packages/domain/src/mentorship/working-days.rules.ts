const dayMs = 86_400_000

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** How long a guide may take to answer, and when she is reminded, both in working days. */
export const answerWorkingDays = 5
export const remindWorkingDays = 3

/** The calendar day (YYYY-MM-DD) that lies so many working days after this one: Saturdays, Sundays and holidays are none. Refuses no count; 0 is the day itself. */
export const addWorkingDays = (day: string, count: number, isHoliday: (day: string) => boolean): string => {
  let at = day
  for (let left = count; left > 0; ) {
    at = next(at)
    if (!isWeekend(at) && !isHoliday(at)) left--
  }
  return at
}
