import { sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CityTask } from './tasks.ts'

export type NewJob = {
  task: CityTask
  payload?: Readonly<Record<string, string | number | boolean>>
  /** One waiting job per city and key: a second one takes the first one's place. */
  key: string
  runAt?: Date
}

/** Puts a job into the queue in this transaction, under its city; where the transaction falls, there is no job. */
export const enqueueJob = async (tx: TenantTx, { task, payload = {}, key, runAt }: NewJob): Promise<void> => {
  await tx.execute(sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::text::jsonb, ${key}, ${runAt?.toISOString() ?? null}::timestamptz)`)
}
