import type { Role } from '@chung-tay/domain/access/actor'
import type { Db } from './agency.ts'

type NewAccount = { username: string; name: string; roles?: readonly Role[]; employeeId?: string | null; passwordHash: string }

/** An account that may sign in at once. The hash is made by who knows how (the API). */
export const makeAccount = async (db: Db, { username, name, roles = [], employeeId = null, passwordHash }: NewAccount): Promise<string> => {
  const user = await db.user.create({
    data: {
      username,
      displayUsername: username,
      name,
      email: `${username}@chung-tay.invalid`,
      roles: [...roles],
      employeeId,
      mustChangePassword: false,
    },
  })
  await db.account.create({ data: { accountId: user.id, providerId: 'credential', userId: user.id, password: passwordHash } })
  return user.id
}
