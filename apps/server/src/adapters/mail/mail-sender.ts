import type { OutgoingMail } from './outgoing-mail.ts'

/** Hands a mail over for good, or throws; who may be written to, and whether it was done already, is the caller's to know. */
export interface MailSender {
  send(mail: OutgoingMail): Promise<void>
}
