import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { memberships } from '@digitallotsen/db/schema/memberships.table.ts'
import { mentorshipGuides } from '@digitallotsen/db/schema/mentorship-guides.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import type { AssignmentId, GuideId } from '@digitallotsen/domain/ids.schemas.ts'
import type { GuideDuty } from '@digitallotsen/domain/mentorship/mentorship.schemas.ts'
import type { StoredAssignment } from './mentorship.types.ts'

const a = mentorshipGuides
const columns = {
  id: a.id, mentorshipId: a.mentorshipId, guideId: a.guideId, duty: a.duty, state: a.state, proposedAt: a.proposedAt, answerBy: a.answerBy, remindedAt: a.remindedAt,
  answeredAt: a.answeredAt, reason: a.reason, note: a.note, readUntil: a.readUntil,
}

export const findAssignment = async (tx: TenantTx, assignmentId: string): Promise<StoredAssignment | undefined> => {
  const [row] = await tx.select(columns).from(a).where(and(eq(a.tenantId, tx.tenantId), eq(a.id, assignmentId)))
  return row as StoredAssignment | undefined
}

export const listAssignments = async (tx: TenantTx, mentorshipId: string): Promise<StoredAssignment[]> => {
  const rows = await tx.select(columns).from(a).where(and(eq(a.tenantId, tx.tenantId), eq(a.mentorshipId, mentorshipId))).orderBy(desc(a.proposedAt), asc(a.id))
  return rows as StoredAssignment[]
}

export const listProposedTo = async (tx: TenantTx, guideId: string): Promise<StoredAssignment[]> => {
  const rows = await tx.select(columns).from(a).where(and(eq(a.tenantId, tx.tenantId), eq(a.guideId, guideId), eq(a.state, 'proposed'))).orderBy(asc(a.answerBy))
  return rows as StoredAssignment[]
}

export const listUnanswered = async (tx: TenantTx): Promise<StoredAssignment[]> => {
  const rows = await tx.select(columns).from(a).where(and(eq(a.tenantId, tx.tenantId), eq(a.state, 'proposed'), isNotNull(a.answerBy)))
  return rows as StoredAssignment[]
}

export type NewAssignment = {
  mentorshipId: string; guideId: string; duty: GuideDuty; state: 'proposed' | 'accepted'; proposedBy: string | null; proposedAt: Date; answerBy?: Date; answeredAt?: Date
  startsAt?: Date; reasons?: unknown; overrideReason?: string | null; updatedAt: Date
}

export const insertAssignment = async (tx: TenantTx, values: NewAssignment): Promise<AssignmentId> => {
  const [row] = await tx.insert(a).values({ tenantId: tx.tenantId, ...values }).returning({ id: a.id })
  if (!row) throw new Error('assignment was not stored')
  return row.id as AssignmentId
}

type Patch = Partial<Pick<typeof a.$inferInsert, 'state' | 'answeredAt' | 'reason' | 'note' | 'remindedAt' | 'startsAt' | 'endsAt' | 'readUntil' | 'duty'>>

export const updateAssignment = async (tx: TenantTx, assignmentId: string, patch: Patch, now: Date): Promise<void> => {
  await tx.update(a).set({ ...patch, updatedAt: now }).where(and(eq(a.tenantId, tx.tenantId), eq(a.id, assignmentId)))
}

/** Whether this person is, or was until lately, a guide of this very case: `states` says which. */
export const hasAssignment = async (tx: TenantTx, mentorshipId: string, personId: string, states: readonly ('accepted' | 'ended')[]): Promise<boolean> => {
  const [row] = await tx
    .select({ id: a.id })
    .from(a)
    .innerJoin(guides, and(eq(guides.tenantId, a.tenantId), eq(guides.id, a.guideId)))
    .where(and(eq(a.tenantId, tx.tenantId), eq(a.mentorshipId, mentorshipId), eq(guides.personId, personId), inArray(a.state, [...states])))
    .limit(1)
  return row !== undefined
}

/** Duties of a guide for the business of this case that still run. */
export const countRunning = (tx: TenantTx, guideId: string, merchantId: string): Promise<number> =>
  tx
    .select({ id: a.id })
    .from(a)
    .innerJoin(mentorships, and(eq(mentorships.tenantId, a.tenantId), eq(mentorships.id, a.mentorshipId)))
    .where(and(eq(a.tenantId, tx.tenantId), eq(a.guideId, guideId), eq(a.state, 'accepted'), eq(mentorships.merchantId, merchantId)))
    .then(rows => rows.length)

export type CaseGuide = { id: GuideId; personId: string; state: 'training' | 'active' | 'paused' | 'ended' }

export const findCaseGuide = async (tx: TenantTx, guideId: string): Promise<CaseGuide | undefined> => {
  const [row] = await tx.select({ id: guides.id, personId: guides.personId, state: guides.state }).from(guides).where(and(eq(guides.tenantId, tx.tenantId), eq(guides.id, guideId)))
  return row as CaseGuide | undefined
}

export const findGuideIdOf = async (tx: TenantTx, personId: string): Promise<GuideId | undefined> => {
  const [row] = await tx.select({ id: guides.id }).from(guides).where(and(eq(guides.tenantId, tx.tenantId), eq(guides.personId, personId)))
  return row?.id as GuideId | undefined
}

type Held = { personId: string; merchantId: string; role: 'guide' | 'ex-guide' }

export const grantMembership = async (tx: TenantTx, held: Held, validUntil: Date | null): Promise<void> => {
  await tx
    .insert(memberships)
    .values({ tenantId: tx.tenantId, ...held, validUntil })
    .onConflictDoUpdate({ target: [memberships.tenantId, memberships.personId, memberships.role, memberships.merchantId], set: { endedAt: null, validUntil } })
}

export const endMembership = async (tx: TenantTx, { personId, merchantId, role }: Held, now: Date): Promise<void> => {
  await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(and(eq(memberships.tenantId, tx.tenantId), eq(memberships.personId, personId), eq(memberships.role, role), eq(memberships.merchantId, merchantId), isNull(memberships.endedAt)))
}

