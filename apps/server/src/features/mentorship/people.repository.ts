import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { FileId, GuideId } from '@digitallotsen/domain/ids.schemas.ts'
import type { MeansOfTravel } from '@digitallotsen/domain/guide/guide.schemas.ts'
import type { GuideCard } from '@digitallotsen/domain/mentorship/case.schemas.ts'

export const findGuideCard = async (tx: TenantTx, guideId: string): Promise<GuideCard | undefined> => {
  const [row] = await tx
    .select({ name: people.displayName, email: people.email, languages: guides.languages, intro: guides.intro, photoFileId: guides.photoFileId, travel: guides.travel })
    .from(guides)
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))
    .where(and(eq(guides.tenantId, tx.tenantId), eq(guides.id, guideId)))
  return row && { ...row, travel: row.travel as MeansOfTravel[], guideId: guideId as GuideId, photoFileId: row.photoFileId as FileId | null }
}

export const listGuideNames = async (tx: TenantTx, guideIds: readonly string[]): Promise<Map<string, string | null>> => {
  if (guideIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: guides.id, name: people.displayName })
    .from(guides)
    .innerJoin(people, and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId)))
    .where(and(eq(guides.tenantId, tx.tenantId), inArray(guides.id, [...guideIds])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const listNames = async (tx: TenantTx, personIds: readonly string[]): Promise<Map<string, string | null>> => {
  if (personIds.length === 0) return new Map()
  const rows = await tx.select({ id: people.id, name: people.displayName }).from(people).where(and(eq(people.tenantId, tx.tenantId), inArray(people.id, [...personIds])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const findPersonCard = async (tx: TenantTx, personId: string): Promise<{ name: string | null; email: string } | undefined> => {
  const [row] = await tx.select({ name: people.displayName, email: people.email }).from(people).where(and(eq(people.tenantId, tx.tenantId), eq(people.id, personId), isNull(people.endedAt)))
  return row
}

const isHeld = (now: Date) => and(isNull(memberships.endedAt), or(isNull(memberships.validUntil), gt(memberships.validUntil, now)))

export const listOfficePeople = async (tx: TenantTx, now: Date): Promise<string[]> => {
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.role, 'office'), isHeld(now)))
    .orderBy(asc(memberships.createdAt))
    .limit(20)
  return rows.map(({ personId }) => personId)
}

export const listOwners = async (tx: TenantTx, merchantId: string, now: Date): Promise<string[]> => {
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.merchantId, merchantId), eq(memberships.role, 'merchant'), eq(memberships.position, 'owner'), isHeld(now)))
    .limit(5)
  return rows.map(({ personId }) => personId)
}
