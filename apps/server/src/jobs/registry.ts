import type { JobHelpers, TaskList } from 'graphile-worker'
import type { MailSender } from '../adapters/mail/mail-sender.ts'
import type { WebReader } from '../adapters/web/web-reader.ts'
import { refreshFiguresJob } from '../features/figures/figures.jobs.ts'
import { watchHandoversJob } from '../features/handover/handover.jobs.ts'
import { sendMailJob } from '../features/mail/mail.jobs.ts'
import { sweepExpiredJob } from '../features/retention/retention.jobs.ts'
import { remindVisitsJob } from '../features/visit/visit.jobs.ts'
import { createAuditDesk } from '../features/website/audit-desk.ts'
import { auditWebsiteJob, monthlyWebsitesJob, rejudgeWebsiteJob, repeatWebsiteJob, tidyWebsitesJob } from '../features/website/website.jobs.ts'
import { watchCasesJob } from '../features/mentorship/mentorship.jobs.ts'
import type { Services } from '../services.ts'
import { eachCityJob } from './cities-each.jobs.ts'
import { everyCityTask, type CityTask } from '../queue/tasks.ts'

type Handler = (payload: unknown, helpers: JobHelpers) => Promise<void>

const isLast = ({ job }: JobHelpers): boolean => job.attempts >= job.max_attempts

/** Every job by its name; a name without a handler does not compile. */
export const createTasks = (services: Services, mail: MailSender, web: WebReader): TaskList => {
  const desk = createAuditDesk()
  const handlers: Record<CityTask | typeof everyCityTask, Handler> = {
    'mail.send': (payload, helpers) => sendMailJob(services, mail, payload, { isLast: isLast(helpers) }),
    'figures.refresh': payload => refreshFiguresJob(services, payload),
    'handovers.watch': payload => watchHandoversJob(services, payload),
    'sweep.expired': payload => sweepExpiredJob(services, payload),
    'visit.remind': payload => remindVisitsJob(services, payload),
    'cases.watch': payload => watchCasesJob(services, payload),
    'website.audit': payload => auditWebsiteJob({ services, web, desk }, payload),
    'website.rejudge': payload => rejudgeWebsiteJob(services, payload),
    'website.repeat': payload => repeatWebsiteJob(services, payload),
    'website.monthly': payload => monthlyWebsitesJob(services, payload),
    'website.tidy': payload => tidyWebsitesJob(services, payload),
    [everyCityTask]: payload => eachCityJob(services, payload),
  }
  return handlers
}
