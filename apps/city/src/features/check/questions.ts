import { isAsked } from '@digitallotsen/domain/check/answer.rules.ts'
import type { AnswerValue, CheckKind, Relevance, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { ActionField, CheckCatalogue, CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'

export type Question = { item: CheckItem; field: ActionField; number: number; total: number; previous: string | undefined; next: string | undefined }

const secondsPerQuestion: Readonly<Record<CheckKind, number>> = { quick: 25, full: 30 }

const minutesFor = (kind: CheckKind, questions: number): number => (questions * secondsPerQuestion[kind]) / 60

export const minutesLeft = (kind: CheckKind, questionsLeft: number): number => Math.max(1, Math.round(minutesFor(kind, questionsLeft)))

export const listQuestions = (catalogue: CheckCatalogue, kind: CheckKind): Question[] => {
  const asked = catalogue.fields.flatMap(field => field.items.filter(item => isAsked(item, kind)).map(item => ({ field, item })))
  return asked.map(({ field, item }, index) => ({
    field,
    item,
    number: index + 1,
    total: asked.length,
    previous: asked[index - 1]?.item.id,
    next: asked[index + 1]?.item.id,
  }))
}

/** Where to go on: where one was, else the first question without an answer, else the first. */
export const findResumeItem = (questions: readonly Question[], position: string | null, answered: ReadonlyMap<string, unknown>): string | undefined => {
  const known = questions.find(({ item }) => item.id === position)
  const open = questions.find(({ item }) => !answered.has(item.id))
  return (known ?? open ?? questions[0])?.item.id
}

export const valueToChoice = (value: AnswerValue): string => (value.kind === 'level' ? `level-${value.level}` : value.kind)

const choices: Readonly<Record<string, AnswerValue>> = {
  'level-0': { kind: 'level', level: 0 },
  'level-1': { kind: 'level', level: 1 },
  'level-2': { kind: 'level', level: 2 },
  'level-3': { kind: 'level', level: 3 },
  'level-4': { kind: 'level', level: 4 },
  unknown: { kind: 'unknown' },
  not_applicable: { kind: 'not_applicable' },
}

export const choiceToValue = (choice: string): AnswerValue => {
  const value = choices[choice]
  if (!value) throw new Error(`No answer stands behind the choice ${choice}`)
  return value
}

export const relevanceOf = (answer: TimedAnswer | undefined): Relevance => answer?.relevance ?? 'normal'

type Counts = Readonly<Record<CheckKind, { questions: number; minutes: number }>>

/** As many as the framework has, until the catalogue says what the city has made of it. */
const usual: Readonly<Record<CheckKind, number>> = { quick: 6, full: 30 }

export const countsOf = (catalogue: CheckCatalogue | undefined): Counts => {
  const count = (kind: CheckKind) => {
    const questions = catalogue ? listQuestions(catalogue, kind).length : usual[kind]
    return { questions, minutes: Math.ceil(minutesFor(kind, questions)) }
  }
  return { quick: count('quick'), full: count('full') }
}
