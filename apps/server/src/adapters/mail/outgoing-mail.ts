export type MailAddress = { name: string; address: string }

/** An appointment as calendars read it (RFC 5546): asked for, called off, or for information. */
export type CalendarFile = { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; name: string; content: string }

/** One mail to one person; the Message-ID is ours, so that a repeat is known as one. */
export type OutgoingMail = {
  messageId: string
  from: MailAddress
  replyTo: MailAddress | null
  to: string
  subject: string
  text: string
  html: string
  /** Ends mails of this topic with one click in the mail program (RFC 8058). */
  unsubscribeLink?: string
  calendar?: CalendarFile
}

export class UnsendableMail extends Error {
  override readonly name = 'UnsendableMail'
}

const control = /\p{Cc}/u
/** One address in ASCII: no list, no name, no quotes, nothing an envelope or a header could read as more. */
const oneAddress = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+$/i
const oneMessageId = /^<[a-z0-9-]+@[a-z0-9.-]+>$/i
const oneLink = /^https?:\/\/[\w.:/?=&%-]{1,400}$/
const oneFileName = /^[a-z0-9-]{1,60}\.ics$/
const longestCalendar = 100_000

const isCalendar = ({ method, name, content }: CalendarFile): boolean =>
  oneFileName.test(name) && content.length <= longestCalendar && content.startsWith('BEGIN:VCALENDAR') && content.includes(`\nMETHOD:${method}`)

/** The last wall before the wire: whatever a caller forgot, no header can be made out of a value. */
export const ensureSendable = (mail: OutgoingMail): void => {
  const addresses = [mail.to, mail.from.address, ...(mail.replyTo ? [mail.replyTo.address] : [])]
  if (!addresses.every(address => oneAddress.test(address))) throw new UnsendableMail('not one plain address')
  if (!oneMessageId.test(mail.messageId)) throw new UnsendableMail('not one Message-ID')
  if ([mail.subject, mail.from.name, mail.replyTo?.name ?? ''].some(line => control.test(line))) throw new UnsendableMail('a header of more than one line')
  if (mail.unsubscribeLink !== undefined && !oneLink.test(mail.unsubscribeLink)) throw new UnsendableMail('not one link')
  if (mail.calendar && !isCalendar(mail.calendar)) throw new UnsendableMail('not one calendar of this method')
}
