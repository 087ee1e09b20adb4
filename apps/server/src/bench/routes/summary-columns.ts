import { getTableColumns } from 'drizzle-orm'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { summaryColumns } from '../../features/merchant/merchant-summary.repository.ts'

/** The columns of a summary under their own names, for routes that write their SQL by hand. */
export const summaryText = Object.keys(summaryColumns)
  .map(key => `"${getTableColumns(merchants)[key as keyof typeof summaryColumns].name}"`)
  .join(', ')
