import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { files } from '@digitallotsen/db/schema/files.table.ts'
import { listingPhotos } from '@digitallotsen/db/schema/listing-photos.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import type { FileId, ListingPhotoId } from '@digitallotsen/domain/ids.schemas.ts'
import type { DraftPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'

const ofListing = (tx: TenantTx, listingId: string) => and(eq(listingPhotos.tenantId, tx.tenantId), eq(listingPhotos.listingId, listingId))

export const listPhotos = async (tx: TenantTx, listingId: string): Promise<DraftPhoto[]> => {
  const rows = await tx
    .select({ id: listingPhotos.id, fileId: listingPhotos.fileId, alt: listingPhotos.alt, width: files.width, height: files.height })
    .from(listingPhotos)
    .innerJoin(files, and(eq(files.tenantId, listingPhotos.tenantId), eq(files.id, listingPhotos.fileId)))
    .where(and(ofListing(tx, listingId), isNull(listingPhotos.removedAt)))
    .orderBy(asc(listingPhotos.position), asc(listingPhotos.createdAt))
  return rows.map(row => ({ ...row, id: row.id as ListingPhotoId, fileId: row.fileId as FileId }))
}

/** Those taken away included: an earlier version may still lead back to them. */
export const countPhotosEver = (tx: TenantTx, listingId: string): Promise<number> => tx.$count(listingPhotos, ofListing(tx, listingId))

export const insertPhoto = async (tx: TenantTx, values: { listingId: string; merchantId: string; fileId: string; alt: string; position: number; createdAt: Date }): Promise<ListingPhotoId> => {
  const [row] = await tx.insert(listingPhotos).values({ tenantId: tx.tenantId, ...values }).returning({ id: listingPhotos.id })
  if (!row) throw new Error('photo was not stored')
  return row.id as ListingPhotoId
}

/** The photos of the draft are these, in this order; all others of the listing are taken away. */
export const arrangePhotos = async (tx: TenantTx, listingId: string, wanted: readonly { fileId: string; alt: string }[], now: Date): Promise<void> => {
  await tx.update(listingPhotos).set({ removedAt: now }).where(and(ofListing(tx, listingId), isNull(listingPhotos.removedAt)))
  for (const [position, { fileId, alt }] of wanted.entries()) {
    await tx.update(listingPhotos).set({ removedAt: null, position, alt }).where(and(ofListing(tx, listingId), eq(listingPhotos.fileId, fileId)))
  }
}

export const setPublishedPhotos = async (tx: TenantTx, listingId: string, fileIds: readonly string[]): Promise<void> => {
  const isShown = fileIds.length === 0 ? sql<boolean>`false` : sql<boolean>`${inArray(listingPhotos.fileId, [...fileIds])}`
  await tx.update(listingPhotos).set({ published: isShown }).where(ofListing(tx, listingId))
}

/** The bytes of a picture that a live page shows. */
export const findPublicPicture = async (tx: TenantTx, fileId: string): Promise<{ data: Uint8Array; sha256: string } | undefined> => {
  const [row] = await tx
    .select({ data: files.data, sha256: files.sha256 })
    .from(listingPhotos)
    .innerJoin(listings, and(eq(listings.tenantId, listingPhotos.tenantId), eq(listings.id, listingPhotos.listingId), eq(listings.state, 'published')))
    .innerJoin(files, and(eq(files.tenantId, listingPhotos.tenantId), eq(files.id, listingPhotos.fileId)))
    .where(and(eq(listingPhotos.tenantId, tx.tenantId), eq(listingPhotos.fileId, fileId), eq(listingPhotos.published, true)))
    .limit(1)
  return row
}
