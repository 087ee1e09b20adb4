import * as z from 'zod/mini'
import { mailId } from '../ids.schemas.ts'
import { mailFailures } from './mail-failures.ts'
import { optionalMailTopics } from './mail-topics.ts'

export const optionalMailTopic = z.enum(optionalMailTopics)

/** A switch as the account page shows it. */
export const mailPreference = z.strictObject({ topic: optionalMailTopic, wanted: z.boolean() })

/** A mail that was given up, as the office sees it. `canRepeat` is false for one that would say something outdated. */
export const undeliveredMail = z.strictObject({
  id: mailId,
  recipient: z.string(),
  subject: z.string(),
  writtenAt: z.iso.datetime(),
  since: z.iso.datetime(),
  reason: z.enum(mailFailures),
  canRepeat: z.boolean(),
})
export type UndeliveredMail = z.output<typeof undeliveredMail>

/** What the office sees of the mails: those that did not arrive, and how many are late and since when. */
export const mailPost = z.strictObject({
  undelivered: z.array(undeliveredMail),
  total: z.int(),
  delayed: z.strictObject({ count: z.int(), since: z.nullable(z.iso.datetime()) }),
})
export type MailPost = z.output<typeof mailPost>
