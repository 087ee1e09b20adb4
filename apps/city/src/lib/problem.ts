import { isErrorCode, isRetryable } from '@digitallotsen/domain/errors.ts'
import type { ErrorCode } from '@digitallotsen/domain/errors.ts'

export type Issue = { path: string; message: string }
/** A failed call as the screens see it; `unreached` where no answer of ours came back. */
export type Problem = { code: ErrorCode; unreached: boolean; issues: readonly Issue[]; retryAfter: number | undefined }

type Data = { code?: unknown; issues?: readonly Issue[]; details?: { retryAfterSeconds?: number } }

const dataOf = (error: unknown): Data | undefined =>
  typeof error === 'object' && error !== null && 'data' in error ? ((error.data as Data | null | undefined) ?? undefined) : undefined

export const problemOf = (error: unknown): Problem => {
  const data = dataOf(error)
  const issues = data?.issues ?? []
  const retryAfter = data?.details?.retryAfterSeconds
  if (isErrorCode(data?.code)) return { code: data.code, unreached: false, issues, retryAfter }
  return { code: 'server.unavailable', unreached: true, issues, retryAfter }
}

/** True where the same call may well succeed a little later. */
export const isPassing = (problem: Problem): boolean => problem.unreached || problem.code === 'rate.limited' || isRetryable(problem.code)
