import { and, asc, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { offerMerchants } from '@digitallotsen/db/schema/offer-merchants.table.ts'
import { offers } from '@digitallotsen/db/schema/offers.table.ts'
import { ofCity, writeQuery, type Given, type RowOf } from '@digitallotsen/db/written-query.ts'
import type { MerchantId, OfferId } from '@digitallotsen/domain/ids.schemas.ts'
import type { OfferContent, OfferKind, OfferPartner, OfferState, OwnOffer, PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import type { ModeratedOffer } from './listing-record.schemas.ts'
import type { StoredCard } from './projection.rules.ts'

const contentColumns = {
  kind: offers.kind, title: offers.title, body: offers.body, startsOn: offers.startsOn, endsOn: offers.endsOn, startsAt: offers.startsAt, endsAt: offers.endsAt,
  priceText: offers.priceText, venue: offers.venue,
} as const
type ContentRow = Pick<typeof offers.$inferSelect, keyof typeof contentColumns>

const toContent = ({ kind, title, body, startsOn, endsOn, startsAt, endsAt, priceText, venue }: ContentRow): OfferContent => ({
  kind, title, text: body, startsOn, endsOn, startsAt, endsAt, priceText, venue,
})
const toRow = ({ text, ...rest }: OfferContent) => ({ body: text, ...rest })

const isIt = (tx: TenantTx, id: string) => and(eq(offers.tenantId, tx.tenantId), eq(offers.id, id))

export type StoredOffer = { id: OfferId; merchantId: MerchantId; state: OfferState; officeReason: string | null; content: OfferContent; publishedAt: Date | null; updatedAt: Date }

/** Locked: whoever changes the offer waits for the other. */
export const lockOffer = async (tx: TenantTx, id: string): Promise<StoredOffer | undefined> => {
  const [row] = await tx
    .select({ id: offers.id, merchantId: offers.merchantId, state: offers.state, officeReason: offers.officeReason, publishedAt: offers.publishedAt, updatedAt: offers.updatedAt, ...contentColumns })
    .from(offers)
    .where(isIt(tx, id))
    .for('update')
  if (!row) return undefined
  const { state, officeReason, publishedAt, updatedAt } = row
  return { id: row.id as OfferId, merchantId: row.merchantId as MerchantId, state, officeReason, publishedAt, updatedAt, content: toContent(row) }
}

export const insertOffer = async (tx: TenantTx, { merchantId, content, sample, now }: { merchantId: string; content: OfferContent; sample: boolean; now: Date }): Promise<OfferId> => {
  const [row] = await tx.insert(offers).values({ tenantId: tx.tenantId, merchantId, sample, createdAt: now, updatedAt: now, ...toRow(content) }).returning({ id: offers.id })
  if (!row) throw new Error('offer was not stored')
  await tx.insert(offerMerchants).values({ tenantId: tx.tenantId, offerId: row.id, merchantId, acceptedAt: now })
  return row.id as OfferId
}

export const updateOfferContent = async (tx: TenantTx, id: string, content: OfferContent, now: Date): Promise<void> => {
  await tx.update(offers).set({ ...toRow(content), updatedAt: now }).where(isIt(tx, id))
}

type Standing = { state: OfferState; officeReason: string | null; submittedAt?: Date | null; publishedAt?: Date | null; updatedAt: Date }

export const setOfferState = async (tx: TenantTx, id: string, standing: Standing): Promise<void> => {
  await tx.update(offers).set(standing).where(isIt(tx, id))
}

/** All that a business shows or hands in: gone from the web, each with the reason. */
export const takeDownOffers = async (tx: TenantTx, merchantId: string, reason: string, now: Date): Promise<void> => {
  await tx
    .update(offers)
    .set({ state: 'taken_down', officeReason: reason, updatedAt: now })
    .where(and(eq(offers.tenantId, tx.tenantId), eq(offers.merchantId, merchantId), inArray(offers.state, ['published', 'pending'])))
}

/** False where it was asked before. */
export const invitePartner = async (tx: TenantTx, offerId: string, merchantId: string): Promise<boolean> =>
  (await tx.insert(offerMerchants).values({ tenantId: tx.tenantId, offerId, merchantId }).onConflictDoNothing().returning({ merchantId: offerMerchants.merchantId })).length > 0

const isPart = (tx: TenantTx, offerId: string, merchantId: string) =>
  and(eq(offerMerchants.tenantId, tx.tenantId), eq(offerMerchants.offerId, offerId), eq(offerMerchants.merchantId, merchantId))

/** Yes keeps the first yes; no takes the business out. False where it was never asked. */
export const answerInvitation = async (tx: TenantTx, { offerId, merchantId, accept, now }: { offerId: string; merchantId: string; accept: boolean; now: Date }): Promise<boolean> => {
  const where = isPart(tx, offerId, merchantId)
  const rows = accept
    ? await tx.update(offerMerchants).set({ acceptedAt: sql`coalesce(${offerMerchants.acceptedAt}, ${now.toISOString()}::timestamptz)` }).where(where).returning({ id: offerMerchants.offerId })
    : await tx.delete(offerMerchants).where(where).returning({ id: offerMerchants.offerId })
  return rows.length > 0
}

const partnersOf = async (tx: TenantTx, offerIds: readonly string[]): Promise<(OfferPartner & { offerId: string })[]> => {
  if (offerIds.length === 0) return []
  const rows = await tx
    .select({ offerId: offerMerchants.offerId, merchantId: offerMerchants.merchantId, name: merchants.name, slug: listings.slug, state: listings.state, acceptedAt: offerMerchants.acceptedAt })
    .from(offerMerchants)
    .innerJoin(merchants, and(eq(merchants.tenantId, offerMerchants.tenantId), eq(merchants.id, offerMerchants.merchantId)))
    .leftJoin(listings, and(eq(listings.tenantId, offerMerchants.tenantId), eq(listings.merchantId, offerMerchants.merchantId)))
    .where(and(eq(offerMerchants.tenantId, tx.tenantId), inArray(offerMerchants.offerId, [...offerIds])))
    .orderBy(asc(offerMerchants.createdAt), asc(offerMerchants.merchantId))
  return rows.map(({ offerId, merchantId, name, slug, state, acceptedAt }) => ({
    offerId, merchantId: merchantId as MerchantId, name, slug: state === 'published' ? slug : null, accepted: acceptedAt !== null,
  }))
}

const ownColumns = { id: offers.id, ownerMerchantId: offers.merchantId, ownerName: merchants.name, state: offers.state, officeReason: offers.officeReason, updatedAt: offers.updatedAt, ...contentColumns } as const
const withOwner = and(eq(merchants.tenantId, offers.tenantId), eq(merchants.id, offers.merchantId))

type OwnRow = ContentRow & { id: string; ownerMerchantId: string; ownerName: string; state: OfferState; officeReason: string | null; updatedAt: Date }

const toOwn = async (tx: TenantTx, rows: readonly OwnRow[]): Promise<OwnOffer[]> => {
  const partners = await partnersOf(tx, rows.map(({ id }) => id))
  return rows.map(row => ({
    id: row.id as OfferId,
    ownerMerchantId: row.ownerMerchantId as MerchantId,
    ownerName: row.ownerName,
    state: row.state,
    officeReason: row.officeReason,
    content: toContent(row),
    partners: partners.filter(({ offerId, merchantId }) => offerId === row.id && merchantId !== row.ownerMerchantId).map(({ offerId: _offer, ...partner }) => partner),
    updatedAt: row.updatedAt.toISOString(),
  }))
}

export const findOwnOffer = async (tx: TenantTx, id: string): Promise<OwnOffer | undefined> => {
  const rows = await tx.select(ownColumns).from(offers).innerJoin(merchants, withOwner).where(isIt(tx, id))
  return (await toOwn(tx, rows))[0]
}

/** Its own, and those it was asked to join, the latest first. */
export const listOwnOffers = async (tx: TenantTx, merchantId: string, most: number): Promise<OwnOffer[]> => {
  const rows = await tx
    .select(ownColumns)
    .from(offerMerchants)
    .innerJoin(offers, and(eq(offers.tenantId, offerMerchants.tenantId), eq(offers.id, offerMerchants.offerId)))
    .innerJoin(merchants, withOwner)
    .where(and(eq(offerMerchants.tenantId, tx.tenantId), eq(offerMerchants.merchantId, merchantId)))
    .orderBy(desc(offers.endsOn), desc(offers.id))
    .limit(most)
  return toOwn(tx, rows)
}

const moderatedColumns = { ...ownColumns, submittedAt: offers.submittedAt } as const

const listModerated = async (tx: TenantTx, where: SQL | undefined, most: number): Promise<ModeratedOffer[]> => {
  const rows = await tx.select(moderatedColumns).from(offers).innerJoin(merchants, withOwner).where(and(eq(offers.tenantId, tx.tenantId), where)).orderBy(asc(offers.submittedAt), asc(offers.id)).limit(most)
  const own = await toOwn(tx, rows)
  return own.map(({ id, ownerMerchantId, ownerName, partners, content, state, updatedAt }, index) => ({
    offerId: id, merchantId: ownerMerchantId, title: content.title, business: ownerName, partners: partners.filter(({ accepted }) => accepted).map(({ name }) => name), content, state,
    submittedAt: rows[index]?.submittedAt?.toISOString() ?? updatedAt, updatedAt,
  }))
}

/** Those that wait, the longest first. */
export const listWaitingOffers = (tx: TenantTx, most: number): Promise<ModeratedOffer[]> => listModerated(tx, eq(offers.state, 'pending'), most)

/** Those of one business that wait, or are live and end on this day or later. */
export const listOffersToModerate = (tx: TenantTx, merchantId: string, { today, most }: { today: string; most: number }): Promise<ModeratedOffer[]> =>
  listModerated(tx, and(eq(offers.merchantId, merchantId), or(eq(offers.state, 'pending'), and(eq(offers.state, 'published'), gte(offers.endsOn, today)))), most)

export const countWaitingOffers = (tx: TenantTx): Promise<number> => tx.$count(offers, and(eq(offers.tenantId, tx.tenantId), eq(offers.state, 'pending')))

const publicColumns = { id: offers.id, updatedAt: offers.updatedAt, sample: offers.sample, ...contentColumns } as const
type PublicRow = ContentRow & { id: string; updatedAt: Date; sample: boolean }

export type OfferFilters = { from: string; to: string; district?: string | undefined; kind?: OfferKind | undefined; merchantId?: string | undefined; offerId?: string | undefined }
type Names = 'from' | 'to' | 'district' | 'kind' | 'merchantId' | 'offerId' | 'limit' | 'offset'

/** Somebody takes part, has said so, is visible, and is the one that is asked for. */
const isShownBy = ({ district, merchantId }: OfferFilters, given: Given<Names>) => sql`exists (
  select from ${offerMerchants} inner join ${listings} on ${listings.tenantId} = ${offerMerchants.tenantId} and ${listings.merchantId} = ${offerMerchants.merchantId}
  where ${offerMerchants.tenantId} = ${offers.tenantId} and ${offerMerchants.offerId} = ${offers.id} and ${offerMerchants.acceptedAt} is not null
    and ${listings.state} = 'published'
    ${district === undefined ? sql`` : sql`and ${listings.districtId} = ${given('district')}`}
    ${merchantId === undefined ? sql`` : sql`and ${listings.merchantId} = ${given('merchantId')}::uuid`})`

const matching = (filters: OfferFilters, given: Given<Names>) =>
  and(
    eq(offers.tenantId, ofCity),
    eq(offers.state, sql`'published'`),
    sql`${offers.endsOn} >= ${given('from')}::date`,
    sql`${offers.startsOn} <= ${given('to')}::date`,
    filters.kind === undefined ? undefined : eq(offers.kind, given('kind')),
    filters.offerId === undefined ? undefined : sql`${offers.id} = ${given('offerId')}::uuid`,
    isShownBy(filters, given),
  )

const writePage = (filters: OfferFilters) =>
  writeQuery(publicColumns, (select, given: Given<Names>) =>
    select.from(offers).where(matching(filters, given)).orderBy(asc(offers.endsOn), asc(offers.startsOn), asc(offers.id)).limit(given('limit')).offset(given('offset')),
  )
const writeCount = (filters: OfferFilters) =>
  writeQuery({ total: sql<number>`count(*)::int` }, (select, given: Given<Names>) => select.from(offers).where(matching(filters, given)))

const writtenOnce = <Q>(write: (filters: OfferFilters) => Q) => {
  const written = new Map<string, Q>()
  return (filters: OfferFilters): Q => {
    const key = [filters.district, filters.kind, filters.merchantId, filters.offerId].map(part => part !== undefined).join()
    const query = written.get(key) ?? write(filters)
    written.set(key, query)
    return query
  }
}
const pageFor = writtenOnce(writePage)
const countFor = writtenOnce(writeCount)

const businesses = writeQuery(
  { offerId: offerMerchants.offerId, slug: listings.slug, card: listings.card, districtId: listings.districtId },
  (select, given: Given<'offerIds'>) =>
    select
      .from(offerMerchants)
      .innerJoin(offers, and(eq(offers.tenantId, offerMerchants.tenantId), eq(offers.id, offerMerchants.offerId)))
      .innerJoin(listings, and(eq(listings.tenantId, offerMerchants.tenantId), eq(listings.merchantId, offerMerchants.merchantId), eq(listings.state, sql`'published'`)))
      .where(and(eq(offerMerchants.tenantId, ofCity), sql`${offerMerchants.offerId} = any(${given('offerIds')}::uuid[])`, sql`${offerMerchants.acceptedAt} is not null`))
      // Its own business first.
      .orderBy(desc(sql`${offers.merchantId} = ${offerMerchants.merchantId}`), asc(listings.nameKey)),
)

export const listPublicOffers = async (tx: TenantTx, filters: OfferFilters, { limit, offset }: { limit: number; offset: number }): Promise<PublicOffer[]> => {
  const rows: PublicRow[] = await tx.read<RowOf<ReturnType<typeof writePage>>, string>(pageFor(filters), { ...filters, limit, offset })
  if (rows.length === 0) return []
  const shown = await tx.read(businesses, { offerIds: rows.map(({ id }) => id) })
  return rows.map(row => ({
    id: row.id as OfferId,
    content: toContent(row),
    businesses: shown.filter(({ offerId }) => offerId === row.id).map(({ slug, card, districtId }) => ({ slug, name: (card as StoredCard).name, districtId })),
    updatedAt: row.updatedAt.toISOString(),
    sample: row.sample,
  }))
}

export const countPublicOffers = async (tx: TenantTx, filters: OfferFilters): Promise<number> => {
  const [row] = await tx.read<{ total: number }, string>(countFor(filters), { ...filters })
  return row?.total ?? 0
}
