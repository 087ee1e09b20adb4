const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })

/** The calendar day (YYYY-MM-DD) on which this moment falls for the people of the city. */
export const calendarDay = (moment: Date): string => day.format(moment)
