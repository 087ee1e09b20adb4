import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { html, type Markup } from './markup.ts'

export type MailWords = { subject: string; text: string; html: string }

/** Where a mail comes from and what its links begin with; `origin` is scheme and host of the city. */
export type MailScene = { pack: ResolvedPack; locale: Locale; origin: string }

export type Part = string | { code: string } | { link: string; label: string }

export type MailContent = { subject: string; parts: readonly Part[] }

const footer = {
  de: { questions: 'Fragen? Wir helfen Ihnen gern:', phone: 'Telefon', email: 'E-Mail', from: (city: string) => `Ein Angebot für ${city}.` },
  en: { questions: 'Questions? We are happy to help:', phone: 'Phone', email: 'E-mail', from: (city: string) => `A service for ${city}.` },
} as const

const greeting = { de: 'Guten Tag,', en: 'Hello,' } as const

/** A value inside a sentence or a header: one line, no control signs, nothing longer than a person reads. */
export const oneLine = (value: string, longest = 200): string => {
  const line = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

export const pageAddress = ({ origin, locale }: MailScene, path: string): string => `${origin}${locale === 'en' ? '/en' : ''}${path}`

const contactLines = ({ pack, locale }: MailScene): string[] => {
  const { contact } = pack.city
  const words = footer[locale]
  const person = [contact.person, contact.role].filter(Boolean).join(', ')
  const phone = contact.phone && `${words.phone}: ${contact.phone}`
  const email = contact.email && `${words.email}: ${contact.email}`
  return [contact.organisation, person, phone, email, contact.hours].flatMap(line => (line ? [oneLine(line)] : []))
}

const longestParagraph = 1000
/** However many lines a name in it has: a paragraph is one. */
const onOneLine = (part: Part): Part => {
  if (typeof part === 'string') return oneLine(part, longestParagraph)
  return 'code' in part ? { code: oneLine(part.code) } : part
}

const asText = (part: Part): string => {
  if (typeof part === 'string') return part
  return 'code' in part ? `    ${part.code}` : `${part.label}:\n${part.link}`
}

const asMarkup = (part: Part): Markup => {
  if (typeof part === 'string') return html`<p>${part}</p>`
  if ('code' in part) return html`<p style="font-size: 28px; font-weight: bold; letter-spacing: 2px">${part.code}</p>`
  return html`<p><a href="${part.link}" style="font-weight: bold">${part.label}</a></p>`
}

/**
 * Both forms out of one content, so that they cannot say different things. The HTML names no colour and loads nothing: a mail program's
 * dark mode can have it as it likes, and opening it tells nobody.
 */
export const composeMail = (scene: MailScene, { subject, parts }: MailContent): MailWords => {
  const { pack, locale } = scene
  const contact = contactLines(scene)
  const sender = [oneLine(pack.programme), footer[locale].from(oneLine(pack.name))]
  const body = [greeting[locale], ...parts.map(onOneLine)]
  return {
    subject: oneLine(subject),
    text: `${[...body.map(asText), `-- \n${sender.join('\n')}`, [footer[locale].questions, ...contact].join('\n')].join('\n\n')}\n`,
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
</div>
</body>
</html>
`.toString(),
  }
}
