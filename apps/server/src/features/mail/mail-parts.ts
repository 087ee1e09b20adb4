import { html, type Markup } from './markup.ts'

/** What a mail is made of: a paragraph, a code to type, a link as a button, facts by name, a list, a line in small print. */
export type Part =
  | string
  | { code: string }
  | { link: string; label: string }
  | { facts: readonly (readonly [name: string, value: string])[] }
  | { list: readonly string[] }
  | { note: string }

/** A value inside a sentence or a header: one line, no control signs, nothing longer than a person reads. */
export const oneLine = (value: string, longest = 200): string => {
  const line = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

const longestParagraph = 1000

/** However many lines a name in it has: a paragraph is one, and so is each fact. */
export const onOneLine = (part: Part): Part => {
  if (typeof part === 'string') return oneLine(part, longestParagraph)
  if ('code' in part) return { code: oneLine(part.code) }
  if ('facts' in part) return { facts: part.facts.map(([name, value]) => [oneLine(name), oneLine(value, longestParagraph)] as const) }
  if ('list' in part) return { list: part.list.map(line => oneLine(line, longestParagraph)) }
  if ('note' in part) return { note: oneLine(part.note, longestParagraph) }
  return { link: part.link.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]/gu, encodeURIComponent), label: oneLine(part.label, longestParagraph) }
}

export const asText = (part: Part): string => {
  if (typeof part === 'string') return part
  if ('code' in part) return `    ${part.code}`
  if ('facts' in part) return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  if ('list' in part) return part.list.map(line => `- ${line}`).join('\n')
  if ('note' in part) return part.note
  return `${part.label}:\n${part.link}`
}

export const asMarkup = (part: Part): Markup => {
  if (typeof part === 'string') return html`<p>${part}</p>`
  if ('code' in part) return html`<p style="font-size: 28px; font-weight: bold; letter-spacing: 2px">${part.code}</p>`
  if ('facts' in part) return html`<p>${part.facts.map(([name, value], index) => html`${index > 0 ? html`<br>` : ''}${name}: <b>${value}</b>`)}</p>`
  if ('list' in part) return html`<ul>${part.list.map(line => html`<li>${line}</li>`)}</ul>`
  if ('note' in part) return html`<p style="font-size: 14px">${part.note}</p>`
  return html`<p><a href="${part.link}" style="font-weight: bold">${part.label}</a></p>`
}
