export type StartErrorCode =
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_UNUSABLE'
  | 'DATABASE_NEWER'
  | 'DATABASE_UNREACHABLE'
  | 'DISK_FULL'
  | 'MIGRATION_FAILED'
  | 'ROLE_NOT_ALLOWED'
  | 'SAMPLE_REFUSED'

/** Why the server cannot start: `message` is one English line for the log, `details` what an operator needs besides. Neither holds a secret. */
export class StartError extends Error {
  readonly code: StartErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(code: StartErrorCode, message: string, details: Record<string, string> = {}) {
    super(message)
    this.name = 'StartError'
    this.code = code
    this.details = details
  }
}
