import { createMemo, createSignal } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { Answer, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Shelf } from '../../lib/storage.ts'
import { closeCheck, readAnswers, readRecord, writeAnswer, writeRecord } from './answer-store.ts'
import type { CheckRecord, StoredAnswer } from './answer-store.ts'

/** What the queue sends in one call. */
export type Batch = { answers: TimedAnswer[]; position?: string }

export type AnswersState = {
  answers: Accessor<ReadonlyMap<string, TimedAnswer>>
  record: Accessor<CheckRecord>
  hasUnsent: Accessor<boolean>
  hasAny: Accessor<boolean>
  give(answer: Answer, now: Date): void
  visit(itemId: string): void
  /** Takes in what another tab wrote to the shelf. */
  reread(): void
  /** Takes in what the server holds. */
  receive(answers: readonly TimedAnswer[]): void
  nextBatch(): Batch | undefined
  settle(batch: Batch, stale: readonly TimedAnswer[]): void
  close(): void
}

/** The server's limit for one save. */
const mostPerBatch = 30

type Stored = ReadonlyMap<string, StoredAnswer>

/** The later answer wins; of the same answer the confirmed one. */
const isNewer = (incoming: StoredAnswer, known: StoredAnswer | undefined): boolean => {
  if (!known || incoming.answer.answeredAt > known.answer.answeredAt) return true
  return incoming.answer.answeredAt === known.answer.answeredAt && incoming.sent && !known.sent
}

/** A clock that runs behind must not make a new answer look older than the one it replaces. */
const timeAfter = (known: StoredAnswer | undefined, now: Date): string =>
  new Date(Math.max(now.getTime(), known ? Date.parse(known.answer.answeredAt) + 1 : 0)).toISOString()

const byTime = (a: StoredAnswer, b: StoredAnswer): number => (a.answer.answeredAt < b.answer.answeredAt ? -1 : 1)

export const createAnswersState = (shelf: Shelf, assessmentId: string, initial: CheckRecord): AnswersState => {
  const [stored, setStored] = createSignal<Stored>(new Map(readAnswers(shelf, assessmentId).map(one => [one.answer.itemId, one])))
  const [record, setRecord] = createSignal(initial)

  const take = (incoming: readonly StoredAnswer[], write: boolean): void => {
    const known = stored()
    const newer = incoming.filter(one => isNewer(one, known.get(one.answer.itemId)))
    if (newer.length === 0) return
    if (write) for (const one of newer) writeAnswer(shelf, assessmentId, one)
    setStored(new Map([...known, ...newer.map(one => [one.answer.itemId, one] as const)]))
  }
  const keep = (next: CheckRecord): void => {
    writeRecord(shelf, assessmentId, next)
    setRecord(next)
  }
  const unsent = createMemo(() => [...stored().values()].filter(one => !one.sent).toSorted(byTime))
  const position = () => (record().positionSent ? undefined : (record().position ?? undefined))

  return {
    record,
    answers: createMemo(() => new Map([...stored()].map(([itemId, one]) => [itemId, one.answer]))),
    hasAny: () => stored().size > 0,
    hasUnsent: () => unsent().length > 0,
    give: (answer, now) => take([{ answer: { ...answer, answeredAt: timeAfter(stored().get(answer.itemId), now) }, sent: false }], true),
    visit: itemId => {
      if (record().position !== itemId) keep({ ...record(), position: itemId, positionSent: false })
    },
    reread: () => {
      take(readAnswers(shelf, assessmentId), false)
      const other = readRecord(shelf, assessmentId)
      if (other?.submitted) setRecord(other)
    },
    receive: answers => take(answers.map(answer => ({ answer, sent: true })), true),
    nextBatch: () => {
      const last = [...stored().values()].toSorted(byTime).at(-1)
      const chosen = unsent().length > 0 ? unsent().slice(0, mostPerBatch) : position() && last ? [last] : []
      if (chosen.length === 0) return undefined
      const at = position()
      return { answers: chosen.map(one => one.answer), ...(at === undefined ? {} : { position: at }) }
    },
    settle: (batch, stale) => {
      take([...batch.answers, ...stale].map(answer => ({ answer, sent: true })), true)
      if (batch.position !== undefined && batch.position === record().position) keep({ ...record(), positionSent: true })
    },
    close: () => {
      closeCheck(shelf, assessmentId)
      setRecord({ ...record(), submitted: true })
    },
  }
}
