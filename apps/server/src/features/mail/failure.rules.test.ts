import { expect, it } from 'vitest'
import { UnsendableMail } from '../../adapters/mail/outgoing-mail.ts'
import { failureOf } from './failure.rules.ts'

const answer = (code: string, response = '', command = '') => ({ code, response, command, ...(response && { responseCode: Number(response.slice(0, 3)) }) })

it.each([
  ['an address that is not there', answer('EENVELOPE', '550 5.1.1 User unknown', 'RCPT TO'), 'recipient_unknown', true],
  ['the same without the finer code', answer('EENVELOPE', '550 no such user', 'RCPT TO'), 'recipient_unknown', true],
  ['a full mailbox, for good', answer('EENVELOPE', '552 5.2.2 over quota', 'RCPT TO'), 'mailbox_full', true],
  ['a full mailbox, for now', answer('EENVELOPE', '452 4.2.2 over quota', 'RCPT TO'), 'mailbox_full', false],
  ['a list of unwanted senders', answer('EENVELOPE', '550 5.7.1 blocked', 'RCPT TO'), 'refused', true],
  ['a text that is not liked', answer('EMESSAGE', '554 5.6.0 rejected', 'DATA'), 'refused', true],
  ['being asked to come later', answer('EENVELOPE', '451 4.3.0 try again', 'RCPT TO'), 'other', false],
  ['a sender that is not let in', answer('EENVELOPE', '550 5.7.1 relaying denied', 'MAIL FROM'), 'refused', false],
  ['a password that is wrong', answer('EAUTH', '535 5.7.8 authentication failed'), 'refused', false],
  ['nobody at the other end', answer('ECONNECTION'), 'unreachable', false],
  ['a mail that must not leave', new UnsendableMail('not one plain address'), 'unsendable', true],
  ['anything else', new Error('?'), 'other', false],
  ['nothing at all', undefined, 'other', false],
] as const)('%s', (_what, error, reason, final) => {
  expect(failureOf(error)).toEqual({ reason, final })
})
