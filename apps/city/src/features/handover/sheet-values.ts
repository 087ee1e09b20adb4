import { holdsSecret } from '@digitallotsen/domain/mentorship/secret-signs.rules.ts'
import { handover as words } from '../../locales/de/handover.ts'
import type { Sheet } from './handover.queries.ts'

const longest = 120
const linesOf = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line !== '')
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export type SheetValues = { promises: string; works: string; worksNot: string; step1: string; step2: string; step3: string; contact: string; accesses: string; files: string; warnings: string }
export type SheetField = keyof SheetValues

/** The sheet as the form shows it: a list is a text with one line for each entry. */
export const valuesOf = (sheet: Sheet): SheetValues => ({
  promises: sheet.promises.join('\n'),
  works: sheet.works ?? '',
  worksNot: sheet.worksNot ?? '',
  step1: sheet.nextSteps[0] ?? '',
  step2: sheet.nextSteps[1] ?? '',
  step3: sheet.nextSteps[2] ?? '',
  contact: sheet.contact ?? '',
  accesses: sheet.accesses.map(({ what, heldBy }) => `${what}: ${heldBy}`).join('\n'),
  files: sheet.files.join('\n'),
  warnings: sheet.warnings ?? '',
})

/** And back; what the form does not show stays as it was. */
export const sheetOf = (values: SheetValues, before: Sheet): Sheet => ({
  ...before,
  promises: linesOf(values.promises),
  works: orNull(values.works),
  worksNot: orNull(values.worksNot),
  nextSteps: [values.step1, values.step2, values.step3].map(step => step.trim()).filter(step => step !== ''),
  contact: orNull(values.contact),
  accesses: linesOf(values.accesses).map(line => {
    const colon = line.indexOf(':')
    return { what: line.slice(0, colon).trim(), heldBy: line.slice(colon + 1).trim() }
  }),
  files: linesOf(values.files),
  warnings: orNull(values.warnings),
})

const noSecret = (text: string): string | undefined => (holdsSecret(text) ? words.sheet.secret : undefined)
const shortLines = (text: string): string | undefined => (linesOf(text).some(line => line.length > longest) ? words.sheet.tooLong : noSecret(text))
const accessLines = (text: string): string | undefined => (linesOf(text).some(line => !/^[^:]+:\s*\S/.test(line)) ? words.sheet.accessError : shortLines(text))

export const sheetChecks: Record<SheetField, (text: string) => string | undefined> = {
  promises: shortLines, works: noSecret, worksNot: noSecret, step1: shortLines, step2: shortLines, step3: shortLines, contact: shortLines, accesses: accessLines, files: shortLines, warnings: noSecret,
}
