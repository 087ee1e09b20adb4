import * as z from 'zod/mini'
import { level } from '../check/answer.schemas.ts'
import { itemId, measureId } from '../check/catalogue.schemas.ts'
import { merchantId, taskId, websiteAuditId } from '../ids.schemas.ts'
import { taskState } from '../plan/task.schemas.ts'
import { websiteQuestion } from './website-answers.schemas.ts'

/** What somebody typed: „blumen-muster.de“, „https://www.blumen-muster.de/start“. Whether it is an address at all the server says. */
export const siteAddress = z.string().check(z.trim(), z.minLength(4), z.maxLength(300), z.refine<string>(text => text.isWellFormed() && !/[\0\s]/.test(text), { error: 'website.address_malformed' }))

/** Handed to the visitor who asked for a Schnellcheck: whoever has it may read the result, nobody else can guess it. */
export const quickTicket = z.string().check(z.regex(/^[\w-]{43}$/))

export const auditState = z.enum(['queued', 'running', 'done', 'failed'])
export const auditTrigger = z.enum(['merchant', 'guide', 'office', 'monthly', 'public'])
/** What the reader is doing; `judging` is the end. */
export const auditStep = z.enum(['start', 'pages', 'site', 'links', 'judging'])
export const auditProgress = z.strictObject({ step: auditStep, done: z.int(), of: z.int() })

/** Why nothing could be said about a site. `interrupted`: the server stopped in the middle, twice. */
export const auditFailure = z.enum(['address', 'not_found', 'unreachable', 'too_slow', 'encryption', 'no_page', 'too_large', 'redirects', 'interrupted', 'other'])
const failure = z.nullable(z.strictObject({ code: auditFailure, text: z.string() }))

const points = z.nullable(z.number().check(z.gte(0), z.lte(100)))
const tally = { passed: z.int(), failed: z.int(), notApplicable: z.int(), notChecked: z.int() }
export const areaScore = z.strictObject({ area: z.string(), score: points, ...tally })
/** 0–100, not rounded; null where nothing could be judged. Areas in the order of the framework. */
export const auditScore = z.strictObject({ score: points, ...tally, areas: z.array(areaScore) })

export const verdict = z.enum(['pass', 'fail', 'not_applicable', 'not_checked'])
export const severity = z.enum(['critical', 'high', 'medium', 'low', 'info'])
/** sure: measured · heuristic: probably, a person confirms it · human: a person has told it. */
export const certainty = z.enum(['sure', 'heuristic', 'human'])

/** Where something was seen, with a German sentence that says what; `quote` is text of the foreign site. */
export const findingPlace = z.strictObject({ text: z.string(), page: z.nullable(z.string()), quote: z.nullable(z.string()), selector: z.nullable(z.string()) })

/** fixed: failed in the run before, now no more · new · still · unknown: failed before, could not be checked now; null: nothing to tell. */
export const findingChange = z.enum(['fixed', 'new', 'still', 'unknown'])

export const websiteFinding = z.strictObject({
  checkId: z.string(),
  area: z.string(),
  title: z.string(),
  verdict,
  severity,
  certainty,
  /** Why it does not apply or was not checked, a German sentence. */
  reason: z.nullable(z.string()),
  /** What to do, with the findings filled in; on a fail only. */
  advice: z.nullable(z.string()),
  places: z.array(findingPlace),
  notes: z.array(findingPlace),
  itemId,
  change: z.nullable(findingChange),
})

/** What several findings have to do with one measure of the plan. `task` is null where the plan has none for it: it may be added. */
export const websiteConcern = z.strictObject({
  itemId,
  measureId,
  checkIds: z.array(z.string()),
  task: z.nullable(z.strictObject({ id: taskId, state: taskState, closesByAudit: z.boolean() })),
})

/** The three values of an item side by side; `auto` is the highest level that the measured facts allow, and caps what people said. */
export const itemLevels = z.strictObject({
  itemId,
  auto: level,
  self: z.nullable(level),
  guide: z.nullable(level),
  /** The lower of what people said and `auto`; null where nobody has said anything. */
  effective: z.nullable(level),
  /** Checks that hold it there. */
  checkIds: z.array(z.string()),
})

export const readPage = z.strictObject({ url: z.string(), status: z.nullable(z.int()) })

const frame = {
  address: z.string(),
  /** Where the address led; null until it answered. */
  finalAddress: z.nullable(z.string()),
  state: auditState,
  progress: z.nullable(auditProgress),
  createdAt: z.iso.datetime(),
  startedAt: z.nullable(z.iso.datetime()),
  finishedAt: z.nullable(z.iso.datetime()),
  failure,
  score: z.nullable(auditScore),
}

/** Failed checks first, the worst on top; then passed, not checked, not applicable, each in the order of the framework. */
const findings = z.array(websiteFinding)
const limits = z.array(z.strictObject({ page: z.string(), text: z.string() }))
const pages = z.array(readPage)

export const websiteReport = z.strictObject({
  findings, limits, pages,
  concerns: z.array(websiteConcern),
  levels: z.array(itemLevels),
  /** What a person can still tell so that more can be judged. */
  questions: z.array(websiteQuestion),
})

export const websiteAudit = z.strictObject({
  id: websiteAuditId,
  merchantId,
  trigger: auditTrigger,
  ...frame,
  /** Present when `done`. */
  report: z.nullable(websiteReport),
})

export const auditLine = z.strictObject({
  id: websiteAuditId,
  trigger: auditTrigger,
  ...frame,
})

export const auditList = z.strictObject({
  /** The website of the master record, else the one checked last. */
  suggestedAddress: z.nullable(z.string()),
  /** The audit that waits or runs, if one does. */
  runningId: z.nullable(websiteAuditId),
  /** Newest first, at most 50. */
  audits: z.array(auditLine),
})

export const quickAudit = z.strictObject({ ...frame, report: z.nullable(z.strictObject({ findings, limits, pages })) })

const difference = { before: points, after: points, difference: z.nullable(z.number()) }
export const auditComparison = z.strictObject({
  before: auditLine,
  after: auditLine,
  total: z.strictObject(difference),
  areas: z.array(z.strictObject({ area: z.string(), ...difference })),
  checks: z.array(
    z.strictObject({
      checkId: z.string(), area: z.string(), title: z.string(), severity, change: findingChange,
      fixed: z.array(findingPlace), added: z.array(findingPlace), still: z.array(findingPlace),
    }),
  ),
})

export type AuditState = z.output<typeof auditState>
export type AuditTrigger = z.output<typeof auditTrigger>
export type AuditProgress = z.output<typeof auditProgress>
export type AuditFailure = z.output<typeof auditFailure>
export type AuditScore = z.output<typeof auditScore>
export type FindingPlace = z.output<typeof findingPlace>
export type FindingChange = z.output<typeof findingChange>
export type WebsiteFinding = z.output<typeof websiteFinding>
export type WebsiteConcern = z.output<typeof websiteConcern>
export type ItemLevels = z.output<typeof itemLevels>
export type WebsiteReport = z.output<typeof websiteReport>
export type WebsiteAudit = z.output<typeof websiteAudit>
export type AuditLine = z.output<typeof auditLine>
export type AuditList = z.output<typeof auditList>
export type QuickAudit = z.output<typeof quickAudit>
export type AuditComparison = z.output<typeof auditComparison>
