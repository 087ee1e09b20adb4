import { sql } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { writeCall } from '@digitallotsen/db/written-change.ts'
import type { Given } from '@digitallotsen/db/written-query.ts'
import type { CityTask } from './tasks.ts'

export type NewJob = {
  task: CityTask
  payload?: Readonly<Record<string, string | number | boolean>>
  /** One waiting job per city and key: a second one takes the first one's place. */
  key: string
  runAt?: Date
}

const written = writeCall((given: Given<'task' | 'payload' | 'key' | 'runAt'>) =>
  sql`select enqueue_job(${given('task')}, ${given('payload')}::text::jsonb, ${given('key')}, ${given('runAt')}::timestamptz)`,
)

/** Puts a job into the queue in this transaction, under its city; where the transaction falls, there is no job. */
export const enqueueJob = async (tx: TenantTx, { task, payload = {}, key, runAt }: NewJob): Promise<void> => {
  tx.leave(written, { task, payload: JSON.stringify(payload), key, runAt: runAt ?? null })
}
