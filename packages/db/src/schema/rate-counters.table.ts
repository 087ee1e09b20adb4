import { index, integer, text } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'
import { keyedWalledTable } from '../wall.ts'

/** How often something was tried in a window of time; swept by age. */
export const rateCounters = keyedWalledTable(
  'rate_counters',
  ['key', 'windowStart'],
  { key: text('key').notNull(), windowStart: moment('window_start').notNull(), count: integer('count').notNull() },
  t => [index('rate_counters_age').on(t.tenantId, t.windowStart)],
)
