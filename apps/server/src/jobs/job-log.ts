import { Logger } from 'graphile-worker'
import type { Services } from '../services.ts'

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** The queue's own messages in the server's log. Job by job they are of interest only when one fails. */
export const createJobLogger = ({ log }: Pick<Services, 'log'>): Logger =>
  new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    log[levels[level]]({ task: taskIdentifier, jobId }, message)
  })
