import { describe, expect, it } from 'vitest'
import { handoverDates, handoverStage, leavingDay } from './handover-dates.rules.ts'
import { atTheDate, canChange, canComplete, canName, hasOpenObjection, sheetGaps, type HandoverFacts } from './handover.rules.ts'
import type { HandoverSheet } from './handover.schemas.ts'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

const ready: HandoverFacts = {
  kind: 'regular', state: 'open', decision: 'hand_over', fromGuideId: 'a', toGuideId: 'b',
  sheetCompletedAt: at('2027-01-15'), informedAt: at('2027-01-20'), objectedAt: null, settledAt: null,
}

const sheet: HandoverSheet = {
  measures: [{ measureId: 'M-1.1', title: 'Kundenreise sichtbar machen', state: 'open', note: null }],
  promises: [], works: 'Kurze Termine vor Ladenöffnung.', worksNot: 'Lange Mails.',
  nextSteps: ['Profil prüfen', 'Fotos machen', 'Zeiten eintragen'], contact: 'Frau Muster', accesses: [], files: [], dates: [], warnings: null,
}

describe('the days of a handover', () => {
  it('are six, three and two weeks before the date, and two weeks after it', () => {
    expect(handoverDates('2027-02-05')).toEqual({ listedOn: '2026-12-25', sheetOn: '2027-01-15', warmFrom: '2027-01-22', dueOn: '2027-02-05', readingUntil: '2027-02-19' })
  })

  it('are calendar days: the change of the clocks moves none', () => {
    expect(handoverDates('2027-04-10')).toMatchObject({ listedOn: '2027-02-27', warmFrom: '2027-03-27' })
  })

  it.each([
    ['2026-12-24', 'early'], ['2026-12-25', 'listed'], ['2027-01-14', 'listed'], ['2027-01-15', 'sheet_due'], ['2027-01-21', 'sheet_due'],
    ['2027-01-22', 'warm'], ['2027-02-04', 'warm'], ['2027-02-05', 'due'], ['2027-03-01', 'due'],
  ])('on %s it stands at %s', (today, stage) => {
    expect(handoverStage('2027-02-05', today)).toBe(stage)
  })

  it.each([
    ['her own last day goes before the semester', { endsOn: '2026-12-31', semesterId: 'WS26' }, '2026-12-31'],
    ['else the end of lectures counts', { endsOn: null, semesterId: 'WS26' }, '2027-02-05'],
    ['a semester that the pack no longer has tells nothing', { endsOn: null, semesterId: 'WS20' }, null],
    ['no semester, no date', { endsOn: null, semesterId: null }, null],
  ])('%s', (_, guide, day) => {
    expect(leavingDay(guide, [{ id: 'WS26', lecturesTo: '2027-02-05' }])).toBe(day)
  })
})

describe('a handover sheet', () => {
  it('is complete with every measure, how to get along, three next steps and a contact', () => {
    expect(sheetGaps(sheet, ['M-1.1'])).toEqual([])
  })

  it.each<[string, Partial<HandoverSheet>, string[], string[]]>([
    ['a measure of the plan is missing', {}, ['M-1.1', 'M-2.1'], ['measures']],
    ['nobody said what works', { works: null }, ['M-1.1'], ['works']],
    ['nobody said what does not', { worksNot: null }, ['M-1.1'], ['works_not']],
    ['there are two next steps', { nextSteps: ['Profil prüfen', 'Fotos machen'] }, ['M-1.1'], ['next_steps']],
    ['nobody is named in the shop', { contact: null }, ['M-1.1'], ['contact']],
    ['all is missing', { measures: [], works: null, worksNot: null, nextSteps: [], contact: null }, ['M-1.1'], ['measures', 'works', 'works_not', 'next_steps', 'contact']],
  ])('has a gap where %s', (_, change, plan, gaps) => {
    expect(sheetGaps({ ...sheet, ...change }, plan)).toEqual(gaps)
  })

  it('needs no measures where there is no plan yet', () => {
    expect(sheetGaps({ ...sheet, measures: [] }, [])).toEqual([])
  })
})

describe('the access', () => {
  it('moves once a successor is named, the sheet complete and the business told', () => {
    expect(canComplete(ready)).toEqual({ ok: true })
    expect(atTheDate(ready)).toBe('moves')
  })

  it.each<[string, Partial<HandoverFacts>, string]>([
    ['it is over', { state: 'done' }, 'handover.closed'],
    ['it was called off', { state: 'cancelled' }, 'handover.closed'],
    ['nothing was decided', { decision: null }, 'handover.not_to_hand_over'],
    ['the case is to be finished', { decision: 'finish' }, 'handover.not_to_hand_over'],
    ['the case is to end', { decision: 'end' }, 'handover.not_to_hand_over'],
    ['nobody is named', { toGuideId: null }, 'handover.nobody_named'],
    ['the sheet has gaps', { sheetCompletedAt: null }, 'handover.sheet_incomplete'],
    ['the business knows nothing', { informedAt: null }, 'handover.not_informed'],
    ['the business objects', { objectedAt: at('2027-01-25') }, 'handover.objected'],
    ['it objects again after a settlement', { objectedAt: at('2027-01-28'), settledAt: at('2027-01-26') }, 'handover.objected'],
  ])('stays where %s', (_, change, code) => {
    expect(canComplete({ ...ready, ...change })).toEqual({ ok: false, code })
    expect(atTheDate({ ...ready, ...change })).toBe('stands_in')
  })

  it('moves again when the objection is settled', () => {
    const settled = { ...ready, objectedAt: at('2027-01-25'), settledAt: at('2027-01-26') }
    expect(hasOpenObjection(settled)).toBe(false)
    expect(canComplete(settled)).toEqual({ ok: true })
  })

  it('moves in an emergency without a complete sheet, and never without the business being told', () => {
    const emergency: HandoverFacts = { ...ready, kind: 'emergency', sheetCompletedAt: null }
    expect(canComplete(emergency)).toEqual({ ok: true })
    expect(canComplete({ ...emergency, informedAt: null })).toEqual({ ok: false, code: 'handover.not_informed' })
  })
})

describe('a successor', () => {
  it('is somebody else, named while the handover is open and the case is to be handed over', () => {
    expect(canName(ready, 'c')).toEqual({ ok: true })
    expect(canName(ready, 'a')).toEqual({ ok: false, code: 'handover.same_guide' })
    expect(canName({ ...ready, decision: 'finish' }, 'c')).toEqual({ ok: false, code: 'handover.not_to_hand_over' })
    expect(canName({ ...ready, state: 'done' }, 'c')).toEqual({ ok: false, code: 'handover.closed' })
  })
})

it('nothing changes in a handover that is over', () => {
  expect(canChange(ready)).toEqual({ ok: true })
  expect(canChange({ state: 'done' })).toEqual({ ok: false, code: 'handover.closed' })
})
