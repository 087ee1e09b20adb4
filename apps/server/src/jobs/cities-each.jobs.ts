import * as z from 'zod/mini'
import type { Services } from '../services.ts'
import { enqueueJob } from '../queue/queue.repository.ts'
import { everyCityTasks } from '../queue/tasks.ts'

const payload = z.object({ task: z.enum(everyCityTasks) })

/** One job per city, through the door of each; one city in trouble does not keep the others waiting, and a repeat doubles nothing. */
export const eachCityJob = async ({ lanes, cities }: Services, given: unknown): Promise<void> => {
  const { task } = payload.parse(given)
  const outcomes = await Promise.allSettled(
    (await cities.list()).map(({ tenantId }) => lanes.withTenant(tenantId, tx => enqueueJob(tx, { task, key: task }))),
  )
  const failures = outcomes.filter(outcome => outcome.status === 'rejected').map(({ reason }) => reason as unknown)
  if (failures.length > 0) throw new AggregateError(failures, `${task} could not be put into the queue for ${failures.length} cities`)
}
