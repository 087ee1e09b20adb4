import type { HandoverSheet, SheetMeasure } from '@digitallotsen/domain/handover/handover.schemas.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'

export type SheetFacts = { plan: Plan | undefined; titles: ReadonlyMap<string, string>; nextStep: string | null; contact: string | null }

const measuresOf = ({ plan, titles }: SheetFacts): SheetMeasure[] =>
  (plan?.tasks ?? []).map(({ measureId, state }) => ({ measureId, title: titles.get(measureId) ?? measureId, state, note: null }))

/** What the file already knows, so that nobody types it again: the measures with their states, the next step, who is spoken to. Notes are never read. */
export const draftSheet = (facts: SheetFacts): HandoverSheet => ({
  measures: measuresOf(facts),
  promises: [],
  works: null,
  worksNot: null,
  nextSteps: facts.nextStep === null ? [] : [facts.nextStep.slice(0, 120)],
  contact: facts.contact,
  accesses: [],
  files: [],
  dates: [],
  warnings: null,
})

/** The sheet with the measures as the plan has them today; what the guide wrote beside a measure stays. */
export const withCurrentMeasures = (sheet: HandoverSheet, facts: SheetFacts): HandoverSheet => {
  const notes = new Map(sheet.measures.map(({ measureId, note }) => [measureId, note]))
  return { ...sheet, measures: measuresOf(facts).map(measure => ({ ...measure, note: notes.get(measure.measureId) ?? null })) }
}
