import type { Category } from './category.schemas.ts'
import type { ListingContent } from './listing.schemas.ts'
import { internationalPhone } from './phone.rules.ts'

export type VcardVersion = '3.0' | '4.0'
export type VcardScene = { content: ListingContent; pageUrl: string; categories: readonly Category[]; revisedAt: Date }

/** RFC 6350 §3.4: backslash, comma, semicolon and line breaks; no other control sign gets in. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\,;]/g, sign => `\\${sign}`)
    .replace(/\n/g, '\\n')

const mostBytes = 75
const bytesOf = (sign: string): number => {
  const point = sign.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
}

/** RFC 6350 §3.2: no line is longer than 75 bytes, no sign is torn, and each further line begins with a blank. */
const folded = (line: string): string => {
  let [text, width] = ['', 0]
  for (const sign of line) {
    if (width + bytesOf(sign) > mostBytes) [text, width] = [`${text}\r\n `, 1]
    text += sign
    width += bytesOf(sign)
  }
  return text
}

const phoneTypes = { landline: 'work,voice', mobile: 'work,cell', whatsapp: 'work,cell', fax: 'work,fax' } as const

const phoneLine = ({ kind, number }: ListingContent['phones'][number], version: VcardVersion): string => {
  const dialled = internationalPhone(number)
  if (version === '3.0') return `TEL;TYPE=${phoneTypes[kind].toUpperCase()}:${escaped(dialled ?? number)}`
  return dialled === undefined ? `TEL;TYPE="${phoneTypes[kind]}":${escaped(number)}` : `TEL;VALUE=uri;TYPE="${phoneTypes[kind]}":tel:${dialled}`
}

const addressLine = ({ street, houseNumber, addition, postcode, town }: ListingContent['address']): string => {
  const parts = ['', addition ?? '', [street, houseNumber].filter(Boolean).join(' '), town ?? '', '', postcode ?? '', 'Deutschland']
  return `ADR;TYPE=WORK:${parts.map(escaped).join(';')}`
}

const placeLine = ({ place }: ListingContent, version: VcardVersion): string[] =>
  place === null ? [] : [version === '4.0' ? `GEO:geo:${place.lat},${place.lon}` : `GEO:${place.lat};${place.lon}`]

const stamp = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The business as a card for address books, in the version that newer (4.0) or all (3.0) of them read; every line ends with CRLF. */
export const vcard = ({ content, pageUrl, categories, revisedAt }: VcardScene, version: VcardVersion): string => {
  const labels = content.categories.flatMap(id => categories.find(category => category.id === id)?.label.de ?? [])
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    ...(version === '4.0' ? ['KIND:org'] : [`N:${escaped(content.name)};;;;`]),
    `FN:${escaped(content.name)}`,
    `ORG:${escaped(content.legalName ?? content.name)}`,
    addressLine(content.address),
    ...content.phones.map(phone => phoneLine(phone, version)),
    ...(content.email === null ? [] : [`EMAIL;TYPE=${version === '4.0' ? 'work' : 'INTERNET'}:${escaped(content.email)}`]),
    ...[content.website, pageUrl].flatMap(url => (url === null ? [] : [`URL:${version === '4.0' ? url : escaped(url)}`])),
    ...placeLine(content, version),
    ...(labels.length === 0 ? [] : [`CATEGORIES:${labels.map(escaped).join(',')}`]),
    ...(content.tagline === null ? [] : [`NOTE:${escaped(content.tagline)}`]),
    `REV:${stamp(revisedAt)}`,
    'END:VCARD',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
