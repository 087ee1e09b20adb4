import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { GlobalTx, TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { evidence } from '@digitallotsen/db/schema/evidence.table.ts'
import { files } from '@digitallotsen/db/schema/files.table.ts'
import { listings } from '@digitallotsen/db/schema/listings.table.ts'
import { guideModules } from '@digitallotsen/db/schema/guide-modules.table.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { offerMerchants } from '@digitallotsen/db/schema/offer-merchants.table.ts'
import { offers } from '@digitallotsen/db/schema/offers.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { plans } from '@digitallotsen/db/schema/plans.table.ts'
import { profileChecks } from '@digitallotsen/db/schema/profile-checks.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import { tenants } from '@digitallotsen/db/schema/tenants.table.ts'
import { websiteAnswers } from '@digitallotsen/db/schema/website-answers.table.ts'
import { websiteAudits } from '@digitallotsen/db/schema/website-audits.table.ts'
import type { Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Phase, Wishes } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'

export const markCity = async (tx: GlobalTx, tenantId: string, sample: boolean): Promise<void> => {
  await tx.update(tenants).set({ sample }).where(eq(tenants.id, tenantId))
}

export const markPerson = async (tx: TenantTx, personId: string, displayName: string): Promise<void> => {
  await tx.update(people).set({ sample: true, displayName }).where(and(eq(people.tenantId, tx.tenantId), eq(people.id, personId)))
}

export const markMerchant = async (tx: TenantTx, merchantId: string, trade: string): Promise<void> => {
  await tx.update(merchants).set({ sample: true, trade }).where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.id, merchantId)))
}

export const grantRole = async (tx: TenantTx, personId: string, role: Role): Promise<void> => {
  await tx.insert(memberships).values({ tenantId: tx.tenantId, personId, role }).onConflictDoNothing()
}

export type SampleAccount = { personId: string; email: string; displayName: string | null; role: Role; merchantName: string | null }

export const listSampleAccounts = async (tx: TenantTx): Promise<SampleAccount[]> =>
  tx
    .select({ personId: people.id, email: people.email, displayName: people.displayName, role: memberships.role, merchantName: merchants.name })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.tenantId, people.tenantId), eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .leftJoin(merchants, and(eq(merchants.tenantId, memberships.tenantId), eq(merchants.id, memberships.merchantId)))
    .where(and(eq(people.tenantId, tx.tenantId), eq(people.sample, true)))
    .orderBy(people.createdAt)

type SampleGuide = { passed: readonly string[]; semesterId: string | null; personId: string; universityId: string | null; districts: string[]; languages: string[]; intro: string; now: Date }

export const insertSampleGuide = async (tx: TenantTx, { now, passed, ...values }: SampleGuide): Promise<string> => {
  const signed = { commitmentVersion: '1', commitmentSignedAt: now, releasedAt: now }
  const [row] = await tx
    .insert(guides)
    .values({ tenantId: tx.tenantId, ...values, ...signed, state: 'active', recognition: 'module_5', travel: ['transit', 'foot'], sample: true })
    .onConflictDoUpdate({ target: [guides.tenantId, guides.personId], set: { state: 'active', sample: true } })
    .returning({ id: guides.id })
  if (!row) throw new Error('guide was not stored')
  const steps = passed.map(moduleId => ({ tenantId: tx.tenantId, guideId: row.id, moduleId, state: 'passed' as const, passedOn: now.toISOString().slice(0, 10) }))
  if (steps.length > 0) await tx.insert(guideModules).values(steps).onConflictDoNothing()
  return row.id
}

type SampleCase = { id: string; merchantId: string; phase: Phase; wishes: Wishes; contactPersonId: string; requestedAt: Date; lastContactAt: Date | null; nextStep: string | null; goAt: Date | null; now: Date }

export const insertSampleCase = async (tx: TenantTx, { now, ...values }: SampleCase): Promise<string> => {
  await tx.insert(mentorships).values({ tenantId: tx.tenantId, ...values, phaseSince: now, sample: true })
  return values.id
}

export type SampleShop = { merchantId: string; personId: string; name: string; slug?: string | null }

/** The invented businesses with their owner, and the address of their page where they have one. */
export const listSampleShops = async (tx: TenantTx): Promise<SampleShop[]> =>
  tx
    .select({ merchantId: merchants.id, personId: memberships.personId, name: merchants.name, slug: listings.slug })
    .from(merchants)
    .innerJoin(memberships, and(eq(memberships.tenantId, merchants.tenantId), eq(memberships.merchantId, merchants.id), eq(memberships.role, 'merchant'), isNull(memberships.endedAt)))
    .leftJoin(listings, and(eq(listings.tenantId, merchants.tenantId), eq(listings.merchantId, merchants.id)))
    .where(and(eq(merchants.tenantId, tx.tenantId), eq(merchants.sample, true)))

/** Everything invented in this city, children first; the trace of the audit stays. Returns how many businesses went. */
export const deleteSample = async (tx: TenantTx): Promise<number> => {
  const city = tx.tenantId
  const shops = (await tx.select({ id: merchants.id }).from(merchants).where(and(eq(merchants.tenantId, city), eq(merchants.sample, true)))).map(row => row.id)
  const persons = (await tx.select({ id: people.id }).from(people).where(and(eq(people.tenantId, city), eq(people.sample, true)))).map(row => row.id)
  if (shops.length > 0) {
    await tx.update(merchants).set({ latestAssessmentId: sql`null` }).where(and(eq(merchants.tenantId, city), inArray(merchants.id, shops)))
    await tx.delete(mentorships).where(and(eq(mentorships.tenantId, city), inArray(mentorships.merchantId, shops)))
    for (const table of [offerMerchants, offers, profileChecks, listings, websiteAnswers, evidence, tasks, plans, websiteAudits, assessments, memberships]) {
      await tx.delete(table).where(and(eq(table.tenantId, city), inArray(table.merchantId, shops)))
    }
    await tx.delete(merchants).where(and(eq(merchants.tenantId, city), inArray(merchants.id, shops)))
  }
  if (persons.length > 0) {
    await tx.delete(guides).where(and(eq(guides.tenantId, city), inArray(guides.personId, persons)))
    await tx.delete(files).where(and(eq(files.tenantId, city), inArray(files.createdBy, persons)))
    await tx.delete(people).where(and(eq(people.tenantId, city), inArray(people.id, persons)))
  }
  return shops.length
}
