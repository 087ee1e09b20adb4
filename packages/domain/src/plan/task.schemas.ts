import * as z from 'zod/mini'
import { evidenceId, fileId, planId, taskId, websiteAuditId } from '../ids.schemas.ts'
import { itemId, measureId } from '../check/catalogue.schemas.ts'
import { calendarDate, line, paragraph } from '../text.schemas.ts'

export const taskState = z.enum(['queued', 'open', 'in_progress', 'done', 'dropped'])
export const taskStage = z.enum(['base', 'next'])

/** A text, a photo, or what an audit of the website has shown (body says it; nobody takes it away). */
export const evidence = z.strictObject({
  id: evidenceId,
  kind: z.enum(['text', 'photo', 'audit']),
  body: z.nullable(z.string()),
  fileId: z.nullable(fileId),
  alt: z.nullable(z.string()),
  auditId: z.nullable(websiteAuditId),
  createdAt: z.iso.datetime(),
})

export const task = z.strictObject({
  id: taskId,
  planId,
  measureId,
  itemId,
  stage: taskStage,
  rank: z.int(),
  state: taskState,
  owner: z.nullable(z.string()),
  dueOn: z.nullable(calendarDate),
  dropReason: z.nullable(z.string()),
  finishedAt: z.nullable(z.iso.datetime()),
  evidence: z.array(evidence),
})

/** What a person may do to a task; the state it leads to is the rule's business. */
export const taskChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('finish') }),
  z.strictObject({ kind: z.literal('drop'), reason: paragraph }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('activate') }),
  z.strictObject({ kind: z.literal('assign'), owner: line }),
  z.strictObject({ kind: z.literal('schedule'), dueOn: calendarDate }),
])

/** A measure that an earlier plan of the business has brought to its end, with the day it was last finished. */
export const finishedMeasure = z.strictObject({ measureId, finishedAt: z.iso.datetime() })

export const plan = z.strictObject({
  id: planId,
  createdAt: z.iso.datetime(),
  waived: z.array(z.enum(['lead_field', 'quick_win'])),
  tasks: z.array(task),
  /** Work that was done before this plan, each measure once; the tasks of this plan are counted apart from it. */
  doneBefore: z.array(finishedMeasure),
})

export type TaskState = z.output<typeof taskState>
export type TaskChange = z.output<typeof taskChange>
export type Task = z.output<typeof task>
export type Evidence = z.output<typeof evidence>
export type FinishedMeasure = z.output<typeof finishedMeasure>
export type Plan = z.output<typeof plan>
