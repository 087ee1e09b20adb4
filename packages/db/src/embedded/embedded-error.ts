/** Why the embedded database could not be brought up; the message is one German sentence for the person at the terminal. */
export type EmbeddedErrorCode =
  | 'embedded.platform_unsupported'
  | 'embedded.binaries_missing'
  | 'embedded.binaries_unusable'
  | 'embedded.account_missing'
  | 'embedded.foreign_files'
  | 'embedded.files_missing'
  | 'embedded.other_version'
  | 'embedded.password_missing'
  | 'embedded.init_failed'
  | 'embedded.port_taken'
  | 'embedded.start_failed'
  | 'embedded.stop_failed'

export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode

  constructor(code: EmbeddedErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EmbeddedError'
    this.code = code
  }
}
