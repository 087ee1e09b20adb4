import { describe, expect, test } from 'vitest'
import { hoursWith } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { openingHours } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { addBreak, closeDay, copyDay, eveDays, hoursField, openDay, readHours, removeBreak, writeHours } from './hours-editor.rules.ts'

const empty = readHours(null)
const hoursFields = (change: Partial<typeof empty>) => ({ ...empty, ...change })

test('what was read is written back as it was', () => {
  const hours = hoursWith({
    holidays: { kind: 'hours', intervals: [{ from: '10:00', to: '12:00' }] },
    special: [{ date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }], note: 'Heiligabend' }],
    vacations: [{ from: '2027-01-02', to: '2027-01-10', note: null }],
    byAppointment: true, note: 'Küche bis 21 Uhr',
  })
  expect(writeHours(readHours(hours))).toEqual(hours)
})

test('midnight at the end of a day is 00:00 in the field and 24:00 in the record', () => {
  const fields = readHours(hoursWith({ week: { ...hoursWith().week, sa: [{ from: '18:00', to: '24:00' }] } }))
  expect(fields.week.sa).toEqual([{ from: '18:00', to: '00:00' }])
  expect(writeHours(fields)?.week.sa).toEqual([{ from: '18:00', to: '24:00' }])
  expect(writeHours(hoursFields({ week: { ...empty.week, mo: [{ from: '00:00', to: '00:00' }] } }))?.week.mo).toEqual([{ from: '00:00', to: '24:00' }])
})

describe('nothing said', () => {
  test('is no record of hours', () => {
    expect(writeHours(empty)).toBeNull()
    expect(writeHours(hoursFields({ special: [{ date: '', spans: [], note: '' }], vacations: [{ from: '', to: '', note: '' }] }))).toBeNull()
  })

  test('but by appointment alone is one', () => {
    expect(writeHours(hoursFields({ byAppointment: true }))).toMatchObject({ byAppointment: true, week: { mo: [] } })
  })
})

describe('a day', () => {
  const week = openDay(empty.week, 'tu')

  test('that is opened first gets usual hours, the next one those of the day before it', () => {
    expect(week.tu).toEqual([{ from: '09:00', to: '18:00' }])
    const changed = { ...week, tu: [{ from: '07:00', to: '15:00' }] }
    expect(openDay(changed, 'fr').fr).toEqual(changed.tu)
    expect(openDay(changed, 'mo').mo).toEqual([{ from: '09:00', to: '18:00' }])
  })

  test('that is closed has no hours', () => {
    expect(closeDay(week, 'tu').tu).toEqual([])
  })

  test('is copied to the days chosen, and to no other', () => {
    const copied = copyDay({ ...empty.week, mo: addBreak([{ from: '09:00', to: '18:00' }]) }, 'mo', ['tu', 'sa'])
    expect(copied.tu).toEqual([{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }])
    expect(copied.sa).toEqual(copied.mo)
    expect(copied.we).toEqual([])
    expect(copied.tu).not.toBe(copied.mo)
  })
})

describe('a break', () => {
  test.each([
    [{ from: '09:00', to: '18:00' }, [{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }]],
    [{ from: '06:00', to: '12:00' }, [{ from: '06:00', to: '08:30' }, { from: '09:30', to: '12:00' }]],
    [{ from: '18:00', to: '02:00' }, [{ from: '18:00', to: '21:30' }, { from: '22:30', to: '02:00' }]],
    [{ from: '10:00', to: '00:00' }, [{ from: '10:00', to: '13:00' }, { from: '14:00', to: '00:00' }]],
    [{ from: '09:00', to: '' }, [{ from: '09:00', to: '' }, { from: '', to: '' }]],
  ])('in %o leaves hours on both sides of it', (span, expected) => {
    expect(addBreak([span])).toEqual(expected)
  })

  test('that is taken out leaves the hours as they were', () => {
    const day = [{ from: '09:00', to: '18:00' }]
    expect(removeBreak(addBreak(day), 1)).toEqual(day)
  })
})

describe('an issue of the schema', () => {
  const fieldsOf = (fields: typeof empty) =>
    [...new Set((openingHours.safeParse(writeHours(fields)).error?.issues ?? []).map(({ path }) => hoursField(['hours', ...path].map(String).join('.'), fields)))]

  test.each([
    ['a missing time', { week: { ...empty.week, we: [{ from: '09:00', to: '' }] } }, ['we-0-to']],
    ['hours that overlap', { week: { ...empty.week, we: [{ from: '09:00', to: '13:00' }, { from: '12:00', to: '18:00' }] } }, ['we-0-from']],
    ['a day that stands twice', { special: [{ date: '', spans: [], note: '' }, { date: '2026-12-24', spans: [], note: '' }, { date: '2026-12-24', spans: [], note: '' }] }, ['special-1-date']],
    ['a missing time on a special day behind an empty line', { special: [{ date: '', spans: [], note: '' }, { date: '2026-12-24', spans: [{ from: '', to: '12:00' }], note: '' }] }, ['special-1-0-from']],
    ['a vacation that ends before it begins', { vacations: [{ from: '2027-02-01', to: '2027-01-01', note: '' }] }, ['vacation-0-to']],
    ['a vacation without an end', { vacations: [{ from: '2027-02-01', to: '', note: '' }] }, ['vacation-0-to']],
  ])('about %s leads to its field', (_what, change, expected) => {
    expect(fieldsOf(hoursFields(change))).toEqual(expected)
  })
})

test('the eves that come next are offered, from today on', () => {
  expect(eveDays('2026-11-25').map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-31'])
  expect(eveDays('2026-12-25').map(({ date }) => date)).toEqual(['2027-12-24', '2026-12-31'])
})
