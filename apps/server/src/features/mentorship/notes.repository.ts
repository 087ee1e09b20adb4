import { and, desc, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { caseNotes } from '@digitallotsen/db/schema/case-notes.table.ts'
import { privateNotes } from '@digitallotsen/db/schema/private-notes.table.ts'
import type { CaseNoteId, PrivateNoteId } from '@digitallotsen/domain/ids.schemas.ts'

export type NewNote = { mentorshipId: string; authorPersonId: string; body: string; writtenAt: Date }
export type StoredNote = { id: CaseNoteId; body: string; authorPersonId: string; authorRole: string; writtenAt: Date }

export const listCaseNotes = async (tx: TenantTx, mentorshipId: string): Promise<StoredNote[]> => {
  const rows = await tx
    .select({ id: caseNotes.id, body: caseNotes.body, authorPersonId: caseNotes.authorPersonId, authorRole: caseNotes.authorRole, writtenAt: caseNotes.writtenAt })
    .from(caseNotes)
    .where(and(eq(caseNotes.tenantId, tx.tenantId), eq(caseNotes.mentorshipId, mentorshipId), isNull(caseNotes.removedAt)))
    .orderBy(desc(caseNotes.writtenAt))
    .limit(200)
  return rows as StoredNote[]
}

export const insertCaseNote = async (tx: TenantTx, values: NewNote & { authorRole: string }): Promise<CaseNoteId> => {
  const [row] = await tx.insert(caseNotes).values({ tenantId: tx.tenantId, ...values }).returning({ id: caseNotes.id })
  if (!row) throw new Error('note was not stored')
  return row.id as CaseNoteId
}

/** The author's alone; which case it was in, undefined where there is none of hers. */
export const removeCaseNote = async (tx: TenantTx, noteId: string, mentorshipId: string, authorPersonId: string, now: Date): Promise<boolean> => {
  const gone = await tx
    .update(caseNotes)
    .set({ removedAt: now })
    .where(and(eq(caseNotes.tenantId, tx.tenantId), eq(caseNotes.id, noteId), eq(caseNotes.mentorshipId, mentorshipId), eq(caseNotes.authorPersonId, authorPersonId), isNull(caseNotes.removedAt)))
    .returning({ id: caseNotes.id })
  return gone.length === 1
}

/** Every question after private notes names its author here: there is no other door to the table. */
const ofAuthor = (tx: TenantTx, authorPersonId: string) => and(eq(privateNotes.tenantId, tx.tenantId), eq(privateNotes.authorPersonId, authorPersonId))

export type StoredPrivateNote = { id: PrivateNoteId; body: string; writtenAt: Date }

export const listPrivateNotes = async (tx: TenantTx, authorPersonId: string, mentorshipId: string): Promise<StoredPrivateNote[]> => {
  const rows = await tx
    .select({ id: privateNotes.id, body: privateNotes.body, writtenAt: privateNotes.writtenAt })
    .from(privateNotes)
    .where(and(ofAuthor(tx, authorPersonId), eq(privateNotes.mentorshipId, mentorshipId)))
    .orderBy(desc(privateNotes.writtenAt))
    .limit(200)
  return rows as StoredPrivateNote[]
}

export const insertPrivateNote = async (tx: TenantTx, values: NewNote): Promise<void> => {
  await tx.insert(privateNotes).values({ tenantId: tx.tenantId, ...values, updatedAt: values.writtenAt })
}

export const deletePrivateNote = async (tx: TenantTx, authorPersonId: string, noteId: string): Promise<boolean> => {
  const gone = await tx.delete(privateNotes).where(and(ofAuthor(tx, authorPersonId), eq(privateNotes.id, noteId))).returning({ id: privateNotes.id })
  return gone.length === 1
}
