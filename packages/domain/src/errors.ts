/** The names tRPC gives its errors, as far as ours fall under them. */
export type TrpcCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_SUPPORTED'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNPROCESSABLE_CONTENT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE'

/** Every error the product can tell somebody, with the tRPC name it travels under: the closed list of codes. */
export const trpcCodes = {
  'tenant.unknown_host': 'NOT_FOUND',
  'city.not_found': 'NOT_FOUND',
  'city.paused': 'SERVICE_UNAVAILABLE',
  'page.not_found': 'NOT_FOUND',

  'session.missing': 'UNAUTHORIZED',
  'session.expired': 'UNAUTHORIZED',
  'session.not_found': 'NOT_FOUND',
  'role.forbidden': 'FORBIDDEN',
  'origin.foreign': 'FORBIDDEN',
  'code.wrong': 'UNPROCESSABLE_CONTENT',
  'code.expired': 'UNPROCESSABLE_CONTENT',
  'code.too_many_attempts': 'TOO_MANY_REQUESTS',
  'link.invalid': 'UNPROCESSABLE_CONTENT',
  'passkey.required': 'FORBIDDEN',
  'passkey.refused': 'UNPROCESSABLE_CONTENT',
  'email.invalid': 'BAD_REQUEST',
  'email.taken': 'CONFLICT',
  'consent.required': 'UNPROCESSABLE_CONTENT',
  'rate.limited': 'TOO_MANY_REQUESTS',

  'input.invalid': 'BAD_REQUEST',
  'text.malformed': 'BAD_REQUEST',
  'text.single_line': 'BAD_REQUEST',
  'date.out_of_range': 'BAD_REQUEST',
  'date.order': 'BAD_REQUEST',
  'hours.overlapping': 'BAD_REQUEST',
  'hours.day_twice': 'BAD_REQUEST',
  'link.malformed': 'BAD_REQUEST',
  'phone.malformed': 'BAD_REQUEST',
  'list.doubled': 'BAD_REQUEST',
  'postcode.foreign': 'UNPROCESSABLE_CONTENT',
  'district.unknown': 'UNPROCESSABLE_CONTENT',

  'assessment.not_found': 'NOT_FOUND',
  'assessment.key_wrong': 'NOT_FOUND',
  'assessment.already_submitted': 'CONFLICT',
  'assessment.not_submitted': 'PRECONDITION_FAILED',
  'assessment.already_claimed': 'CONFLICT',
  'assessment.nothing_answered': 'UNPROCESSABLE_CONTENT',
  'assessment.not_comparable': 'UNPROCESSABLE_CONTENT',
  'assessment.not_offered': 'UNPROCESSABLE_CONTENT',
  'answer.item_unknown': 'UNPROCESSABLE_CONTENT',
  'answer.not_applicable_not_offered': 'UNPROCESSABLE_CONTENT',

  'person.not_found': 'NOT_FOUND',
  'merchant.not_found': 'NOT_FOUND',
  'merchant.not_active': 'CONFLICT',
  'plan.not_found': 'NOT_FOUND',
  'task.not_found': 'NOT_FOUND',
  'task.evidence_required': 'UNPROCESSABLE_CONTENT',
  'task.reason_required': 'UNPROCESSABLE_CONTENT',
  'task.too_many_active': 'CONFLICT',
  'task.state_conflict': 'CONFLICT',
  'evidence.not_found': 'NOT_FOUND',
  'evidence.too_many': 'CONFLICT',

  'listing.not_found': 'NOT_FOUND',
  'listing.not_offered': 'UNPROCESSABLE_CONTENT',
  'listing.conflict': 'CONFLICT',
  'listing.incomplete': 'UNPROCESSABLE_CONTENT',
  'listing.nothing_waiting': 'CONFLICT',
  'listing.not_published': 'CONFLICT',
  'listing.version_stale': 'CONFLICT',
  'listing.too_many_photos': 'CONFLICT',
  'category.unknown': 'UNPROCESSABLE_CONTENT',
  'offer.not_found': 'NOT_FOUND',
  'offer.ended': 'UNPROCESSABLE_CONTENT',
  'offer.own_business': 'UNPROCESSABLE_CONTENT',
  'offer.state_conflict': 'CONFLICT',
  'offer.too_many_partners': 'CONFLICT',
  'reason.required': 'UNPROCESSABLE_CONTENT',

  'handover.not_found': 'NOT_FOUND',
  'handover.closed': 'CONFLICT',
  'handover.already_open': 'CONFLICT',
  'handover.not_to_hand_over': 'CONFLICT',
  'handover.same_guide': 'UNPROCESSABLE_CONTENT',
  'handover.nobody_named': 'PRECONDITION_FAILED',
  'handover.sheet_incomplete': 'PRECONDITION_FAILED',
  'handover.not_informed': 'PRECONDITION_FAILED',
  'handover.objected': 'CONFLICT',

  'guide.not_found': 'NOT_FOUND',
  'guide.state_conflict': 'CONFLICT',
  'guide.not_ready': 'PRECONDITION_FAILED',
  'guide.has_open_cases': 'CONFLICT',
  'guide.stage_not_reached': 'PRECONDITION_FAILED',
  'guide.module_unknown': 'UNPROCESSABLE_CONTENT',
  'guide.commitment_outdated': 'CONFLICT',
  'guide.choice_unknown': 'UNPROCESSABLE_CONTENT',
  'application.not_found': 'NOT_FOUND',
  'application.state_conflict': 'CONFLICT',
  'application.already_guide': 'CONFLICT',

  'matching.busy': 'SERVICE_UNAVAILABLE',
  'matching.rule_broken': 'CONFLICT',
  'mentorship.not_found': 'NOT_FOUND',
  'assignment.not_found': 'NOT_FOUND',
  'mentorship.already_open': 'CONFLICT',
  'mentorship.guide_unavailable': 'CONFLICT',
  'mentorship.phase_blocked': 'PRECONDITION_FAILED',
  'mentorship.state_conflict': 'CONFLICT',
  'mentorship.check_released': 'CONFLICT',
  'note.not_found': 'NOT_FOUND',
  'text.secret': 'BAD_REQUEST',
  'visit.begun': 'CONFLICT',
  'visit.length': 'BAD_REQUEST',
  'visit.no_guide': 'PRECONDITION_FAILED',
  'visit.not_found': 'NOT_FOUND',
  'visit.own_offer': 'CONFLICT',
  'visit.past': 'UNPROCESSABLE_CONTENT',
  'visit.slot_count': 'UNPROCESSABLE_CONTENT',
  'visit.slot_gone': 'CONFLICT',
  'visit.slot_taken': 'CONFLICT',
  'visit.state_conflict': 'CONFLICT',
  'visit.time_left_out': 'UNPROCESSABLE_CONTENT',
  'visit.time_twice': 'UNPROCESSABLE_CONTENT',
  'visit.too_far': 'UNPROCESSABLE_CONTENT',
  'visit.too_many_open': 'CONFLICT',

  'website.not_offered': 'UNPROCESSABLE_CONTENT',
  'website.address_malformed': 'BAD_REQUEST',
  'website.audit_not_found': 'NOT_FOUND',
  'website.not_comparable': 'UNPROCESSABLE_CONTENT',
  'website.measure_not_concerned': 'UNPROCESSABLE_CONTENT',

  'file.not_found': 'NOT_FOUND',
  'file.too_large': 'PAYLOAD_TOO_LARGE',
  'file.not_an_image': 'UNSUPPORTED_MEDIA_TYPE',
  'file.too_many_pixels': 'PAYLOAD_TOO_LARGE',
  'file.quota_exceeded': 'CONFLICT',

  'request.malformed': 'BAD_REQUEST',
  'request.unknown': 'NOT_FOUND',
  'request.method_not_allowed': 'METHOD_NOT_SUPPORTED',
  'request.too_large': 'PAYLOAD_TOO_LARGE',
  'request.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'idempotency.missing': 'BAD_REQUEST',
  'idempotency.reused': 'CONFLICT',
  'idempotency.in_progress': 'CONFLICT',

  'lane.busy': 'SERVICE_UNAVAILABLE',
  'lane.lost': 'SERVICE_UNAVAILABLE',
  'lane.unknown': 'SERVICE_UNAVAILABLE',
  'lane.closed': 'INTERNAL_SERVER_ERROR',
  'lane.deadline': 'SERVICE_UNAVAILABLE',
  'lane.aborted': 'INTERNAL_SERVER_ERROR',

  'mail.not_found': 'NOT_FOUND',
  'mail.outdated': 'CONFLICT',
  'mail.unavailable': 'SERVICE_UNAVAILABLE',
  'server.busy': 'SERVICE_UNAVAILABLE',
  'server.unavailable': 'SERVICE_UNAVAILABLE',
  'server.storage_full': 'SERVICE_UNAVAILABLE',
  'server.internal': 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<`${string}.${string}`, TrpcCode>

export type ErrorCode = keyof typeof trpcCodes

const httpStatuses: Record<TrpcCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

/** Figures and ids that help the reader (`retryAfterSeconds`, `itemId`); never a secret, an address or a stack. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** The one error that crosses rooms: a code with a text in every language, and details that may be shown to the caller. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }
}

/** True for a code of the closed list; anything else, inherited property names included, is refused. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(trpcCodes, value)

/** The tRPC name of a code; promises one for every code. */
export const trpcCodeOf = (code: ErrorCode): TrpcCode => trpcCodes[code]

/** The HTTP status of a code on routes outside tRPC; an unknown host is 421, which tRPC has no name for (RFC 9110 §15.5.20). */
export const httpStatusOf = (code: ErrorCode): number =>
  code === 'tenant.unknown_host' ? 421 : httpStatuses[trpcCodes[code]]

const worthRepeating: ReadonlySet<ErrorCode> = new Set([
  'idempotency.in_progress',
  'lane.busy',
  'lane.lost',
  'lane.unknown',
  'lane.deadline',
  'mail.unavailable',
  'server.busy',
  'server.unavailable',
])

/** True where the same request, with the same idempotency key, may well succeed a little later; refuses to say so of anything else. */
export const isRetryable = (code: ErrorCode): boolean => worthRepeating.has(code)
