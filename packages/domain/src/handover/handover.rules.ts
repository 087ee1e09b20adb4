import type { ErrorCode } from '../errors.ts'
import type { HandoverDecision, HandoverKind, HandoverSheet, HandoverState } from './handover.schemas.ts'

export type SheetGap = 'measures' | 'works' | 'works_not' | 'next_steps' | 'contact'

/** What is still missing before a successor can work from the sheet: a state for each measure of the plan, how to get along, three next steps, a contact. */
export const sheetGaps = (sheet: HandoverSheet, planMeasureIds: readonly string[]): SheetGap[] => {
  const told = new Set(sheet.measures.map(measure => measure.measureId))
  return [
    ...(planMeasureIds.every(id => told.has(id)) ? [] : ['measures' as const]),
    ...(sheet.works === null ? ['works' as const] : []),
    ...(sheet.worksNot === null ? ['works_not' as const] : []),
    ...(sheet.nextSteps.length === 3 ? [] : ['next_steps' as const]),
    ...(sheet.contact === null ? ['contact' as const] : []),
  ]
}

export type HandoverFacts = {
  kind: HandoverKind
  state: HandoverState
  decision: HandoverDecision | null
  fromGuideId: string
  toGuideId: string | null
  sheetCompletedAt: Date | null
  informedAt: Date | null
  objectedAt: Date | null
  settledAt: Date | null
}

export type HandoverRefusal = Extract<ErrorCode, `handover.${string}`>
export type HandoverOutcome = { ok: true } | { ok: false; code: HandoverRefusal }

const passes: HandoverOutcome = { ok: true }
const refuse = (code: HandoverRefusal): HandoverOutcome => ({ ok: false, code })

/** An objection counts until the coordination has settled it. */
export const hasOpenObjection = ({ objectedAt, settledAt }: Pick<HandoverFacts, 'objectedAt' | 'settledAt'>): boolean =>
  objectedAt !== null && (settledAt === null || settledAt < objectedAt)

/** Whether anything of it may still be changed. */
export const canChange = ({ state }: Pick<HandoverFacts, 'state'>): HandoverOutcome => (state === 'open' ? passes : refuse('handover.closed'))

/** Whether this guide may be named: not the one who leaves, and only where the case is to be handed over. */
export const canName = (handover: HandoverFacts, guideId: string): HandoverOutcome => {
  if (handover.state !== 'open') return refuse('handover.closed')
  if (handover.decision !== 'hand_over') return refuse('handover.not_to_hand_over')
  return guideId === handover.fromGuideId ? refuse('handover.same_guide') : passes
}

/** Whether the access may move: a successor, a complete sheet (an emergency goes without), the business told, no objection open. */
export const canComplete = (handover: HandoverFacts): HandoverOutcome => {
  if (handover.state !== 'open') return refuse('handover.closed')
  if (handover.decision !== 'hand_over') return refuse('handover.not_to_hand_over')
  if (handover.toGuideId === null) return refuse('handover.nobody_named')
  if (handover.kind === 'regular' && handover.sheetCompletedAt === null) return refuse('handover.sheet_incomplete')
  if (handover.informedAt === null) return refuse('handover.not_informed')
  return hasOpenObjection(handover) ? refuse('handover.objected') : passes
}

/** What the date does to an open handover: the access moves where all is ready, else the case goes to the coordination until somebody is found. */
export const atTheDate = (handover: HandoverFacts): 'moves' | 'stands_in' => (canComplete(handover).ok ? 'moves' : 'stands_in')
