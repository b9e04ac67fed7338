import type { Db } from '../http/context.ts'

/** The names of accounts, for records that keep who did something beyond the account's life. */
export const namesOfUsers = async (db: Db, ids: readonly (string | null | undefined)[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string')
  if (wanted.length === 0) return new Map()
  const users = await db.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}
