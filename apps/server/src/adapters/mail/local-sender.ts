import type { MailSender } from './mail-sender.ts'
import { ensureSendable } from './outgoing-mail.ts'

/** Without SMTP nothing leaves the machine: the row in the outbox is the mail, and the local mailbox shows it. */
export const createLocalSender = (): MailSender => ({
  async send(mail) {
    ensureSendable(mail)
  },
})
