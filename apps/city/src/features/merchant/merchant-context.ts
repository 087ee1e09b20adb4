import { createContext, useContext } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { CheckCatalogue, Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { Outputs } from '../../lib/trpc.ts'

/** What the pages of one shop share; loaded by MerchantArea before any of them is shown. */
export type MerchantScope = {
  found: Accessor<Outputs['merchant']['get']>
  plan: Accessor<Plan | null>
  catalogue: Accessor<CheckCatalogue>
}

export const MerchantContext = createContext<MerchantScope>()

export const useMerchant = (): MerchantScope => {
  const scope = useContext(MerchantContext)
  if (!scope) throw new Error('useMerchant() needs a page below MerchantArea.')
  return scope
}

export const findMeasure = (catalogue: CheckCatalogue, measureId: string | null): Measure | undefined => catalogue.measures.find(({ id }) => id === measureId)

/** The title of a task's measure; its id where the catalogue has dropped the measure since. */
export const taskTitle = (catalogue: CheckCatalogue, task: Pick<Task, 'measureId'>): string => findMeasure(catalogue, task.measureId)?.title ?? task.measureId
