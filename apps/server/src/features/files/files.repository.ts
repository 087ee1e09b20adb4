import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { evidence } from '@digitallotsen/db/schema/evidence.table.ts'
import { files } from '@digitallotsen/db/schema/files.table.ts'
import { listingPhotos } from '@digitallotsen/db/schema/listing-photos.table.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'

/** The business that shows this picture; undefined where nobody shows it (any more). */
export const findShowing = async (tx: TenantTx, fileId: string): Promise<MerchantId | undefined> => {
  const [row] = await tx
    .select({ merchantId: evidence.merchantId })
    .from(evidence)
    .where(and(eq(evidence.tenantId, tx.tenantId), eq(evidence.fileId, fileId), isNull(evidence.removedAt)))
    .limit(1)
  return (row ?? (await findListed(tx, fileId)))?.merchantId as MerchantId | undefined
}

/** A photo of the business's page, be it live or still a draft. */
const findListed = async (tx: TenantTx, fileId: string): Promise<{ merchantId: string } | undefined> => {
  const [row] = await tx
    .select({ merchantId: listingPhotos.merchantId })
    .from(listingPhotos)
    .where(and(eq(listingPhotos.tenantId, tx.tenantId), eq(listingPhotos.fileId, fileId), isNull(listingPhotos.removedAt)))
    .limit(1)
  return row
}

export const findData = async (tx: TenantTx, fileId: string): Promise<Uint8Array | undefined> => {
  const [row] = await tx.select({ data: files.data }).from(files).where(and(eq(files.tenantId, tx.tenantId), eq(files.id, fileId)))
  return row?.data
}
