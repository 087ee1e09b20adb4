import type { CalendarFile } from '../../adapters/mail/outgoing-mail.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { html } from './markup.ts'
import { asMarkup, asText, oneLine, onOneLine, type Part } from './mail-parts.ts'

export { oneLine, type Part } from './mail-parts.ts'

export type MailWords = { subject: string; text: string; html: string }

/** Where a mail comes from and what its links begin with; `origin` is scheme and host of the city. */
export type MailScene = { pack: ResolvedPack; locale: Locale; origin: string }

/** What one mail has to say; greeting, sender and contact come by themselves. */
export type MailContent = { subject: string; parts: readonly Part[]; calendar?: CalendarFile }

/** How to do without mails of this topic: its title, and the link that ends it. */
export type WayOut = { title: string; link: string }

const footer = {
  de: { questions: 'Fragen? Wir helfen Ihnen gern:', phone: 'Telefon', email: 'E-Mail', from: (city: string) => `Ein Angebot für ${city}.` },
  en: { questions: 'Questions? We are happy to help:', phone: 'Phone', email: 'E-mail', from: (city: string) => `A service for ${city}.` },
} as const

const wayOut = {
  de: (title: string) => `Diese E-Mail gehört zu „${title}“. Sie möchten sie nicht mehr? Hier bestellen Sie sie ab`,
  en: (title: string) => `This e-mail belongs to “${title}”. You no longer want it? Unsubscribe here`,
} as const

const greeting = { de: 'Guten Tag,', en: 'Hello,' } as const

export const pageAddress = ({ origin, locale }: Pick<MailScene, 'origin' | 'locale'>, path: string): string => `${origin}${locale === 'en' ? '/en' : ''}${path}`

const contactLines = ({ pack, locale }: MailScene): string[] => {
  const { contact } = pack.city
  const words = footer[locale]
  const person = [contact.person, contact.role].filter(Boolean).join(', ')
  const phone = contact.phone && `${words.phone}: ${contact.phone}`
  const email = contact.email && `${words.email}: ${contact.email}`
  return [contact.organisation, person, phone, email, contact.hours].flatMap(line => (line ? [oneLine(line)] : []))
}

/**
 * Both forms out of one content, so that they cannot say different things. The HTML names no colour and loads nothing: a mail program's
 * dark mode can have it as it likes, and opening it tells nobody.
 */
export const composeMail = (scene: MailScene, { subject, parts }: MailContent, out: WayOut | null = null): MailWords => {
  const { pack, locale } = scene
  const contact = contactLines(scene)
  const sender = [oneLine(pack.programme), footer[locale].from(oneLine(pack.name))]
  const body = [greeting[locale], ...parts.map(onOneLine)]
  const end = out ? [onOneLine({ link: out.link, label: wayOut[locale](out.title) })] : []
  return {
    subject: oneLine(subject),
    text: `${[...body.map(asText), `-- \n${sender.join('\n')}`, [footer[locale].questions, ...contact].join('\n'), ...end.map(asText)].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${oneLine(subject)}</title>
</head>
<body style="font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.5">
<div style="max-width: 36em; margin: 0 auto; padding: 16px">
${body.map(asMarkup)}
<hr>
<p>${sender[0] ?? ''}<br>${sender[1] ?? ''}</p>
<p>${footer[locale].questions}${contact.map(line => html`<br>${line}`)}</p>
${end.map(asMarkup)}
</div>
</body>
</html>
`.toString(),
  }
}
