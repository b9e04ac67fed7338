import type { ErrorCode } from '@chung-tay/domain/errors'

/** One thing wrong with one field: `path` as in the form ("amount", "items.0.quantity"), `code` of the check, and its facts (minimum, format, …). */
export type FieldProblem = { path: string; code: string } & Readonly<Record<string, unknown>>
/** `OFFLINE` is the client's own: no answer came. */
export type ProblemCode = ErrorCode | 'OFFLINE'

/** A refusal of the server (RFC 9457), or no answer at all (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly details: Readonly<Record<string, unknown>>
  readonly fields: readonly FieldProblem[]
  readonly requestId: string | null

  constructor(status: number, code: ProblemCode, problem: { details?: Record<string, unknown>; fields?: FieldProblem[]; requestId?: string } = {}) {
    super(code)
    this.status = status
    this.code = code
    this.details = problem.details ?? {}
    this.fields = problem.fields ?? []
    this.requestId = problem.requestId ?? null
  }
}

const fromStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'NOT_READY',
}

type Problem = { code?: ErrorCode; details?: Record<string, unknown>; fields?: FieldProblem[]; requestId?: string }

/** A failed answer as an error; one that is no problem+json (a proxy's page, a file route) is named by its status. */
export const errorOf = async (response: Response): Promise<ApiError> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false
  const problem: Problem = isProblem ? ((await response.json()) as Problem) : {}
  return new ApiError(response.status, problem.code ?? fromStatus[response.status] ?? 'INTERNAL', problem)
}

export const codeOf = (error: unknown): ProblemCode => (error instanceof ApiError ? error.code : 'INTERNAL')
