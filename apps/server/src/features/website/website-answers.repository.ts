import { and, eq } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { websiteAnswers } from '@digitallotsen/db/schema/website-answers.table.ts'
import type { WebsiteAnswers } from '@digitallotsen/domain/website/website-answers.schemas.ts'

export type StoredAnswers = { answers: WebsiteAnswers; savedAt: Date }

export const findAnswers = async (tx: TenantTx, merchantId: string): Promise<StoredAnswers | undefined> => {
  const { answers, updatedAt: savedAt } = websiteAnswers
  const [row] = await tx.select({ answers, savedAt }).from(websiteAnswers).where(and(eq(websiteAnswers.tenantId, tx.tenantId), eq(websiteAnswers.merchantId, merchantId)))
  return row
}

type Saved = { merchantId: string; answers: WebsiteAnswers; byRole: 'merchant' | 'office'; personId: string; updatedAt: Date }

export const saveAnswers = async (tx: TenantTx, { merchantId, ...saved }: Saved): Promise<void> => {
  await tx.insert(websiteAnswers).values({ tenantId: tx.tenantId, merchantId, ...saved }).onConflictDoUpdate({ target: [websiteAnswers.tenantId, websiteAnswers.merchantId], set: saved })
}
