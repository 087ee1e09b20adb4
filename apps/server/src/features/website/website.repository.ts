import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { websiteAudits } from '@digitallotsen/db/schema/website-audits.table.ts'
import type { MerchantId, WebsiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AuditFailure, AuditProgress, AuditScore, AuditTrigger } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import type { MeasuredLevel } from './levels.rules.ts'

type Row = typeof websiteAudits.$inferSelect
export type StoredAudit = Omit<Row, 'tenantId' | 'id' | 'merchantId'> & { id: WebsiteAuditId; merchantId: MerchantId | null }

const toAudit = ({ tenantId: _city, ...row }: Row): StoredAudit => ({ ...row, id: row.id as WebsiteAuditId, merchantId: row.merchantId as MerchantId | null })

const inCity = (tx: TenantTx) => eq(websiteAudits.tenantId, tx.tenantId)
const isIt = (tx: TenantTx, id: string) => and(inCity(tx), eq(websiteAudits.id, id))
const isOf = (tx: TenantTx, merchantId: string) => and(inCity(tx), eq(websiteAudits.merchantId, merchantId))
const isUnderWay = inArray(websiteAudits.state, ['queued', 'running'])

export type NewAudit = {
  id: string
  merchantId: string | null
  ticketHash: string | null
  address: string
  host: string
  trigger: AuditTrigger
  startedBy: string | null
  createdAt: Date
}

/** Undefined where the business has one under way already. */
export const insertAudit = async (tx: TenantTx, audit: NewAudit): Promise<WebsiteAuditId | undefined> => {
  const [row] = await tx.insert(websiteAudits).values({ tenantId: tx.tenantId, ...audit, updatedAt: audit.createdAt }).onConflictDoNothing().returning({ id: websiteAudits.id })
  return row && (row.id as WebsiteAuditId)
}

export const findAudit = async (tx: TenantTx, id: string): Promise<StoredAudit | undefined> => {
  const [row] = await tx.select().from(websiteAudits).where(isIt(tx, id))
  return row && toAudit(row)
}

export const findByTicket = async (tx: TenantTx, ticketHash: string): Promise<StoredAudit | undefined> => {
  const [row] = await tx.select().from(websiteAudits).where(and(inCity(tx), eq(websiteAudits.ticketHash, ticketHash)))
  return row && toAudit(row)
}

export const findUnderWay = async (tx: TenantTx, merchantId: string): Promise<StoredAudit | undefined> => {
  const [row] = await tx.select().from(websiteAudits).where(and(isOf(tx, merchantId), isUnderWay)).limit(1)
  return row && toAudit(row)
}

/** Newest first. */
export const listAudits = async (tx: TenantTx, merchantId: string, most: number): Promise<StoredAudit[]> => {
  const rows = await tx.select().from(websiteAudits).where(isOf(tx, merchantId)).orderBy(desc(websiteAudits.createdAt), desc(websiteAudits.id)).limit(most)
  return rows.map(toAudit)
}

/** The newest that is done; with `before`, of those older than that one. */
export const findLatestDone = async (tx: TenantTx, merchantId: string, before?: Pick<StoredAudit, 'id' | 'createdAt'>): Promise<StoredAudit | undefined> => {
  const older = before && sql`(${websiteAudits.createdAt}, ${websiteAudits.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`
  const [row] = await tx
    .select()
    .from(websiteAudits)
    .where(and(isOf(tx, merchantId), eq(websiteAudits.state, 'done'), older))
    .orderBy(desc(websiteAudits.createdAt), desc(websiteAudits.id))
    .limit(1)
  return row && toAudit(row)
}

/** When people have started audits of this business, newest first. */
export const listStarts = async (tx: TenantTx, merchantId: string, since: Date): Promise<Date[]> => {
  const rows = await tx
    .select({ at: websiteAudits.createdAt })
    .from(websiteAudits)
    .where(and(isOf(tx, merchantId), gte(websiteAudits.createdAt, since), sql`${websiteAudits.trigger} <> 'monthly'`))
    .orderBy(desc(websiteAudits.createdAt))
  return rows.map(({ at }) => at)
}

export type Claim = { now: Date; leaseUntil: Date }

/** Those who want to read one host ask one after the other. */
export const lockHost = async (tx: TenantTx, host: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`website-host:${host}`}, 0))`)
}

/** Takes an audit that waits, or one whose holder is gone; undefined where there is nothing to take. */
export const claimAudit = async (tx: TenantTx, id: string, { now, leaseUntil }: Claim): Promise<StoredAudit | undefined> => {
  const isFree = or(eq(websiteAudits.state, 'queued'), and(eq(websiteAudits.state, 'running'), lt(websiteAudits.leaseUntil, now)))
  const [row] = await tx
    .update(websiteAudits)
    .set({ state: 'running', attempts: sql`${websiteAudits.attempts} + 1`, leaseUntil, startedAt: now, step: 'start', stepDone: 0, stepOf: 1, updatedAt: now })
    .where(and(isIt(tx, id), isFree))
    .returning()
  return row && toAudit(row)
}

/** Whether another audit of this city reads that host. */
export const isHostBusy = async (tx: TenantTx, { id, host }: Pick<StoredAudit, 'id' | 'host'>, now: Date): Promise<boolean> =>
  (await tx.$count(websiteAudits, and(inCity(tx), eq(websiteAudits.state, 'running'), eq(websiteAudits.host, host), gte(websiteAudits.leaseUntil, now), sql`${websiteAudits.id} <> ${id}`))) > 0

/** Held by this attempt and no later one. */
export type Held = Pick<StoredAudit, 'id' | 'attempts'>
const isHeld = (tx: TenantTx, { id, attempts }: Held) => and(isIt(tx, id), eq(websiteAudits.state, 'running'), eq(websiteAudits.attempts, attempts))

export const setProgress = async (tx: TenantTx, held: Held, { step, done, of }: AuditProgress, now: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ step, stepDone: done, stepOf: of, updatedAt: now }).where(isHeld(tx, held))
}

export const renewLease = async (tx: TenantTx, held: Held, leaseUntil: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ leaseUntil }).where(isHeld(tx, held))
}

export const lockHeld = async (tx: TenantTx, held: Held): Promise<boolean> => (await tx.select({ id: websiteAudits.id }).from(websiteAudits).where(isHeld(tx, held)).for('update')).length > 0

type Outcome = {
  finalAddress: string
  rulesVersion: number
  frameworkVersion: string
  score: AuditScore
  levels: MeasuredLevel[]
  pages: NonNullable<Row['pages']>
  limits: NonNullable<Row['limits']>
}

export const setDone = async (tx: TenantTx, held: Held, outcome: Outcome, now: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ ...outcome, state: 'done', step: null, leaseUntil: null, failure: null, finishedAt: now, updatedAt: now }).where(isHeld(tx, held))
}

export const setFailed = async (tx: TenantTx, held: Held, failure: AuditFailure, now: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ state: 'failed', failure, step: null, leaseUntil: null, finishedAt: now, updatedAt: now }).where(isHeld(tx, held))
}

/** Gives it back for another attempt. */
export const setQueued = async (tx: TenantTx, held: Held, now: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ state: 'queued', step: null, leaseUntil: null, updatedAt: now }).where(isHeld(tx, held))
}

/** What somebody has to look after: audits whose holder is gone, and those that have waited for long. */
export const listLeft = async (tx: TenantTx, now: Date, waitingSince: Date): Promise<StoredAudit[]> => {
  const isLeft = or(and(eq(websiteAudits.state, 'running'), lt(websiteAudits.leaseUntil, now)), and(eq(websiteAudits.state, 'queued'), lt(websiteAudits.updatedAt, waitingSince)))
  const rows = await tx.select().from(websiteAudits).where(and(inCity(tx), isLeft)).orderBy(websiteAudits.createdAt).limit(200)
  return rows.map(toAudit)
}

export const setRescored = async (tx: TenantTx, id: string, change: { score: AuditScore; levels: MeasuredLevel[] }, now: Date): Promise<void> => {
  await tx.update(websiteAudits).set({ ...change, updatedAt: now }).where(isIt(tx, id))
}

export type Due = { merchantId: MerchantId; address: string; sample: boolean }

/** Active businesses whose website nobody has looked at since that day, the longest ago first: with the address of their record, else the one checked last. */
export const listDue = async (tx: TenantTx, since: Date, most: number, only?: MerchantId): Promise<Due[]> => {
  const last = tx
    .selectDistinctOn([websiteAudits.merchantId], { merchantId: websiteAudits.merchantId, address: websiteAudits.address, at: websiteAudits.createdAt })
    .from(websiteAudits)
    .where(and(inCity(tx), isNotNull(websiteAudits.merchantId)))
    .orderBy(websiteAudits.merchantId, desc(websiteAudits.createdAt))
    .as('last')
  const address = sql<string | null>`coalesce(${listings.draft} ->> 'website', ${last.address})`
  const rows = await tx
    .select({ merchantId: merchants.id, address, sample: merchants.sample })
    .from(merchants)
    .leftJoin(listings, and(eq(listings.tenantId, merchants.tenantId), eq(listings.merchantId, merchants.id)))
    .leftJoin(last, eq(last.merchantId, merchants.id))
    .where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.state, 'active'), only ? eq(merchants.id, only) : eq(merchants.sample, false), sql`${address} is not null`, or(isNull(last.at), lt(last.at, since))))
    .orderBy(sql`${last.at} nulls first`, merchants.id)
    .limit(most)
  return rows.flatMap(row => (row.address === null ? [] : [{ merchantId: row.merchantId as MerchantId, address: row.address, sample: row.sample }]))
}
