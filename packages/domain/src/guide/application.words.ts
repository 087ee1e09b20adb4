import * as z from 'zod/mini'

/** `unconfirmed`: the link in the mail was not followed yet, nobody sees it · then the office's pipeline · `withdrawn` by the applicant. */
export const applicationState = z.enum(['unconfirmed', 'received', 'interview', 'waiting_list', 'accepted', 'declined', 'withdrawn'])

/** Why an application waits or is declined: the closed list; what else there is to say goes into a note. */
export const applicationReason = z.enum(['no_place', 'semester_full', 'language', 'time', 'area', 'conflict', 'not_reachable', 'profile', 'other'])

/** Days on which somebody has time, as the wishes of a business name them. */
export const workday = z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa'])

export type ApplicationState = z.output<typeof applicationState>
export type ApplicationReason = z.output<typeof applicationReason>
export type Workday = z.output<typeof workday>
