const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const SQL_STATE = /^[0-9A-Z]{5}$/

/** Prisma's names for a lost transaction, which hide the SQLSTATE. */
const PRISMA_CONFLICT = 'P2034'

/** PostgreSQL's SQLSTATE of an error from `pg`, from Prisma's adapter, or from Prisma around it. */
export const sqlStateOf = (error: unknown): string | undefined => {
  if (!isRecord(error)) return undefined
  const own = text(error.originalCode) ?? text(error.code)
  // Prisma's own codes (P2002) look like a SQLSTATE but for the digits after the P.
  if (own && SQL_STATE.test(own) && !/^P[0-9]{4}$/.test(own)) return own
  const inside = isRecord(error.meta) ? error.meta.driverAdapterError : undefined
  return sqlStateOf(inside) ?? sqlStateOf(error.cause)
}

/** True when the same transaction may succeed if tried again: a serialisation failure, a deadlock, or Prisma's word for either. */
export const isRetryable = (error: unknown): boolean =>
  ['40001', '40P01'].includes(sqlStateOf(error) ?? '') ||
  (isRecord(error) && (error.code === PRISMA_CONFLICT || (isRecord(error.cause) && error.cause.kind === 'TransactionWriteConflict')))

/** True when a row stayed locked by somebody else for longer than the role's lock_timeout. */
export const isLockTimeout = (error: unknown): boolean => sqlStateOf(error) === '55P03'
