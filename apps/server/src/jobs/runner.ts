import { EventEmitter } from 'node:events'
import { run, type WorkerEvents } from 'graphile-worker'
import type { MailSender } from '../adapters/mail/mail-sender.ts'
import type { WebReader } from '../adapters/web/web-reader.ts'
import type { Services } from '../services.ts'
import { everyCityKey, timetable } from './crontab.ts'
import { createJobLogger } from './job-log.ts'
import { watchLeftJobs, type LeftJobsOptions } from './left-jobs.ts'
import { createTasks } from './registry.ts'
import { everyCityTask } from '../queue/tasks.ts'

export type JobsOptions = {
  /** The jobs role's address: it sees the queue and no row of any city. */
  connectionString: string
  mail: MailSender
  web: WebReader
  /** How soon the jobs of a killed worker are given back. */
  left?: Pick<LeftJobsOptions, 'everyMs' | 'graceMs'>
}

export type RunningJobs = {
  /** Takes no new job, lets the running ones finish for a few seconds, and gives back the rest. */
  stop(): Promise<void>
  /** Settles when no job runs any more: after `stop`, or rejects when the queue is lost for good. */
  ended: Promise<void>
}

/** Works off the queue until stopped, and begins with fresh figures. A job that fails comes back later and later; one that has failed to the last stays where it is, with its error. */
export const startJobs = async (services: Services, { connectionString, mail, web, left }: JobsOptions): Promise<RunningJobs> => {
  const events: WorkerEvents = new EventEmitter()
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => void (poolId = workerPool.id))
  const runner = await run({
    connectionString,
    taskList: createTasks(services, mail, web),
    parsedCronItems: [...timetable],
    concurrency: 5,
    maxPoolSize: 7,
    noHandleSignals: true,
    events,
    logger: createJobLogger(services),
  })
  events.on('job:failed', ({ job }) => {
    services.log.error({ task: job.task_identifier, jobId: job.id, attempts: job.attempts }, 'a job has failed for the last time; it stays in the queue')
  })
  runner.promise.catch((err: unknown) => services.log.error({ err }, 'the queue has ended'))
  await runner.addJob(everyCityTask, { task: 'figures.refresh' }, { jobKey: everyCityKey('figures.refresh') })
  const watch = watchLeftJobs({ connectionString, poolId, log: services.log, ...left })
  const stop = () => runner.stop().finally(watch.stop)
  let stopping: Promise<void> | undefined
  return { ended: runner.promise, stop: () => (stopping ??= stop()) }
}
