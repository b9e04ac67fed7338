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

type Query = (...input: readonly unknown[]) => unknown

/**
 * Prisma reads the relations of a record at once, in a transaction on its one connection; pg gives up queueing them with version 9.
 * Calls with a callback are the pool's own, one for each connection it lends.
 */
const oneAtATime = (client: pg.PoolClient): void => {
  const send: Query = client.query.bind(client)
  let last: Promise<unknown> | null = null
  const query: Query = (...input) => {
    if (typeof input.at(-1) === 'function') return send(...input)
    const answer = last === null ? Promise.resolve(send(...input)) : last.then(() => send(...input))
    const done = answer.then(
      () => {},
      () => {},
    )
    last = done
    void done.then(() => {
      if (last === done) last = null
    })
    return answer
  }
  Object.assign(client, { query })
}

export const openPool = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max, types, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'chung-tay' })
  // Without a listener, a database that goes away would end the process. The next query reports it.
  pool.on('error', () => {})
  pool.on('connect', oneAtATime)
  return pool
}
