import { and, eq, sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { answers } from '@digitallotsen/db/schema/answers.table.ts'
import type { AnswerValue, Level, Relevance } from '@digitallotsen/domain/check/answer.schemas.ts'

export type StoredAnswer = { itemId: string; value: AnswerValue; relevance: Relevance; answeredAt: Date }

type Row = Pick<typeof answers.$inferSelect, 'itemId' | 'kind' | 'level' | 'relevance' | 'answeredAt'>

const valueOf = ({ kind, level }: Row): AnswerValue => (kind === 'level' ? { kind, level: level ?? 0 } : { kind })

const ownAnswers = (tx: TenantTx, assessmentId: string) =>
  and(eq(answers.tenantId, tx.tenantId), eq(answers.assessmentId, assessmentId), eq(answers.source, 'self'))

export const listAnswers = async (tx: TenantTx, assessmentId: string): Promise<StoredAnswer[]> => {
  const rows = await tx
    .select({ itemId: answers.itemId, kind: answers.kind, level: answers.level, relevance: answers.relevance, answeredAt: answers.answeredAt })
    .from(answers)
    .where(ownAnswers(tx, assessmentId))
    .orderBy(answers.itemId)
  return rows.map(row => ({ itemId: row.itemId, value: valueOf(row), relevance: row.relevance, answeredAt: row.answeredAt }))
}

/** Writes the answers that are new or later than the stored ones, and names them. One statement: two devices cannot overtake each other. */
export const saveLater = async (tx: TenantTx, assessmentId: string, given: readonly StoredAnswer[], now: Date): Promise<string[]> => {
  const rows = given.map(({ itemId, value, relevance, answeredAt }) => ({
    tenantId: tx.tenantId, assessmentId, itemId, source: 'self' as const, kind: value.kind, level: value.kind === 'level' ? value.level : null, relevance, answeredAt, updatedAt: now,
  }))
  const saved = await tx
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.tenantId, answers.assessmentId, answers.itemId, answers.source],
      set: {
        kind: sql`excluded.kind`, level: sql`excluded.level`, relevance: sql`excluded.relevance`,
        answeredAt: sql`excluded.answered_at`, updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`excluded.answered_at > ${answers.answeredAt}`,
    })
    .returning({ itemId: answers.itemId })
  return saved.map(row => row.itemId)
}

export type LevelBySource = { itemId: string; source: 'self' | 'guide' | 'auto'; level: Level }

/** The levels that were said and measured, each source on its own. */
export const listLevels = async (tx: TenantTx, assessmentId: string): Promise<LevelBySource[]> => {
  const { itemId, source, level } = answers
  const rows = await tx
    .select({ itemId, source, level })
    .from(answers)
    .where(and(eq(answers.tenantId, tx.tenantId), eq(answers.assessmentId, assessmentId), eq(answers.kind, 'level')))
    .orderBy(itemId)
  return rows.flatMap(row => (row.level === null ? [] : [{ ...row, level: row.level }]))
}

/** What was measured, beside what people said; an item that was not measured this time keeps what it had. */
export const saveMeasured = async (tx: TenantTx, assessmentId: string, levels: readonly { itemId: string; level: Level }[], now: Date): Promise<void> => {
  if (levels.length === 0) return
  const rows = levels.map(({ itemId, level }) => ({ tenantId: tx.tenantId, assessmentId, itemId, source: 'auto' as const, kind: 'level' as const, level, answeredAt: now, updatedAt: now }))
  await tx
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.tenantId, answers.assessmentId, answers.itemId, answers.source],
      set: { level: sql`excluded.level`, answeredAt: sql`excluded.answered_at`, updatedAt: sql`excluded.updated_at` },
    })
}

export const copyAnswers = async (tx: TenantTx, fromId: string, toId: string): Promise<void> => {
  await tx.execute(sql`
    insert into answers (tenant_id, assessment_id, item_id, source, kind, level, relevance, answered_at)
    select tenant_id, ${toId}::uuid, item_id, source, kind, level, relevance, answered_at
    from answers where ${ownAnswers(tx, fromId)}`)
}
