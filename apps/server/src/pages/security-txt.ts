import type { Contact } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { legalPaths } from './addresses.ts'
import { mailHref, telHref } from './contact.ts'

const daysValid = 180

/** Where to report a weakness (RFC 9116); it asks for an end of validity, so the day is part of it. */
export const renderSecurityTxt = (origin: string, contact: Contact, languages: readonly Locale[], today: string): string => {
  const contacts = [contact.email && mailHref(contact.email), contact.phone && telHref(contact.phone), `${origin}${legalPaths.imprint}`]
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + daysValid * 86_400_000).toISOString()
  return [
    ...contacts.filter(Boolean).map(address => `Contact: ${address}`),
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
