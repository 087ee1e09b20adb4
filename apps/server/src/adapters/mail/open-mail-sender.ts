import type { Env } from '../../env.ts'
import { createLocalSender } from './local-sender.ts'
import type { MailSender } from './mail-sender.ts'
import { createSmtpSender } from './smtp-sender.ts'

/** By SMTP where there is an address for it. One's own database without SMTP is refused: mails would be marked as sent and reach nobody. */
export const openMailSender = ({ SMTP_URL, DATABASE_URL }: Pick<Env, 'SMTP_URL' | 'DATABASE_URL'>): MailSender => {
  if (SMTP_URL) return createSmtpSender(SMTP_URL)
  if (DATABASE_URL) throw new Error('SMTP_URL fehlt: Ohne Mailserver erreicht kein Anmelde-Code seine Empfänger.')
  return createLocalSender()
}
