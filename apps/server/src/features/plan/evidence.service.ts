import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { FileId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { once } from '../../trpc/idempotency.ts'
import { record } from '../audit/audit.service.ts'
import {
  countEvidence, findEvidence, insertEvidence, insertPicture, setRemoved, sumPictureBytes, type Picture, type StoredEvidence,
} from './evidence.repository.ts'
import { findTask, type StoredTask } from './plan.repository.ts'
import { getCurrentPlan } from './plan.service.ts'
import { ensurePlanOpen, getOwnTask } from './task.service.ts'
import { insertTaskEvents, type TaskEventKind } from './task-events.repository.ts'

type Doer = { identity: Identity; now: Date }

const mostPerTask = 20
/** A business may keep so much in pictures: some hundreds of them, re-encoded. */
const mostBytes = 100 * 2 ** 20

const ensureRoom = async (tx: TenantTx, task: StoredTask): Promise<void> => {
  await ensurePlanOpen(tx, task.planId)
  if ((await countEvidence(tx, task.id)) >= mostPerTask) throw new DomainError('evidence.too_many', { most: mostPerTask })
}

const note = async (tx: TenantTx, { identity, now }: Doer, kind: Extract<TaskEventKind, `evidence_${string}`>, { taskId, merchantId }: { taskId: string; merchantId: string }) => {
  await insertTaskEvents(tx, [{ taskId, merchantId, kind, actorPersonId: identity.personId, at: now, details: {} }])
  await record(tx, {
    actorPersonId: identity.personId, actorRole: 'merchant', action: kind.replace('_', '.'), entity: 'task', entityId: taskId, details: { merchantId }, at: now,
  })
}

export type TextInput = { taskId: string; body: string; idempotencyKey: string }

export const addTextEvidence = async (tx: TenantTx, doer: Doer, { taskId, body, idempotencyKey: key }: TextInput): Promise<Plan> => {
  const { identity, now } = doer
  const task = await getOwnTask(tx, identity, 'evidence.add', taskId)
  const { merchantId } = task
  await once(tx, { key, procedure: 'evidence.addText', subject: identity.personId }, async () => {
    await ensureRoom(tx, task)
    await insertEvidence(tx, { kind: 'text', body, taskId, merchantId, createdBy: identity.personId, createdAt: now })
    await note(tx, doer, 'evidence_added', { taskId, merchantId })
    return {}
  })
  return getCurrentPlan(tx, merchantId)
}

/** Asked before a picture is read and re-encoded, so that nobody has that work done for nothing. */
export const ensureMayAddPhoto = async (tx: TenantTx, identity: Identity, taskId: string): Promise<void> => {
  await getOwnTask(tx, identity, 'evidence.add', taskId)
}

export type PhotoInput = { taskId: string; alt: string; idempotencyKey: string }

export const addPhotoEvidence = async (tx: TenantTx, doer: Doer, { taskId, alt, idempotencyKey: key }: PhotoInput, picture: Picture): Promise<{ fileId: FileId }> => {
  const { identity, now } = doer
  const task = await getOwnTask(tx, identity, 'evidence.add', taskId)
  const { merchantId } = task
  return once(tx, { key, procedure: 'evidence.addPhoto', subject: identity.personId }, async () => {
    await ensureRoom(tx, task)
    if ((await sumPictureBytes(tx, merchantId)) + picture.data.byteLength > mostBytes) throw new DomainError('file.quota_exceeded')
    const fileId = await insertPicture(tx, picture, identity.personId)
    await insertEvidence(tx, { kind: 'photo', fileId, alt, taskId, merchantId, createdBy: identity.personId, createdAt: now })
    await note(tx, doer, 'evidence_added', { taskId, merchantId })
    return { fileId }
  })
}

const getOwnEvidence = async (tx: TenantTx, identity: Identity, evidenceId: string): Promise<{ piece: StoredEvidence; task: StoredTask }> => {
  const piece = await findEvidence(tx, evidenceId)
  const task = piece && (await findTask(tx, piece.taskId))
  if (!task || piece.kind === 'audit' || !can(identity, 'evidence.remove', { merchantId: piece.merchantId as MerchantId })) throw new DomainError('evidence.not_found')
  return { piece, task }
}

/** What shows that a task is done stays as long as it counts as done: reopen it first. */
export const removeEvidence = async (tx: TenantTx, doer: Doer, evidenceId: string): Promise<Plan> => {
  const { task } = await getOwnEvidence(tx, doer.identity, evidenceId)
  await ensurePlanOpen(tx, task.planId)
  const { piece } = await getOwnEvidence(tx, doer.identity, evidenceId)
  if (piece.removedAt === null) {
    const { state } = (await findTask(tx, task.id)) ?? task
    if (state === 'done' && (await countEvidence(tx, task.id)) <= 1) throw new DomainError('task.evidence_required')
    await setRemoved(tx, piece.id, doer.now)
    await note(tx, doer, 'evidence_removed', { taskId: task.id, merchantId: task.merchantId })
  }
  return getCurrentPlan(tx, task.merchantId)
}

export const restoreEvidence = async (tx: TenantTx, doer: Doer, evidenceId: string): Promise<Plan> => {
  const { task } = await getOwnEvidence(tx, doer.identity, evidenceId)
  await ensureRoom(tx, task)
  const { piece } = await getOwnEvidence(tx, doer.identity, evidenceId)
  if (piece.removedAt !== null) {
    await setRemoved(tx, piece.id, null)
    await note(tx, doer, 'evidence_restored', { taskId: task.id, merchantId: task.merchantId })
  }
  return getCurrentPlan(tx, task.merchantId)
}
