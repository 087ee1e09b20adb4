import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { CaseNoteId } from '@digitallotsen/domain/ids.schemas.ts'
import type { PrivateNote } from '@digitallotsen/domain/mentorship/case.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { getCaseWithPart, lockCase } from './mentorship-access.service.ts'
import { insertCaseEvent } from './mentorship.repository.ts'
import type { CaseDoer } from './mentorship.types.ts'
import { deletePrivateNote, insertCaseNote, insertPrivateNote, listPrivateNotes, removeCaseNote } from './notes.repository.ts'

type Doer = Pick<CaseDoer, 'identity' | 'now'>
export type NoteInput = { mentorshipId: string; body: string; idempotencyKey: string }

/** A note that all who take part in the case read. */
export const addNote = async (tx: TenantTx, { identity, now }: Doer, { mentorshipId, body, idempotencyKey: key }: NoteInput): Promise<{ noteId: CaseNoteId }> => {
  const { actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office', 'merchant'])
  return once(tx, { key, procedure: 'mentorship.addNote', subject: identity.personId }, async () => {
    const noteId = await insertCaseNote(tx, { mentorshipId, authorPersonId: identity.personId, authorRole: actor.role, body, writtenAt: now })
    await insertCaseEvent(tx, { mentorshipId, kind: 'note.added', actor, now })
    return { noteId }
  })
}

export const removeNote = async (tx: TenantTx, { identity, now }: Doer, { mentorshipId, noteId }: { mentorshipId: string; noteId: string }): Promise<void> => {
  const { actor } = await lockCase(tx, identity, mentorshipId, ['guide', 'office', 'merchant'])
  if (!(await removeCaseNote(tx, noteId, mentorshipId, identity.personId, now))) throw new DomainError('note.not_found')
  await insertCaseEvent(tx, { mentorshipId, kind: 'note.removed', actor, now })
}

/** One's own, and nobody else's: also after the case has gone to somebody else they stay with who wrote them, and within the time of reading are hers to read. */
export const getPrivateNotes = async (tx: TenantTx, { identity }: Doer, mentorshipId: string): Promise<PrivateNote[]> => {
  await getCaseWithPart(tx, identity, mentorshipId, ['guide', 'ex-guide'])
  return (await listPrivateNotes(tx, identity.personId, mentorshipId)).map(note => ({ ...note, writtenAt: note.writtenAt.toISOString() }))
}

export const addPrivateNote = async (tx: TenantTx, doer: Doer, { mentorshipId, body, idempotencyKey: key }: NoteInput): Promise<PrivateNote[]> => {
  const { identity, now } = doer
  await lockCase(tx, identity, mentorshipId, ['guide'])
  await once(tx, { key, procedure: 'mentorship.addPrivateNote', subject: identity.personId }, async () => {
    await insertPrivateNote(tx, { mentorshipId, authorPersonId: identity.personId, body, writtenAt: now })
    return {}
  })
  return getPrivateNotes(tx, doer, mentorshipId)
}

export const removePrivateNote = async (tx: TenantTx, doer: Doer, { mentorshipId, noteId }: { mentorshipId: string; noteId: string }): Promise<PrivateNote[]> => {
  await getCaseWithPart(tx, doer.identity, mentorshipId, ['guide', 'ex-guide'])
  if (!(await deletePrivateNote(tx, doer.identity.personId, noteId))) throw new DomainError('note.not_found')
  return getPrivateNotes(tx, doer, mentorshipId)
}
