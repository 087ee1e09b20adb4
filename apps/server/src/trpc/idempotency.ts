import { and, eq, sql } from 'drizzle-orm'
import { writeInsert, writeUpdate } from '@digitallotsen/db/written-change.ts'
import { ofCity, writeQuery, type Given } from '@digitallotsen/db/written-query.ts'
import { idempotencyKeys } from '@digitallotsen/db/schema/idempotency-keys.table.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'

export type Effect = { key: string; procedure: string; subject: string }

const isIt = (given: Given<keyof Effect>) =>
  and(eq(idempotencyKeys.key, given('key')), eq(idempotencyKeys.procedure, given('procedure')), eq(idempotencyKeys.subject, given('subject')))

const claim = writeInsert(idempotencyKeys, ['key', 'procedure', 'subject'], {
  fixed: { response: sql`'null'::jsonb` }, onConflict: 'do nothing', returning: { key: idempotencyKeys.key },
})
const earlier = writeQuery({ response: idempotencyKeys.response }, (select, given: Given<keyof Effect>) =>
  select.from(idempotencyKeys).where(and(eq(idempotencyKeys.tenantId, ofCity), isIt(given))),
)
const answer = writeUpdate(idempotencyKeys, ['response'], isIt)

/**
 * Acts once per key: a repeat, even one that arrives while the first still runs, gets the first one's answer.
 * The claim is part of the same transaction, so a failed act leaves no trace and may be tried again.
 */
export const once = async <T>(tx: TenantTx, { key, procedure, subject }: Effect, act: () => Promise<T>): Promise<T> => {
  const claimed = await tx.write(claim, { key, procedure, subject })
  if (claimed.length === 0) {
    const [given] = await tx.read(earlier, { key, procedure, subject })
    if (!given) throw new DomainError('idempotency.in_progress')
    return given.response as T
  }
  const response = await act()
  tx.leave(answer, { key, procedure, subject, response })
  return response
}
