/** Every way a request can be refused, by name. The map to HTTP stands in `apps/api/src/http/errors.ts`, the sentences in the client. */
export type ErrorCode =
  | 'INVALID'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'DUPLICATE'
  | 'IN_USE'
  | 'STALE'
  | 'VERSION_REQUIRED'
  | 'IDEMPOTENCY_KEY_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IN_FLIGHT'
  | 'BUSY'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'NOT_READY'
  | 'INTERNAL'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'WRONG_PASSWORD'
  | 'WEAK_PASSWORD'
  | 'ALREADY_SET_UP'
  | 'SETUP_TOKEN_INVALID'
  | 'TRANSITION_NOT_ALLOWED'
  | 'REASON_REQUIRED'
  | 'EVIDENCE_REQUIRED'
  | 'HEAD_OUTSIDE_UNIT'
  | 'STILL_HEAD'
  | 'UNIT_CLOSED'
  | 'VALID_FROM_REFUSED'
  | 'IMPORT_UNREADABLE'
  | 'PLAN_INCOMPLETE'
  | 'CAMPAIGN_CLOSED'
  | 'CAMPAIGN_NOT_APPROVED'
  | 'FUND_OVERDRAWN'
  | 'FUND_INACTIVE'
  | 'ALREADY_VOIDED'
  | 'STOCK_SHORT'
  | 'ALREADY_HANDED_OUT'
  | 'LIST_NOT_APPROVED'
  | 'LIST_EMPTY'
  | 'LINE_EXCLUDED'
  | 'PROXY_RELATION_REQUIRED'
  | 'CHILD_AGREEMENT_REQUIRED'
  | 'CHILD_TOO_OLD'
  | 'ALREADY_NOMINATED'
  | 'TIER_DOES_NOT_FIT'
  | 'NOTHING_TO_DECIDE'
  | 'CONSENT_MISSING'
  | 'TOO_MANY_GUARDIANS'
  | 'REPORT_SIGNED'
  | 'REPORT_NOT_ISSUED'
  | 'REPORT_REPLACED'
  | 'SENT_DAY_REFUSED'
  | 'FILE_NOT_YOURS'

/** A rule said no. `details` carries what the screen needs to explain it: names, amounts, the record in the way. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
