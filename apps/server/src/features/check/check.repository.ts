import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { packRevisions } from '@digitallotsen/db/schema/pack-revisions.table.ts'
import type { CheckKind, CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckResult, Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import type { AssessmentId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'

/** What a submitted check came to; kept as it was reckoned that day. */
export type Outcome = { result: CheckResult; ranking: Ranking }

export type Assessment = {
  id: AssessmentId
  merchantId: MerchantId | null
  edition: string
  kind: CheckKind
  moment: CheckMoment
  perspective: 'self' | 'guide'
  state: 'open' | 'submitted'
  keyHash: string | null
  claimedAt: Date | null
  submittedAt: Date | null
  packRevision: number
  frameworkVersion: string
  outcome: Outcome | null
  position: string | null
  locale: string
}

type Row = typeof assessments.$inferSelect

const toAssessment = ({ tenantId: _city, createdAt: _made, result, ...row }: Row): Assessment => ({
  ...row,
  id: row.id as AssessmentId,
  merchantId: row.merchantId as MerchantId | null,
  outcome: result as Outcome | null,
})

const isIt = (tx: TenantTx, id: string) => and(eq(assessments.tenantId, tx.tenantId), eq(assessments.id, id))

export const findAssessment = async (tx: TenantTx, id: string): Promise<Assessment | undefined> => {
  const [row] = await tx.select().from(assessments).where(isIt(tx, id))
  return row && toAssessment(row)
}

/** Writers of one check wait for each other, so that no answer slips in behind its result. */
export const lockAssessment = async (tx: TenantTx, id: string): Promise<Assessment | undefined> => {
  const [row] = await tx.select().from(assessments).where(isIt(tx, id)).for('update')
  return row && toAssessment(row)
}

export type NewAssessment = Pick<Assessment, 'merchantId' | 'edition' | 'kind' | 'moment' | 'perspective' | 'keyHash' | 'packRevision' | 'frameworkVersion' | 'locale'> & {
  id: string
}

export const insertAssessment = async (tx: TenantTx, values: NewAssessment): Promise<void> => {
  await tx.insert(assessments).values({ tenantId: tx.tenantId, ...values })
}

export const setPosition = async (tx: TenantTx, id: string, position: string): Promise<void> => {
  await tx.update(assessments).set({ position }).where(isIt(tx, id))
}

export const setSubmitted = async (tx: TenantTx, id: string, outcome: Outcome, submittedAt: Date): Promise<void> => {
  await tx.update(assessments).set({ state: 'submitted', submittedAt, result: outcome }).where(isIt(tx, id))
}

/** Gives the check to a business; false where another was first. */
export const setClaimed = async (tx: TenantTx, id: string, merchantId: string, claimedAt: Date): Promise<boolean> => {
  const claimed = await tx
    .update(assessments)
    .set({ merchantId, claimedAt })
    .where(and(isIt(tx, id), isNull(assessments.claimedAt), isNull(assessments.merchantId)))
    .returning({ id: assessments.id })
  return claimed.length === 1
}

const ofMerchant = (tx: TenantTx, merchantId: string) => and(eq(assessments.tenantId, tx.tenantId), eq(assessments.merchantId, merchantId))

export const findOpenOf = async (tx: TenantTx, merchantId: string): Promise<AssessmentId | undefined> => {
  const [row] = await tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(ofMerchant(tx, merchantId), eq(assessments.state, 'open')))
    .orderBy(desc(assessments.createdAt))
    .limit(1)
  return row?.id as AssessmentId | undefined
}

export type Submitted = { kind: CheckKind; moment: CheckMoment }

export const listSubmittedOf = async (tx: TenantTx, merchantId: string): Promise<Submitted[]> =>
  tx
    .select({ kind: assessments.kind, moment: assessments.moment })
    .from(assessments)
    .where(and(ofMerchant(tx, merchantId), eq(assessments.state, 'submitted')))
    .orderBy(desc(assessments.submittedAt))
    .limit(100)

/** The one before this, like with like: same business, same perspective, same kind. */
export const findBefore = async (tx: TenantTx, { merchantId, perspective, kind, submittedAt }: Assessment): Promise<Outcome | undefined> => {
  if (merchantId === null || submittedAt === null) return undefined
  const [row] = await tx
    .select({ result: assessments.result })
    .from(assessments)
    .where(
      and(
        ofMerchant(tx, merchantId),
        eq(assessments.state, 'submitted'),
        eq(assessments.perspective, perspective),
        eq(assessments.kind, kind),
        lt(assessments.submittedAt, submittedAt),
      ),
    )
    .orderBy(desc(assessments.submittedAt))
    .limit(1)
  return row?.result as Outcome | undefined
}

/** The questions as an earlier revision of the pack asked them. */
export const findCatalogueOf = async (tx: TenantTx, revision: number): Promise<CheckCatalogue | undefined> => {
  const [row] = await tx
    .select({ catalogue: sql<CheckCatalogue | null>`${packRevisions.content} -> 'catalogues' -> 'de'` })
    .from(packRevisions)
    .where(and(eq(packRevisions.tenantId, tx.tenantId), eq(packRevisions.revision, revision)))
  return row?.catalogue ?? undefined
}
