import type { MailSender } from './mail-sender.ts'
import { ensureSendable, type OutgoingMail } from './outgoing-mail.ts'

export type MemorySender = MailSender & {
  readonly sent: OutgoingMail[]
  /** From now on every mail is refused with this reason; null ends it. */
  failWith(reason: Error | null): void
}

/** The twin for tests: keeps what it was given, and fails when told to. */
export const createMemorySender = (): MemorySender => {
  const sent: OutgoingMail[] = []
  let failure: Error | null = null
  return {
    sent,
    failWith: reason => void (failure = reason),
    async send(mail) {
      ensureSendable(mail)
      if (failure) throw failure
      sent.push(mail)
    },
  }
}
