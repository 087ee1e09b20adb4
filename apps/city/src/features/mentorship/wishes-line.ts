import type { MentorshipTexts } from '../../locales/de/mentorship.ts'
import type { CaseFile } from './mentorship.queries.ts'

export const languageNames = (words: MentorshipTexts, tags: readonly string[]): string => tags.map(tag => words.languages[tag] ?? tag).join(', ')

/** The wishes of a business in one line. */
export const wishesLine = (words: MentorshipTexts, { languages, days, note }: CaseFile['wishes']): string => {
  const parts = [languageNames(words, languages), days.map(day => words.days[day]).join(', '), note ?? '']
  return parts.filter(Boolean).join(' · ') || words.none
}
