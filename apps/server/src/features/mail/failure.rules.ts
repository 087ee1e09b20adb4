import type { MailFailure } from '@digitallotsen/domain/mail/mail-failures.ts'
import { UnsendableMail } from '../../adapters/mail/outgoing-mail.ts'

type Answer = { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown }

/** `final`: trying again would be refused again, and be held against the sender. */
export type Failure = { reason: MailFailure; final: boolean }

const withoutConnection = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ETLS'])

/** RFC 3463: class.subject.detail, as 5.1.1. */
const enhanced = /\b[45]\.(\d{1,3}\.\d{1,3})\b/

const reasonOf = ({ code, responseCode, response, command }: Answer): MailFailure => {
  const detail = enhanced.exec(String(response ?? ''))?.[1] ?? ''
  const status = Number(responseCode)
  if (detail.startsWith('1.')) return 'recipient_unknown'
  if (detail === '2.2') return 'mailbox_full'
  if (detail.startsWith('7.')) return 'refused'
  if (status === 452 || status === 552) return 'mailbox_full'
  if (command === 'RCPT TO' && (status === 550 || status === 551 || status === 553)) return 'recipient_unknown'
  if (status >= 500) return 'refused'
  return withoutConnection.has(String(code)) ? 'unreachable' : 'other'
}

/** Only what the other side said about this recipient or this mail is final; a refused sign-in or sender is a setting that somebody will mend. */
const isFinal = ({ code, responseCode, command }: Answer): boolean =>
  Number(responseCode) >= 500 && (command === 'RCPT TO' || code === 'EMESSAGE')

/** What a failed sending means for the mail, out of what nodemailer throws. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof UnsendableMail) return { reason: 'unsendable', final: true }
  const answer = (typeof error === 'object' && error !== null ? error : {}) as Answer
  return { reason: reasonOf(answer), final: isFinal(answer) }
}
