import { TRPCError } from '@trpc/server'
import * as z from 'zod/mini'
import { LaneError, findSqlState } from '@digitallotsen/db/lane-errors.ts'
import { DomainError, trpcCodeOf, type ErrorCode } from '@digitallotsen/domain/errors.ts'

const laneCodes = {
  LOST: 'lane.lost', UNKNOWN: 'lane.unknown', CLOSED: 'lane.closed', DEADLINE: 'lane.deadline', ABORTED: 'lane.aborted', BUSY: 'lane.busy',
} as const satisfies Record<LaneError['code'], ErrorCode>

/** 57014 statement timeout · 55P03 lock timeout · 53xxx out of resources · 40001, 40P01 to be tried again. */
const busyStates = /^(57014|55P03|53...|40001|40P01)$/

/** The one place where an error of any kind becomes a code; what is not known is `server.internal`, and nothing of it is told. */
export const toDomainError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error
  if (error instanceof LaneError) return new DomainError(laneCodes[error.code], {}, { cause: error })
  if (error instanceof z.core.$ZodError) return new DomainError('input.invalid', {}, { cause: error })
  if (error instanceof TRPCError) return error.cause && !(error.cause instanceof TRPCError) && isKnown(error.cause) ? toDomainError(error.cause) : fromTrpc(error)
  const state = findSqlState(error)
  if (state && busyStates.test(state)) return new DomainError('server.busy', {}, { cause: error })
  return new DomainError('server.internal', {}, { cause: error })
}

const isKnown = (cause: Error) =>
  cause instanceof DomainError || cause instanceof LaneError || cause instanceof z.core.$ZodError || findSqlState(cause) !== undefined

const trpcToCode: Partial<Record<TRPCError['code'], ErrorCode>> = {
  PARSE_ERROR: 'request.malformed',
  BAD_REQUEST: 'request.malformed',
  NOT_FOUND: 'request.unknown',
  METHOD_NOT_SUPPORTED: 'request.method_not_allowed',
  UNSUPPORTED_MEDIA_TYPE: 'request.unsupported',
  PAYLOAD_TOO_LARGE: 'request.too_large',
}

const fromTrpc = (error: TRPCError) => new DomainError(trpcToCode[error.code] ?? 'server.internal', {}, { cause: error })

export const toTrpcError = (error: unknown): TRPCError => {
  const cause = toDomainError(error)
  return new TRPCError({ code: trpcCodeOf(cause.code), message: cause.code, cause })
}

/** Which field, and which of our codes or zod's: never the value that was sent. */
const issuesOf = (error: DomainError) =>
  error.cause instanceof z.core.$ZodError
    ? error.cause.issues.slice(0, 20).map(issue => ({ path: issue.path.map(String).join('.'), message: issue.message }))
    : []

export type ErrorData = {
  code: ErrorCode
  httpStatus: number
  details: DomainError['details']
  issues: { path: string; message: string }[]
}

export const errorData = (error: unknown, httpStatus: number): ErrorData => {
  const domain = toDomainError(error)
  return { code: domain.code, httpStatus, details: domain.details, issues: issuesOf(domain) }
}
