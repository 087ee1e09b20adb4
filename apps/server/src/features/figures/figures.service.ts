import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { countFigures, publishFigures, type Figures } from './figures.repository.ts'

/** Counts active businesses and plans, submitted checks and finished tasks, and hands the operator the numbers; when is the database's clock. */
export const refreshFigures = async (tx: TenantTx): Promise<Figures> => {
  const figures = await countFigures(tx)
  await publishFigures(tx, figures)
  return figures
}
