import { randomUUID } from 'node:crypto'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import type { MailSender } from '../../adapters/mail/mail-sender.ts'
import type { Env } from '../../env.ts'
import type { Services } from '../../services.ts'
import { oneLine } from './mail-words.ts'
import { html } from './markup.ts'

/** An operator belongs to no city, so there is no outbox for the mail: it goes out at once or not at all. */
export const createOperatorMail =
  (sender: MailSender, { MAIL_FROM, CONSOLE_HOST }: Pick<Env, 'MAIL_FROM' | 'CONSOLE_HOST'>): NonNullable<Services['operatorMail']> =>
  ({ to, subject, text }) =>
    sender.send({
      messageId: `<${randomUUID()}@${CONSOLE_HOST}>`,
      from: { name: 'Digitallotsen', address: MAIL_FROM },
      replyTo: null,
      to: normaliseEmail(to),
      subject: oneLine(subject),
      text,
      html: html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${oneLine(subject)}</title></head>
<body>${text.split('\n\n').map(part => html`<p>${part.split('\n').map((line, index) => html`${index > 0 ? html`<br>` : ''}${line}`)}</p>`)}</body>
</html>
`.toString(),
    })
