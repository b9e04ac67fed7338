import { createHash } from 'node:crypto'
import type { Prisma } from '@chung-tay/db/client'
import type { Database } from '@chung-tay/db/database'

// Each connection keeps what was named, so the names are bounded; what comes later runs unnamed.
const limit = 300
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= limit) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

/**
 * Runs hand-written SQL as a prepared statement outside of any transaction: for the few hot reads in `queries.ts`.
 * Whole numbers arrive as `number`, days as 'YYYY-MM-DD', moments as `Date`.
 */
export const select = async <Row extends object>({ pool }: Pick<Database, 'pool'>, { text, values }: Prisma.Sql): Promise<Row[]> => {
  const name = nameOf(text)
  const { rows } = await pool.query<Row>({ text, values, ...(name !== undefined && { name }) })
  return rows
}
