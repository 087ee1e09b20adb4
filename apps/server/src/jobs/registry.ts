import type { TaskList } from 'graphile-worker'
import type { MailSender } from '../adapters/mail/mail-sender.ts'
import { refreshFiguresJob } from '../features/figures/figures.jobs.ts'
import { sendMailJob } from '../features/mail/mail.jobs.ts'
import { sweepExpiredJob } from '../features/retention/retention.jobs.ts'
import type { Services } from '../services.ts'
import { eachCityJob } from './cities-each.jobs.ts'
import { everyCityTask, type CityTask } from './tasks.ts'

type Handler = (payload: unknown) => Promise<void>

/** Every job by its name; a name without a handler does not compile. */
export const createTasks = (services: Services, mail: MailSender): TaskList => {
  const handlers: Record<CityTask | typeof everyCityTask, Handler> = {
    'mail.send': payload => sendMailJob(services, mail, payload),
    'figures.refresh': payload => refreshFiguresJob(services, payload),
    'sweep.expired': payload => sweepExpiredJob(services, payload),
    [everyCityTask]: payload => eachCityJob(services, payload),
  }
  return handlers
}
