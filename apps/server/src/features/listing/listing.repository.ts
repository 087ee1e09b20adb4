import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listingDecisions } from '@digitallotsen/db/schema/listing-decisions.table.ts'
import { listingSlugs } from '@digitallotsen/db/schema/listing-slugs.table.ts'
import { listingVersions } from '@digitallotsen/db/schema/listing-versions.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import type { ListingVersionId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { ListingContent, ListingPhoto, ListingState } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Projection } from './projection.rules.ts'

export type Hand = { byRole: 'merchant' | 'guide' | 'office'; personId: string | null }

export type StoredListing = {
  id: string
  merchantId: MerchantId
  slug: string
  state: ListingState
  draft: ListingContent
  draftVersion: number
  draftSavedAt: Date
  publishedVersionId: string | null
  pendingVersionId: string | null
  officeReason: string | null
  firstPublishedAt: Date | null
  publishedAt: Date | null
  updatedAt: Date
  sample: boolean
}

export type StoredVersion = { id: ListingVersionId; number: number; at: Date; byRole: Hand['byRole']; content: ListingContent; photos: ListingPhoto[]; changed: string[] }

const columns = {
  id: listings.id, merchantId: listings.merchantId, slug: listings.slug, state: listings.state, draft: listings.draft, draftVersion: listings.draftVersion,
  draftSavedAt: listings.draftSavedAt, publishedVersionId: listings.publishedVersionId, pendingVersionId: listings.pendingVersionId,
  officeReason: listings.officeReason, firstPublishedAt: listings.firstPublishedAt, publishedAt: listings.publishedAt, updatedAt: listings.updatedAt, sample: listings.sample,
} as const

const versionColumns = {
  id: listingVersions.id, number: listingVersions.number, at: listingVersions.at, byRole: listingVersions.byRole, content: listingVersions.content,
  photos: listingVersions.photos, changed: listingVersions.changed,
} as const

const isIt = (tx: TenantTx, id: string) => and(eq(listings.tenantId, tx.tenantId), eq(listings.id, id))
const isOf = (tx: TenantTx, merchantId: string) => and(eq(listings.tenantId, tx.tenantId), eq(listings.merchantId, merchantId))

type ListingRow = Omit<StoredListing, 'merchantId'> & { merchantId: string }
const toListing = (row: ListingRow): StoredListing => ({ ...row, merchantId: row.merchantId as MerchantId })
type VersionRow = Omit<StoredVersion, 'id'> & { id: string }
const toVersion = (row: VersionRow): StoredVersion => ({ ...row, id: row.id as ListingVersionId })

export const findListing = async (tx: TenantTx, merchantId: string): Promise<StoredListing | undefined> => {
  const [row] = await tx.select(columns).from(listings).where(isOf(tx, merchantId))
  return row && toListing(row)
}

/** Locked: whoever changes the listing waits for the other. */
export const lockListing = async (tx: TenantTx, merchantId: string): Promise<StoredListing | undefined> => {
  const [row] = await tx.select(columns).from(listings).where(isOf(tx, merchantId)).for('update')
  return row && toListing(row)
}

export type NewListing = { merchantId: string; slug: string; draft: ListingContent; sample: boolean; draftSavedAt: Date }

export const insertListing = async (tx: TenantTx, values: NewListing): Promise<string> => {
  const [row] = await tx.insert(listings).values({ tenantId: tx.tenantId, ...values, updatedAt: values.draftSavedAt }).returning({ id: listings.id })
  if (!row) throw new Error('listing was not stored')
  return row.id
}

type Changes = Partial<Omit<StoredListing, 'id' | 'merchantId'>> & Partial<Projection>

export const updateListing = async (tx: TenantTx, id: string, changes: Changes): Promise<void> => {
  await tx.update(listings).set(changes).where(isIt(tx, id))
}

/** True where the address now leads to this listing, or has led there before. */
export const claimSlug = async (tx: TenantTx, slug: string, listingId: string): Promise<boolean> => {
  await tx.insert(listingSlugs).values({ tenantId: tx.tenantId, slug, listingId }).onConflictDoNothing()
  const [row] = await tx.select({ listingId: listingSlugs.listingId }).from(listingSlugs).where(and(eq(listingSlugs.tenantId, tx.tenantId), eq(listingSlugs.slug, slug)))
  return row?.listingId === listingId
}

export type NewVersion = Hand & { listingId: string; at: Date; content: ListingContent; photos: ListingPhoto[]; changed: string[] }

/** The listing is locked, so no other version takes the same number. */
export const insertVersion = async (tx: TenantTx, values: NewVersion): Promise<StoredVersion> => {
  const number = sql<number>`(select coalesce(max(${listingVersions.number}), 0) + 1 from ${listingVersions}
    where ${listingVersions.tenantId} = ${tx.tenantId} and ${listingVersions.listingId} = ${values.listingId})`
  const [row] = await tx.insert(listingVersions).values({ tenantId: tx.tenantId, ...values, number }).returning(versionColumns)
  if (!row) throw new Error('version was not stored')
  return toVersion(row)
}

export const findVersion = async (tx: TenantTx, listingId: string, versionId: string): Promise<StoredVersion | undefined> => {
  const [row] = await tx
    .select(versionColumns)
    .from(listingVersions)
    .where(and(eq(listingVersions.tenantId, tx.tenantId), eq(listingVersions.listingId, listingId), eq(listingVersions.id, versionId)))
  return row && toVersion(row)
}

export const findNewestVersion = async (tx: TenantTx, listingId: string): Promise<StoredVersion | undefined> => {
  const [row] = await tx
    .select(versionColumns)
    .from(listingVersions)
    .where(and(eq(listingVersions.tenantId, tx.tenantId), eq(listingVersions.listingId, listingId)))
    .orderBy(desc(listingVersions.number))
    .limit(1)
  return row && toVersion(row)
}

export const listVersions = (tx: TenantTx, listingId: string, most: number) => {
  const { content: _content, photos: _photos, ...line } = versionColumns
  return tx
    .select(line)
    .from(listingVersions)
    .where(and(eq(listingVersions.tenantId, tx.tenantId), eq(listingVersions.listingId, listingId)))
    .orderBy(desc(listingVersions.number))
    .limit(most)
}

export type NewDecision = Hand & { listingId: string; versionId: string; at: Date; kind: 'published' | 'rejected' | 'taken_down' | 'withdrawn'; reason: string | null }

export const insertDecision = async (tx: TenantTx, values: NewDecision): Promise<void> => {
  await tx.insert(listingDecisions).values({ tenantId: tx.tenantId, ...values })
}

/** The office's reason, where it has taken the page down and it has not appeared since. */
export const findTakeDown = async (tx: TenantTx, listingId: string): Promise<string | null> => {
  const [row] = await tx
    .select({ kind: listingDecisions.kind, reason: listingDecisions.reason })
    .from(listingDecisions)
    .where(and(eq(listingDecisions.tenantId, tx.tenantId), eq(listingDecisions.listingId, listingId), inArray(listingDecisions.kind, ['published', 'taken_down'])))
    .orderBy(desc(listingDecisions.at), desc(listingDecisions.createdAt))
    .limit(1)
  return row?.kind === 'taken_down' ? (row.reason ?? '') : null
}

export const listDecisions = (tx: TenantTx, versionIds: readonly string[]) => {
  const { versionId, kind, reason } = listingDecisions
  return tx
    .select({ versionId, kind, reason })
    .from(listingDecisions)
    .where(and(eq(listingDecisions.tenantId, tx.tenantId), inArray(versionId, [...versionIds])))
    .orderBy(asc(listingDecisions.at))
}

/** How many submitted pages wait. */
export const countWaiting = (tx: TenantTx): Promise<number> => tx.$count(listings, and(eq(listings.tenantId, tx.tenantId), isNotNull(listings.pendingVersionId)))

/** Submitted pages that wait, the longest first. */
export const listWaiting = async (tx: TenantTx, most: number) => {
  const rows = await tx
    .select({ merchantId: listings.merchantId, slug: listings.slug, publishedVersionId: listings.publishedVersionId, content: listingVersions.content, at: listingVersions.at })
    .from(listings)
    .innerJoin(listingVersions, and(eq(listingVersions.tenantId, listings.tenantId), eq(listingVersions.id, listings.pendingVersionId)))
    .where(eq(listings.tenantId, tx.tenantId))
    .orderBy(asc(listingVersions.at), asc(listings.id))
    .limit(most)
  return rows.map(({ merchantId, slug, content, at, publishedVersionId }) => ({
    merchantId: merchantId as MerchantId, slug, name: content.name, submittedAt: at.toISOString(), isNew: publishedVersionId === null,
  }))
}
