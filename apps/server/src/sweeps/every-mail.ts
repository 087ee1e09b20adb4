import type { MailKind } from '@digitallotsen/domain/mail/mail-kinds.ts'
import { listingDecidedMail } from '../features/mail/listing-decided.mail.ts'
import type { MailContent, MailScene } from '../features/mail/mail-words.ts'
import { newDeviceMail } from '../features/mail/new-device.mail.ts'
import { noAccountMail } from '../features/mail/no-account.mail.ts'
import { offerInvitedMail } from '../features/mail/offer-invited.mail.ts'
import { planKeptMail } from '../features/mail/plan-kept.mail.ts'
import { signInCodeMail } from '../features/mail/sign-in-code.mail.ts'
import { caseContactDueMail, caseGuideNamedMail, caseProposedMail, caseWaitingAgainMail } from '../features/mentorship/mentorship.mail.ts'
import { handoverAnnouncedMail, handoverDoneMail, handoverGapMail, handoverListedMail } from '../features/handover/handover.mail.ts'
import { websiteReviewedMail } from '../features/mail/website-reviewed.mail.ts'
import { visitCancelledMail, visitConfirmedMail, visitProposedMail, visitReminderMail, visitRescheduledMail } from '../features/visit/visit.mail.ts'

/** A template as the sweep sees it: its kind, and all its forms with a given text in them. */
export type ShownMail<K extends MailKind> = { kind: K; show: (scene: MailScene, text: string) => MailContent[] }

/** Every mail of the product by its kind; a kind without its own template does not compile. */
export const everyMail: { [K in MailKind]: ShownMail<K> } = {
  case_contact_due: caseContactDueMail,
  case_guide_named: caseGuideNamedMail,
  case_proposed: caseProposedMail,
  case_waiting_again: caseWaitingAgainMail,
  handover_announced: handoverAnnouncedMail,
  handover_done: handoverDoneMail,
  handover_gap: handoverGapMail,
  handover_listed: handoverListedMail,
  listing_decided: listingDecidedMail,
  new_device: newDeviceMail,
  no_account: noAccountMail,
  offer_invited: offerInvitedMail,
  plan_kept: planKeptMail,
  sign_in_code: signInCodeMail,
  visit_cancelled: visitCancelledMail,
  visit_confirmed: visitConfirmedMail,
  visit_proposed: visitProposedMail,
  visit_reminder: visitReminderMail,
  visit_rescheduled: visitRescheduledMail,
  website_reviewed: websiteReviewedMail,
}
