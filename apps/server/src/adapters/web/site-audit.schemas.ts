import type { AuditResult } from '@digitallotsen/audit/audit.rules.ts'
import { causeTexts, type CauseCode } from '@digitallotsen/audit/cause-texts.de.ts'
import type { CheckData } from '@digitallotsen/audit/check.types.ts'
import { limitTexts, reasonTexts, type LimitCode, type ReasonCode } from '@digitallotsen/audit/reason-texts.de.ts'
import type { BusinessFacts, HumanAnswers } from '@digitallotsen/audit/site.types.ts'
import * as z from 'zod'
import { siteFailure } from './snapshot.schemas.ts'
import { failureSchema, type WebFailureResult } from './web.schemas.ts'

const short = z.string().max(400)
/** Pieces of a foreign page: half a sign at a cut, or a NUL, would be none for the database. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')
const line = z.string().max(40_000).transform(storable)
const day = z.iso.date()
const oneOf = <Code extends string>(texts: Readonly<Record<Code, string>>) => z.enum(Object.keys(texts) as [Code, ...Code[]])

const checkSchema = z.object({
  id: short,
  area: short,
  title: short,
  applies: z.enum(['always', 'shop', 'shop_or_booking', 'form', 'multilingual', 'above_micro']),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  certainty: z.enum(['sure', 'heuristic', 'human']),
  needs: z.array(z.enum(['chromium', 'dns', 'human'])).max(3).optional(),
  advice: z.string().max(4_000),
  item: short,
  validFrom: day.optional(),
  validUntil: day.optional(),
}) satisfies z.ZodType<CheckData>

const weekday = z.enum(['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'])

const factsSchema = z.strictObject({
  name: z.exactOptional(short),
  street: z.exactOptional(short),
  postcode: z.exactOptional(short),
  place: z.exactOptional(short),
  district: z.exactOptional(short),
  phones: z.exactOptional(z.array(short).max(20)),
  email: z.exactOptional(short),
  shop: z.exactOptional(z.boolean()),
  booking: z.exactOptional(z.boolean()),
  employees: z.exactOptional(z.number().int()),
  aboveTwoMillion: z.exactOptional(z.boolean()),
  openingHours: z.exactOptional(z.array(z.strictObject({ day: weekday, opens: short, closes: short })).max(60)),
}) satisfies z.ZodType<BusinessFacts>

const googleProfile = z.strictObject({
  claimed: z.boolean(),
  category: z.boolean(),
  hours: z.boolean(),
  photos: z.number().int(),
  description: z.boolean(),
  reviews: z.exactOptional(z.number()),
  rating: z.exactOptional(z.number()),
  lastReplyDays: z.exactOptional(z.number()),
})

const humanSchema = z.strictObject({
  accessibilityStatement: z.exactOptional(z.enum(['published', 'exemption_noted', 'missing'])),
  orderButton: z.exactOptional(short),
  googleProfile: z.exactOptional(googleProfile),
}) satisfies z.ZodType<HumanAnswers>

/** What a site is judged by: the checks of the framework, what is known of the business, and the day whose law counts. */
export const yardstickSchema = z.strictObject({ checks: z.array(checkSchema).max(300), facts: factsSchema, human: humanSchema, today: day })

const place = z.object({ cause: oneOf<CauseCode>(causeTexts), page: z.exactOptional(line), quote: z.exactOptional(z.string().max(1_000).transform(storable)), selector: z.exactOptional(z.string().max(4_000).transform(storable)) })
const places = z.array(place).max(400)

const checkResultSchema = z.object({
  id: short,
  verdict: z.enum(['pass', 'fail', 'not_applicable', 'not_checked']),
  reason: z.exactOptional(oneOf<ReasonCode>(reasonTexts)),
  places,
  notes: places,
  values: z.record(z.string().max(100), z.array(line).max(1_000)),
  keys: z.array(line).max(400),
})

const auditResultSchema = z.object({
  rulesVersion: z.number().int(),
  today: day,
  results: z.array(checkResultSchema).max(300),
  limits: z.array(z.object({ page: line, reason: oneOf<LimitCode>(limitTexts) })).max(20),
}) satisfies z.ZodType<AuditResult>

/** What came of a look at a site: where it led, what was read, and the verdicts; a site that never answered has none, but a failure. */
export const siteReportSchema = z.object({
  finalAddress: z.string().max(4_096).transform(storable).nullable(),
  failure: siteFailure.nullable(),
  pages: z.array(z.object({ url: line, status: z.number().int().nullable() })).max(6),
  audit: auditResultSchema.nullable(),
})

export const siteAuditResultSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), report: siteReportSchema }), failureSchema])

export interface Yardstick {
  readonly checks: readonly CheckData[]
  readonly facts: BusinessFacts
  readonly human: HumanAnswers
  readonly today: string
}
export type SiteReport = Omit<z.output<typeof siteReportSchema>, 'audit'> & { audit: AuditResult | null }
export type SiteAuditResult = { ok: true; report: SiteReport } | WebFailureResult
