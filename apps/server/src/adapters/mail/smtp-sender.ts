import { createTransport } from 'nodemailer'
import type { MailSender } from './mail-sender.ts'
import { ensureSendable, type OutgoingMail } from './outgoing-mail.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** RFC 8058: the mail program itself may end the topic, by a POST without a page. */
const unsubscribing = ({ unsubscribeLink }: OutgoingMail): Record<string, string> =>
  unsubscribeLink === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribeLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

/**
 * Sends by SMTP. Off this machine the connection is encrypted or there is none; `?requireTLS=false` in the address is for a relay in
 * one's own closed network. Times are short, since a job that hangs holds one of a few places; a failed one comes back by itself.
 */
export const createSmtpSender = (url: string): MailSender => {
  const transport = createTransport({
    url,
    requireTLS: !loopback.has(new URL(url).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail) {
      ensureSendable(mail)
      await transport.sendMail({
        messageId: mail.messageId,
        from: mail.from,
        ...(mail.replyTo && { replyTo: mail.replyTo }),
        to: { name: '', address: mail.to },
        envelope: { from: mail.from.address, to: [mail.to] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(mail) },
        ...(mail.calendar && { icalEvent: { method: mail.calendar.method, filename: mail.calendar.name, content: mail.calendar.content } }),
      })
    },
  }
}
