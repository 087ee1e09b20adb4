import { and, eq, isNull, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { evidence } from '@digitallotsen/db/schema/evidence.table.ts'
import { files } from '@digitallotsen/db/schema/files.table.ts'
import type { EvidenceId, FileId } from '@digitallotsen/domain/ids.schemas.ts'

export type StoredEvidence = { id: EvidenceId; taskId: string; merchantId: string; kind: 'text' | 'photo' | 'audit'; removedAt: Date | null }

const isIt = (tx: TenantTx, id: string) => and(eq(evidence.tenantId, tx.tenantId), eq(evidence.id, id))

export const findEvidence = async (tx: TenantTx, id: string): Promise<StoredEvidence | undefined> => {
  const { taskId, merchantId, kind, removedAt } = evidence
  const [row] = await tx.select({ id: evidence.id, taskId, merchantId, kind, removedAt }).from(evidence).where(isIt(tx, id))
  return row && { ...row, id: row.id as EvidenceId }
}

export type NewEvidence = { taskId: string; merchantId: string; createdAt: Date } & (
  | { kind: 'text'; body: string; createdBy: string }
  | { kind: 'photo'; fileId: string; alt: string; createdBy: string }
  | { kind: 'audit'; body: string; auditId: string }
)

export const insertEvidence = async (tx: TenantTx, values: NewEvidence): Promise<void> => {
  await tx.insert(evidence).values({ tenantId: tx.tenantId, ...values })
}

export const setRemoved = async (tx: TenantTx, id: string, removedAt: Date | null): Promise<void> => {
  await tx.update(evidence).set({ removedAt }).where(isIt(tx, id))
}

export const countEvidence = (tx: TenantTx, taskId: string): Promise<number> =>
  tx.$count(evidence, and(eq(evidence.tenantId, tx.tenantId), eq(evidence.taskId, taskId), isNull(evidence.removedAt)))

export const copyEvidence = async (tx: TenantTx, fromTaskId: string, toTaskId: string): Promise<void> => {
  await tx.execute(sql`
    insert into evidence (tenant_id, task_id, merchant_id, kind, body, file_id, alt, audit_id, created_by, created_at)
    select tenant_id, ${toTaskId}::uuid, merchant_id, kind, body, file_id, alt, audit_id, created_by, created_at
    from evidence where tenant_id = ${tx.tenantId}::uuid and task_id = ${fromTaskId}::uuid and removed_at is null`)
}

export type Picture = { data: Uint8Array; width: number; height: number; sha256: string }

export const insertPicture = async (tx: TenantTx, { data, width, height, sha256 }: Picture, createdBy: string): Promise<FileId> => {
  const [row] = await tx
    .insert(files)
    .values({ tenantId: tx.tenantId, contentType: 'image/webp', byteSize: data.byteLength, sha256, width, height, data, createdBy })
    .returning({ id: files.id })
  if (!row) throw new Error('file was not stored')
  return row.id as FileId
}

/** What the pictures of a business weigh, those taken away included. */
export const sumPictureBytes = async (tx: TenantTx, merchantId: string): Promise<number> => {
  const [row] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${files.byteSize}), 0)` })
    .from(files)
    .where(
      and(
        eq(files.tenantId, tx.tenantId),
        sql`${files.id} in (select ${evidence.fileId} from ${evidence} where ${evidence.tenantId} = ${tx.tenantId} and ${evidence.merchantId} = ${merchantId})`,
      ),
    )
  return Number(row?.bytes ?? 0)
}
