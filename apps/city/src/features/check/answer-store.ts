import type { CheckKind, CheckMoment, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { readJson, writeJson } from '../../lib/storage.ts'
import type { Shelf } from '../../lib/storage.ts'

/** What this device knows of a check besides its answers. */
export type CheckRecord = {
  /** The capability; null where the right comes from being signed in. */
  key: string | null
  kind: CheckKind
  moment: CheckMoment
  startedAt: string
  position: string | null
  positionSent: boolean
  submitted: boolean
}
/** An answer and whether the server has confirmed it. */
export type StoredAnswer = { answer: TimedAnswer; sent: boolean }

export const shelfPrefix = 'dl:check:'
const recordKey = (assessmentId: string) => `${shelfPrefix}${assessmentId}:record`
const answerPrefix = (assessmentId: string) => `${shelfPrefix}${assessmentId}:answer:`

export const readRecord = (shelf: Shelf, assessmentId: string): CheckRecord | undefined => readJson(shelf, recordKey(assessmentId))
export const writeRecord = (shelf: Shelf, assessmentId: string, record: CheckRecord): boolean => writeJson(shelf, recordKey(assessmentId), record)

/** One entry per answer: two tabs that write at once cannot take each other's answers away. */
export const readAnswers = (shelf: Shelf, assessmentId: string): StoredAnswer[] => {
  const prefix = answerPrefix(assessmentId)
  const keys = shelf.keys().filter(key => key.startsWith(prefix))
  return keys.flatMap(key => readJson<StoredAnswer>(shelf, key) ?? [])
}

export const writeAnswer = (shelf: Shelf, assessmentId: string, stored: StoredAnswer): boolean =>
  writeJson(shelf, answerPrefix(assessmentId) + stored.answer.itemId, stored)

export const forgetAnswers = (shelf: Shelf, assessmentId: string): void => {
  const prefix = answerPrefix(assessmentId)
  for (const key of shelf.keys()) if (key.startsWith(prefix)) shelf.removeItem(key)
}

/** After the evaluation the server holds everything; the key stays, so that the result opens again. */
export const closeCheck = (shelf: Shelf, assessmentId: string): void => {
  const record = readRecord(shelf, assessmentId)
  if (record && !record.submitted) writeRecord(shelf, assessmentId, { ...record, submitted: true })
  forgetAnswers(shelf, assessmentId)
}

export const forgetCheck = (shelf: Shelf, assessmentId: string): void => {
  forgetAnswers(shelf, assessmentId)
  shelf.removeItem(recordKey(assessmentId))
}

export const countAnswers = (shelf: Shelf, assessmentId: string): number => readAnswers(shelf, assessmentId).length

/** The checks begun on this device and not yet evaluated, the latest first. */
export const listOpenChecks = (shelf: Shelf): { assessmentId: string; record: CheckRecord }[] => {
  const ids = shelf.keys().flatMap(key => (key.startsWith(shelfPrefix) && key.endsWith(':record') ? key.slice(shelfPrefix.length, -':record'.length) : []))
  const checks = ids.flatMap(assessmentId => {
    const record = readRecord(shelf, assessmentId)
    return record && !record.submitted ? [{ assessmentId, record }] : []
  })
  return checks.toSorted((a, b) => (a.record.startedAt < b.record.startedAt ? 1 : -1))
}
