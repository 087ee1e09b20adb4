import { and, desc, eq, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { profileChecks } from '@digitallotsen/db/schema/profile-checks.table.ts'
import type { ProfileCheck } from '@digitallotsen/domain/listing/profile.schemas.ts'
import type { Hand } from './listing.repository.ts'

export const insertProfileCheck = async (tx: TenantTx, { by, ...check }: ProfileCheck & { merchantId: string; createdAt: Date }, hand: Hand): Promise<void> => {
  await tx.insert(profileChecks).values({ tenantId: tx.tenantId, ...check, ...hand, byRole: by })
}

/** The newest of each channel. */
export const listLatestChecks = async (tx: TenantTx, merchantId: string): Promise<ProfileCheck[]> => {
  const { channel, present, url, findings, result, checkedOn, byRole } = profileChecks
  const rows = await tx
    .selectDistinctOn([channel], { channel, present, url, findings, result, checkedOn, by: sql<ProfileCheck['by']>`${byRole}` })
    .from(profileChecks)
    .where(and(eq(profileChecks.tenantId, tx.tenantId), eq(profileChecks.merchantId, merchantId)))
    .orderBy(channel, desc(profileChecks.createdAt), desc(profileChecks.id))
  return rows
}
