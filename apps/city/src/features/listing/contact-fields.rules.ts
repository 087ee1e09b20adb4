import type { ListingContent, PhoneKind, SocialNetwork } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { orNull, socialAddressOf, webAddressOf } from './texts.rules.ts'

export type ContactFields = { phones: { kind: PhoneKind; number: string }[]; email: string; website: string; social: { network: SocialNetwork; url: string }[] }

export const mostPhones = 5
export const mostSocial = 10

/** One empty line each stands ready. */
export const readContact = ({ phones, email, website, social }: ListingContent): ContactFields => ({
  phones: phones.length > 0 ? phones : [{ kind: 'landline', number: '' }],
  email: email ?? '',
  website: website ?? '',
  social: social.length > 0 ? social : [{ network: 'instagram', url: '' }],
})

const filledPhones = (phones: ContactFields['phones']) => phones.filter(({ number }) => number.trim() !== '')
const filledSocial = (social: ContactFields['social']) => social.filter(({ url }) => url.trim() !== '')

export const writeContact = ({ phones, email, website, social }: ContactFields) => ({
  phones: filledPhones(phones).map(({ kind, number }) => ({ kind, number: number.trim() })),
  email: orNull(email),
  website: webAddressOf(website),
  social: filledSocial(social).map(({ network, url }) => ({ network, url: socialAddressOf(network, url) ?? '' })),
})

/** Empty lines are left out of the record, so that its second number may be the third line. */
export const contactField = (path: string, { phones, social }: ContactFields): string => {
  const [part = '', index = '0'] = path.split('.')
  if (part === 'phones') return `phone-${Math.max(0, phones.findIndex(line => line === filledPhones(phones)[Number(index)]))}`
  if (part === 'social') return `social-${Math.max(0, social.findIndex(line => line === filledSocial(social)[Number(index)]))}`
  return part
}
