import type { ProfileChannel, ProfileCheckInput, ProfileField } from '@digitallotsen/domain/listing/profile.schemas.ts'

export type Finding = ProfileCheckInput['findings'][number]['finding']
/** What somebody has ticked so far while looking at a profile. */
export type Comparison = { present: boolean | null; url: string; findings: Partial<Record<ProfileField, Finding>>; notes: Partial<Record<ProfileField, string>> }

export const emptyComparison: Comparison = { present: null, url: '', findings: {}, notes: {} }

/** The questions that are still open, in their order. */
export const openQuestions = ({ present, findings }: Comparison, fields: readonly ProfileField[]): ('present' | ProfileField)[] => {
  if (present === null) return ['present']
  return present ? fields.filter(field => findings[field] === undefined) : []
}

const noteOf = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim())

/** A finished comparison as the server takes it; where the business does not stand there, nothing was compared. */
export const checkOf = (channel: ProfileChannel, { present, url, findings, notes }: Comparison, fields: readonly ProfileField[], link: string | null, checkedOn: string): ProfileCheckInput => ({
  channel,
  present: present === true,
  url: present && url.trim() !== '' ? link : null,
  findings: present ? fields.flatMap(field => (findings[field] ? [{ field, finding: findings[field], note: findings[field] === 'different' ? noteOf(notes[field]) : null }] : [])) : [],
  checkedOn,
})
