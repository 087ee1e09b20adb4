import { parseCronItems, type CronItem } from 'graphile-worker'
import { everyCityTask, type EveryCityTask } from '../queue/tasks.ts'

const hourMs = 3_600_000

/** What a machine that was off has missed within that time is caught up, once. */
const item = (task: EveryCityTask, match: string, backfillPeriod: number): CronItem => ({
  task: everyCityTask,
  match,
  identifier: task,
  options: { backfillPeriod, maxAttempts: 5, jobKey: everyCityKey(task) },
  payload: { task },
})

/** One waiting round of each kind. */
export const everyCityKey = (task: EveryCityTask): string => `${everyCityTask}:${task}`

/** In UTC. */
export const timetable = parseCronItems([
  item('figures.refresh', '7 * * * *', hourMs),
  item('sweep.expired', '23 2 * * *', 24 * hourMs),
  item('visit.remind', '*/15 * * * *', 0),
  item('cases.watch', '11 4 * * *', 24 * hourMs),
  item('handovers.watch', '31 4 * * *', 24 * hourMs),
  item('website.monthly', '41 3 * * *', 24 * hourMs),
  item('website.tidy', '*/5 * * * *', 0),
])
