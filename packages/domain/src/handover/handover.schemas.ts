import * as z from 'zod/mini'
import { calendarDate, line, paragraph } from '../text.schemas.ts'

/** `regular`: at the end of a semester, with time · `emergency`: at once, by the coordination, from what the file holds. */
export const handoverKind = z.enum(['regular', 'emergency'])

/** What the guide wants to become of the case by the date (domain.md §1.7). */
export const handoverDecision = z.enum(['finish', 'hand_over', 'end'])

/** `open` until the date or the last step; `done` and `cancelled` are final. */
export const handoverState = z.enum(['open', 'done', 'cancelled'])

/** A measure as the sheet tells it: its state is read from the plan, the note is the guide's. */
export const sheetMeasure = z.strictObject({ measureId: z.string(), title: line, state: z.enum(['queued', 'open', 'in_progress', 'done', 'dropped']), note: z.nullable(paragraph) })

/** Where an access lies, never the access itself. */
export const sheetAccess = z.strictObject({ what: line, heldBy: line })

/** The Übergabeblatt D-13. Lists are short on purpose: whoever takes over reads it in five minutes. */
export const handoverSheet = z.strictObject({
  measures: z.array(sheetMeasure).check(z.maxLength(60)),
  promises: z.array(line).check(z.maxLength(12)),
  works: z.nullable(paragraph),
  worksNot: z.nullable(paragraph),
  nextSteps: z.array(line).check(z.maxLength(3)),
  contact: z.nullable(line),
  accesses: z.array(sheetAccess).check(z.maxLength(20)),
  files: z.array(line).check(z.maxLength(20)),
  dates: z.array(z.strictObject({ on: calendarDate, what: line })).check(z.maxLength(12)),
  warnings: z.nullable(paragraph),
})

export type HandoverKind = z.output<typeof handoverKind>
export type HandoverDecision = z.output<typeof handoverDecision>
export type HandoverState = z.output<typeof handoverState>
export type HandoverSheet = z.output<typeof handoverSheet>
export type SheetMeasure = z.output<typeof sheetMeasure>
