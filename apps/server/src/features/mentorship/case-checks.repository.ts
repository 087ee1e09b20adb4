import { and, asc, desc, eq, isNotNull, max } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { caseChecks } from '@digitallotsen/db/schema/case-checks.table.ts'
import type { CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { AssessmentId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CaseCheck } from '@digitallotsen/domain/mentorship/case.schemas.ts'

const c = caseChecks
const ofCase = (tx: TenantTx, mentorshipId: string) => and(eq(c.tenantId, tx.tenantId), eq(c.mentorshipId, mentorshipId))

export const listReleased = async (tx: TenantTx, mentorshipId: string): Promise<CaseCheck[]> => {
  const rows = await tx
    .select({ assessmentId: c.assessmentId, moment: c.moment, version: c.version, reason: c.reason, releasedAt: c.releasedAt })
    .from(c)
    .where(and(ofCase(tx, mentorshipId), isNotNull(c.releasedAt)))
    .orderBy(asc(c.moment), desc(c.version))
  return rows.map(row => ({ ...row, assessmentId: row.assessmentId as AssessmentId, releasedAt: row.releasedAt?.toISOString() ?? '' }))
}

export const findLatestVersion = async (tx: TenantTx, mentorshipId: string, moment: CheckMoment): Promise<number> => {
  const [row] = await tx.select({ version: max(c.version) }).from(c).where(and(ofCase(tx, mentorshipId), eq(c.moment, moment)))
  return row?.version ?? 0
}

export type Release = { mentorshipId: string; assessmentId: string; moment: CheckMoment; version: number; reason: string | null; startedBy: string; releasedAt: Date; releasedBy: string }

/** False where this check was released before. */
export const insertRelease = async (tx: TenantTx, values: Release): Promise<boolean> => {
  const made = await tx.insert(c).values({ tenantId: tx.tenantId, ...values }).onConflictDoNothing({ target: [c.tenantId, c.assessmentId] }).returning({ id: c.id })
  return made.length === 1
}

export type Submitted = { assessmentId: AssessmentId; moment: CheckMoment; submittedAt: Date }

export const listSubmittedChecks = async (tx: TenantTx, merchantId: string): Promise<Submitted[]> => {
  const rows = await tx
    .select({ assessmentId: assessments.id, moment: assessments.moment, submittedAt: assessments.submittedAt })
    .from(assessments)
    .where(and(eq(assessments.tenantId, tx.tenantId), eq(assessments.merchantId, merchantId), eq(assessments.state, 'submitted')))
    .orderBy(desc(assessments.submittedAt))
    .limit(50)
  return rows.flatMap(({ assessmentId, moment, submittedAt }) => (submittedAt ? [{ assessmentId: assessmentId as AssessmentId, moment, submittedAt }] : []))
}
