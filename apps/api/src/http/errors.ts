import { isLockTimeout, isRetryable, sqlStateOf } from '@chung-tay/db/database-errors'
import { DomainError, type ErrorCode } from '@chung-tay/domain/errors'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

const statuses: Record<ErrorCode, number> = {
  INVALID: 400,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  SETUP_TOKEN_INVALID: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  DUPLICATE: 409,
  IN_USE: 409,
  IN_FLIGHT: 409,
  BUSY: 409,
  ALREADY_SET_UP: 409,
  TRANSITION_NOT_ALLOWED: 409,
  EXTENSION_WAITS: 409,
  ALREADY_ANSWERED: 409,
  STILL_HEAD: 409,
  UNIT_CLOSED: 409,
  VALID_FROM_REFUSED: 409,
  CAMPAIGN_CLOSED: 409,
  CAMPAIGN_NOT_APPROVED: 409,
  FUND_OVERDRAWN: 409,
  FUND_INACTIVE: 409,
  BOOKS_CLOSED: 409,
  BOOKS_NOT_READY: 409,
  BOOKS_NOT_CLOSED: 409,
  OPENING_REFUSED: 409,
  LETTER_REFUSED: 409,
  BOOKS_WRONG: 409,
  ALREADY_VOIDED: 409,
  BANK_ACCOUNT_UNKNOWN: 409,
  STATEMENT_KNOWN: 409,
  BANK_LINE_DONE: 409,
  BANK_LINE_EXCEEDED: 422,
  DONATION_LINKED: 409,
  RETURN_DOES_NOT_FIT: 422,
  STOCK_SHORT: 409,
  ALREADY_HANDED_OUT: 409,
  UNDO_BY_ANOTHER: 409,
  GIVEN_BY_ANOTHER: 409,
  LIST_NOT_APPROVED: 409,
  LINE_EXCLUDED: 409,
  GIFT_GIVEN: 409,
  STOCK_ISSUED: 409,
  NOTHING_TO_ISSUE: 409,
  COUNT_OPEN: 409,
  COUNT_INCOMPLETE: 422,
  NOTHING_TO_COUNT: 409,
  STOCK_MOVED: 409,
  KIT_REFUSED: 409,
  KIT_FUNDS: 409,
  CHILD_STAYS_OUT: 409,
  BUDGET_SHORT: 409,
  ALREADY_NOMINATED: 409,
  NOTHING_TO_DECIDE: 409,
  TOO_MANY_GUARDIANS: 409,
  MERGE_REFUSED: 409,
  MERGE_STANDS: 409,
  ERASE_BY_ANOTHER: 409,
  REPORT_SIGNED: 409,
  PACKAGE_UNREADABLE: 422,
  PACKAGE_ALTERED: 422,
  PACKAGE_OLDER: 409,
  SENDER_UNKNOWN: 409,
  FIGURES_LOCKED: 409,
  FIGURES_NOT_CONFIRMED: 409,
  ANNEX_EMPTY: 422,
  ANNEX_LINE_REFUSED: 422,
  REPORT_NOT_ISSUED: 409,
  REPORT_REPLACED: 409,
  SENT_DAY_REFUSED: 409,
  STALE: 412,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  HEAD_OUTSIDE_UNIT: 422,
  IMPORT_UNREADABLE: 422,
  PLAN_INCOMPLETE: 422,
  REASON_REQUIRED: 422,
  EVIDENCE_REQUIRED: 422,
  STEPS_OPEN: 422,
  TIER_DOES_NOT_FIT: 422,
  CHILD_TOO_OLD: 422,
  CONSENT_MISSING: 422,
  PHOTO_NEEDS_CONSENT: 422,
  CHILD_AGREEMENT_REQUIRED: 422,
  PROXY_RELATION_REQUIRED: 422,
  LIST_EMPTY: 422,
  FUND_REQUIRED: 422,
  FILE_NOT_YOURS: 422,
  WRONG_PASSWORD: 422,
  WEAK_PASSWORD: 422,
  VERSION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  NOT_READY: 503,
  INTERNAL: 500,
}

/** RFC 9457 with the code the client turns into a sentence; `fields` locate what was wrong with the input. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
  fields: z.array(z.looseObject({ path: z.string(), code: z.string() })).optional(),
  requestId: z.string(),
})

/** A request whose shape is wrong: zod's issues, each at its field ("amount", "items.0.quantity"). */
export class InvalidRequest extends DomainError {
  readonly fields: z.core.$ZodIssue[]

  constructor(fields: z.core.$ZodIssue[]) {
    super('INVALID')
    this.fields = fields
  }
}

/** A rule about one field that the contract alone cannot know (it needs today, or another record). */
export const invalidField = (path: string, code: string, facts: Record<string, unknown> = {}): InvalidRequest =>
  new InvalidRequest([{ code: 'custom', path: path.split('.'), message: '', params: { ...facts, code } }])

const fieldOf = ({ path, code, message: _, input: __, ...parameters }: z.core.$ZodIssue) => {
  const { params, ...rest } = parameters as { params?: { code?: string } } & Record<string, unknown>
  return { path: path.join('.'), code: params?.code ?? code, ...shown(rest) }
}

// Only plain facts (minimum, format, options) leave; patterns and nested unions say nothing to a person.
const shown = (facts: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(facts).filter(([key]) => ['minimum', 'maximum', 'format', 'expected', 'origin', 'values', 'divisor'].includes(key)),
  )

const constraintCodes: Record<string, ErrorCode> = {
  BankLineState_allocated_within: 'BANK_LINE_EXCEEDED',
  FundBalance_asset_not_negative: 'FUND_OVERDRAWN',
  JournalEntry_books_open: 'BOOKS_CLOSED',
  GiftKind_stock_not_negative: 'STOCK_SHORT',
  StockMovement_balance_not_negative: 'STOCK_SHORT',
  StockLot_left_within: 'STOCK_ISSUED',
  HandOut_line_stands: 'LINE_EXCLUDED',
  GiftListLine_given_stays: 'GIFT_GIVEN',
  Guardian_at_most_two: 'TOO_MANY_GUARDIANS',
  HandOut_line_on_list: 'LINE_EXCLUDED',
}

const constraintOf = (error: unknown): string | undefined =>
  /constraint:? [`"“]?(\w+)|violates check constraint "(\w+)"/.exec(String(error))?.slice(1).find(Boolean)

const fromSqlState: Partial<Record<string, (error: unknown) => DomainError>> = {
  '23505': (error) => new DomainError('DUPLICATE', { constraint: constraintOf(error) }),
  '23503': () => new DomainError('NOT_FOUND', { reference: true }),
  '23001': () => new DomainError('IN_USE'),
  '23514': (error) => {
    const constraint = Object.keys(constraintCodes).find((name) => describe(error).includes(name))
    return new DomainError(constraintCodes[constraint ?? ''] ?? 'CONFLICT', { constraint: constraint ?? constraintOf(error) })
  },
  '22021': () => new DomainError('INVALID'),
  '22003': () => new DomainError('INVALID'),
  '57014': () => new DomainError('BUSY'),
}

const describe = (error: unknown): string => {
  const { message, meta, constraint } = error as { message?: string; meta?: unknown; constraint?: string }
  return `${message ?? ''} ${constraint ?? ''} ${JSON.stringify(meta ?? null)}`
}

const prismaCodes: Record<string, (error: { meta?: Record<string, unknown> }, versioned: boolean) => DomainError> = {
  P2002: ({ meta }) => new DomainError('DUPLICATE', { fields: duplicateFields(meta) }),
  P2003: () => new DomainError('NOT_FOUND', { reference: true }),
  P2020: () => new DomainError('INVALID'),
  P2025: (_, versioned) => new DomainError(versioned ? 'STALE' : 'NOT_FOUND'),
  P2028: () => new DomainError('BUSY'),
}

// The driver names the index, such as "Unit_shortName_key"; its columns are the form's fields.
const duplicateFields = (meta?: Record<string, unknown>): readonly string[] => {
  type Cause = { constraint?: { fields?: string[]; index?: string }; table?: string }
  const { constraint, table } = (meta?.driverAdapterError as { cause?: Cause } | undefined)?.cause ?? {}
  const [, columns] = new RegExp(`^${table}_(.+)_key$`).exec(constraint?.index ?? '') ?? []
  return columns?.split('_') ?? constraint?.fields ?? []
}

const fromFastify = (status: number): ErrorCode | undefined =>
  (({ 400: 'INVALID', 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE', 429: 'TOO_MANY_REQUESTS' }) as const)[status]

/** Every failure as a refusal with a code; undefined is a fault of the program. */
export const refusalOf = (error: unknown, versioned = false): DomainError | undefined => {
  if (error instanceof DomainError) return error
  if (error instanceof z.ZodError) return new InvalidRequest(error.issues)
  if (isRetryable(error) || isLockTimeout(error)) return new DomainError('BUSY')
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number }
  const known = prismaCodes[code]?.(error as { meta?: Record<string, unknown> }, versioned) ?? fromSqlState[sqlStateOf(error) ?? '']?.(error)
  if (known) return known
  const fastify = statusCode < 500 ? (fromFastify(statusCode) ?? 'INVALID') : undefined
  return fastify && new DomainError(fastify)
}

const transient = new Set<ErrorCode>(['IN_FLIGHT', 'BUSY', 'NOT_READY'])

/** The one place where a failure becomes an answer: a code with its data outside, the whole story in the log. */
export const handleErrors = (app: FastifyInstance) => {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request.routeOptions.config.contract?.versioned === true)
    if (!refusal) request.log.error({ err: error }, 'request failed')
    const code = refusal?.code ?? 'INTERNAL'
    if (transient.has(code)) reply.header('retry-after', '1')
    return reply
      .code(statuses[code])
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: code,
          status: statuses[code],
          code,
          details: refusal?.details ?? {},
          ...(refusal instanceof InvalidRequest && { fields: refusal.fields.map(fieldOf) }),
          requestId: request.id,
        }),
      )
  })
  app.setNotFoundHandler(() => {
    throw new DomainError('NOT_FOUND')
  })
}

export const statusOf = (code: ErrorCode): number => statuses[code]
