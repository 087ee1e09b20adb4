import type { ErrorCode } from '@digitallotsen/domain/errors.ts'

const fields: Partial<Record<ErrorCode, string>> = {
  'postcode.foreign': 'postcode',
  'district.unknown': 'district',
  'email.invalid': 'email',
  'consent.required': 'privacy',
}

/** The field of the form that a refusal is about. */
export const fieldOfCode = (code: ErrorCode): string | undefined => fields[code]
