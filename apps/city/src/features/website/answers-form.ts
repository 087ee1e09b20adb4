import type { WebsiteAnswers } from '@digitallotsen/domain/website/website-answers.schemas.ts'

/** The form's fields; an empty one is an answer that nobody gave. */
export type AnswerFields = Record<keyof WebsiteAnswers, string>

const spoken = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')
const meant = (text: string): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null)

export const fieldsOf = (answers: WebsiteAnswers): AnswerFields => ({
  sellsOnline: spoken(answers.sellsOnline),
  booksOnline: spoken(answers.booksOnline),
  employees: answers.employees === null ? '' : String(answers.employees),
  aboveTwoMillion: spoken(answers.aboveTwoMillion),
  accessibilityStatement: answers.accessibilityStatement ?? '',
  orderButton: answers.orderButton ?? '',
})

const statements = ['published', 'exemption_noted', 'missing'] as const

/** Where nobody sells online there is no order button to tell of. */
export const answersOf = (fields: AnswerFields): WebsiteAnswers => ({
  sellsOnline: meant(fields.sellsOnline),
  booksOnline: meant(fields.booksOnline),
  employees: fields.employees.trim() === '' ? null : Number(fields.employees),
  aboveTwoMillion: meant(fields.aboveTwoMillion),
  accessibilityStatement: statements.find(one => one === fields.accessibilityStatement) ?? null,
  orderButton: fields.sellsOnline === 'no' ? null : fields.orderButton.trim() || null,
})

/** As the schema has them. */
export const longest = { employees: 100_000, line: 120 } as const

export const isCount = (text: string): boolean => text.trim() === '' || (/^\d{1,6}$/.test(text.trim()) && Number(text) <= longest.employees)
