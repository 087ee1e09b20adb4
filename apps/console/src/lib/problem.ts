import { isErrorCode, isRetryable } from '@digitallotsen/domain/errors.ts'
import type { ErrorCode } from '@digitallotsen/domain/errors.ts'

/** A failed call as the screens see it; `unreached` where no answer of ours came back. */
export type Problem = { code: ErrorCode; unreached: boolean }

const codeIn = (error: unknown): unknown => {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined
  return typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined
}

export const problemOf = (error: unknown): Problem => {
  const code = codeIn(error)
  return isErrorCode(code) ? { code, unreached: false } : { code: 'server.unavailable', unreached: true }
}

/** True where the same call may well succeed a little later. */
export const isPassing = ({ code, unreached }: Problem): boolean => unreached || isRetryable(code)

/** True where a person may hope for another answer: not where something is absent or not allowed. */
export const mayHelpAgain = (problem: Problem): boolean => isPassing(problem) || problem.code === 'server.internal' || problem.code === 'rate.limited'

export const needsSignIn = ({ code }: Problem): boolean => code === 'session.missing' || code === 'session.expired'
