import { html, type Markup } from './markup.ts'
import type { MailLine } from './mail.repository.ts'

const moment = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Berlin' })

const page = (title: string, body: Markup): string =>
  html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.toString()

const note = html`<p>Hier liegen die E-Mails dieser Stadt. Ohne Mailserver verlässt keine von ihnen diesen Rechner. Nur dieser Rechner sieht die Seite.</p>`

const row = ({ id, recipient, subject, createdAt, lastError }: MailLine): Markup =>
  html`<tr>
<td><time datetime="${createdAt.toISOString()}">${moment.format(createdAt)}</time></td>
<td>${recipient}</td>
<td><a href="/postfach/${id}">${subject}</a>${lastError ? html`<br>Fehler: ${lastError}` : ''}</td>
</tr>`

export const renderMailbox = (lines: readonly MailLine[]): string =>
  page(
    'Postfach',
    html`${note}
${lines.length === 0 ? html`<p>Es ist noch keine E-Mail da.</p>` : html`<table>
<thead><tr><th scope="col">Zeit</th><th scope="col">An</th><th scope="col">Betreff</th></tr></thead>
<tbody>
${lines.map(row)}
</tbody>
</table>`}`,
  )

const address = /(https?:\/\/[^\s<>"']+)/

/** Every other piece is an address, as `split` gives what its group has caught. */
const linked = (text: string): readonly Markup[] =>
  text.split(address).map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))

const paragraph = (text: string): Markup => html`<p>${text.split('\n').map((line, index) => html`${index > 0 ? html`<br>` : ''}${linked(line)}`)}</p>`

export const renderMail = ({ recipient, subject, createdAt, bodyText }: MailLine & { bodyText: string }): string =>
  page(
    subject,
    html`<p><a href="/postfach">Zurück zum Postfach</a></p>
<dl>
<dt>An</dt><dd>${recipient}</dd>
<dt>Zeit</dt><dd><time datetime="${createdAt.toISOString()}">${moment.format(createdAt)}</time></dd>
</dl>
${bodyText.trim().split('\n\n').map(paragraph)}`,
  )
