import { expect, test } from 'vitest'
import { addWorkingDays } from './working-days.rules.ts'

const holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01', '2026-04-03', '2026-04-06', '2026-05-01'])

test.each([
  ['2026-11-25', 5, '2026-12-02', 'over a weekend'],
  ['2026-11-27', 1, '2026-11-30', 'from a Friday to Monday'],
  ['2026-11-28', 5, '2026-12-04', 'asked on a Saturday'],
  ['2026-12-22', 5, '2026-12-30', 'over Christmas'],
  ['2026-12-30', 3, '2027-01-05', 'over New Year'],
  ['2026-04-01', 5, '2026-04-10', 'over Easter'],
  ['2026-04-29', 3, '2026-05-05', 'over the first of May'],
  ['2026-11-25', 0, '2026-11-25', 'none'],
])('%s and %i working days are %s: %s', (day, count, wanted) => expect(addWorkingDays(day, count, d => holidays.has(d))).toBe(wanted))
