import pg from 'pg'

const INT8 = 20
const DATE = 1082

const readInteger = (text: string): number | bigint => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, readInteger],
  [DATE, (text) => text],
])

/** Whole numbers as `number` while that is exact, days as 'YYYY-MM-DD'. Prisma brings its own parsers with every query. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
}

export const openPool = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max, types, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'chung-tay' })
  // Without a listener, a database that goes away would end the process. The next query reports it.
  pool.on('error', () => {})
  return pool
}
