import { and, eq, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { idempotencyKeys } from '@digitallotsen/db/schema/idempotency-keys.table.ts'
import { mails } from '@digitallotsen/db/schema/mails.table.ts'
import { rateCounters } from '@digitallotsen/db/schema/rate-counters.table.ts'
import { signInCodes } from '@digitallotsen/db/schema/sign-in-codes.table.ts'
import { websiteAudits } from '@digitallotsen/db/schema/website-audits.table.ts'

/** Deletes at most `most` rows of this city from before that moment; says how many. */
export type DeleteOlder = (tx: TenantTx, before: Date, most: number) => Promise<number>

type CityTable = PgTable & { tenantId: PgColumn }

/** The condition stands twice: a row that somebody changes in between is looked at again before it goes. */
const deleteSome = async (tx: TenantTx, table: CityTable, old: SQL | undefined, most: number): Promise<number> => {
  const ofCity = and(eq(table.tenantId, tx.tenantId), old)
  const some = tx.select({ row: sql`ctid` }).from(table).where(ofCity).limit(most)
  const gone = await tx.delete(table).where(and(ofCity, sql`ctid in ${some}`)).returning({ tenantId: table.tenantId })
  return gone.length
}

export const deleteIdempotencyKeys: DeleteOlder = (tx, before, most) => deleteSome(tx, idempotencyKeys, lt(idempotencyKeys.createdAt, before), most)
export const deleteRateCounters: DeleteOlder = (tx, before, most) => deleteSome(tx, rateCounters, lt(rateCounters.windowStart, before), most)
export const deleteSignInCodes: DeleteOlder = (tx, before, most) => deleteSome(tx, signInCodes, lt(signInCodes.createdAt, before), most)
export const deleteMails: DeleteOlder = (tx, before, most) => deleteSome(tx, mails, lt(mails.createdAt, before), most)

/** What a visitor had looked at, with its findings (on delete cascade). */
export const deletePublicAudits: DeleteOlder = (tx, before, most) =>
  deleteSome(tx, websiteAudits, and(eq(websiteAudits.trigger, 'public'), lt(websiteAudits.createdAt, before)), most)

/** The answers go with it (on delete cascade). */
export const deleteUnclaimedAssessments: DeleteOlder = (tx, before, most) =>
  deleteSome(tx, assessments, and(eq(assessments.state, 'open'), isNull(assessments.merchantId), lt(assessments.createdAt, before)), most)
