/** Why an address was not read. Says nothing about where a name leads: `refused_address` is the same for every inner address. */
export const failureReasons = [
  'invalid_url', 'scheme', 'port', 'credentials', 'refused_address', 'dns', 'unreachable', 'reset', 'tls', 'timeout', 'redirects',
  'headers_too_large', 'too_large', 'encoding', 'protocol', 'not_html', 'not_text', 'crashed', 'cancelled',
] as const

export type FailureReason = (typeof failureReasons)[number]

/** A reason and nothing else: no address, no text of the system. */
export class WebFailure extends Error {
  override readonly name = 'WebFailure'
  readonly reason: FailureReason
  constructor(reason: FailureReason) {
    super(reason)
    this.reason = reason
  }
}

const byCode: Record<string, FailureReason> = {
  UND_ERR_HEADERS_OVERFLOW: 'headers_too_large',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_INVALID_ARG: 'invalid_url',
}

const patterns: [RegExp, FailureReason][] = [
  [/^UND_ERR_RESPONSE/, 'protocol'],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH|ERR_OSSL)/, 'tls'],
]

/** The reason of whatever a library threw; what is not known is a connection that broke. */
export const reasonOf = (error: unknown): FailureReason => {
  if (error instanceof WebFailure) return error.reason
  if (!(error instanceof Error)) return 'reset'
  if (error.name === 'HTTPParserError') return 'protocol'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = byCode[code] ?? patterns.find(([pattern]) => pattern.test(code))?.[1]
  return known ?? (error.cause instanceof Error ? reasonOf(error.cause) : 'reset')
}
