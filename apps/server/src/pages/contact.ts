import { internationalPhone } from '@digitallotsen/domain/listing/phone.rules.ts'

/** The address a phone dials, from abroad as well; where that cannot be told, the digits as they are. */
export const telHref = (phone: string): string => `tel:${internationalPhone(phone) ?? phone.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '')}`

export const mailHref = (email: string): string => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`
