import { describe, expect, it } from 'vitest'
import { sheetChecks, sheetOf, valuesOf } from './sheet-values.ts'
import type { Sheet } from './handover.queries.ts'

const sheet: Sheet = {
  measures: [{ measureId: 'M-1.1', title: 'Kundenreise', state: 'open', note: 'bald' }], promises: ['Fotos schicken', 'Anrufen'], works: 'Morgens kommen.', worksNot: null,
  nextSteps: ['Profil', 'Zeiten'], contact: 'Frau Muster', accesses: [{ what: 'Google-Profil', heldBy: 'Inhaberin' }], files: [], dates: [{ on: '2027-02-01', what: 'Termin' }], warnings: null,
}

describe('the sheet in its form', () => {
  it('comes back as it went in, with what the form does not show', () => {
    expect(sheetOf(valuesOf(sheet), sheet)).toEqual(sheet)
  })

  it('takes empty lines and blanks for nothing', () => {
    const values = { ...valuesOf(sheet), promises: '\n  Fotos schicken \n\n', works: '  ', step1: '', accesses: 'Kasse :  Sohn: der ältere ' }
    expect(sheetOf(values, sheet)).toMatchObject({ promises: ['Fotos schicken'], works: null, nextSteps: ['Zeiten'], accesses: [{ what: 'Kasse', heldBy: 'Sohn: der ältere' }] })
  })

  it.each([
    ['accesses', 'Google-Profil', true], ['accesses', 'Google-Profil:', true], ['accesses', 'Google-Profil: Inhaberin', false], ['accesses', 'Passwort: Blume2024!', true],
    ['promises', 'x'.repeat(121), true], ['promises', 'x'.repeat(120), false], ['warnings', 'Die PIN 4711 gilt noch', true], ['works', 'Kurz und freundlich.', false],
  ] as const)('%s with "%s" is refused: %s', (field, text, refused) => {
    expect(sheetChecks[field](text) !== undefined).toBe(refused)
  })
})
