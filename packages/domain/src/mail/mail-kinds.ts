import type { MailTopic } from './mail-topics.ts'

/** Every mail the product writes, with the topic it falls under: the closed list. A kind without a template does not pass the server's sweep. */
export const mailKinds = {
  case_contact_due: 'reminder',
  case_guide_named: 'case',
  case_proposed: 'case',
  case_waiting_again: 'case',
  handover_announced: 'case',
  handover_done: 'case',
  handover_gap: 'case',
  handover_listed: 'case',
  listing_decided: 'decision',
  new_device: 'account',
  no_account: 'sign_in',
  offer_invited: 'invitation',
  plan_kept: 'account',
  sign_in_code: 'sign_in',
  visit_cancelled: 'appointment',
  visit_confirmed: 'appointment',
  visit_proposed: 'appointment',
  visit_reminder: 'appointment',
  visit_rescheduled: 'appointment',
  website_reviewed: 'website_review',
} as const satisfies Record<string, MailTopic>

export type MailKind = keyof typeof mailKinds

/** True for a kind of the closed list; a mail of an earlier version may have another. */
export const isMailKind = (value: string): value is MailKind => Object.hasOwn(mailKinds, value)

/** The topic a mail falls under; promises one for every kind. */
export const topicOf = (kind: MailKind): MailTopic => mailKinds[kind]
