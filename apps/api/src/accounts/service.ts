import type { AccountRecord, accounts, Me } from '@chung-tay/contracts/accounts'
import type { Role } from '@chung-tay/domain/access/actor'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Clock, Context, Db, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { hashPassword, verifyPassword } from './auth.ts'
import { checkPassword, temporaryPassword } from './passwords.ts'

type Nothing = Record<string, never>

const shown = {
  employee: { select: { name: true } },
  sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
} as const

type Row = Awaited<ReturnType<typeof load>>
const load = (db: Db, id: string) => db.user.findUniqueOrThrow({ where: { id }, include: shown })

/** Sessions live by the real time, the program perhaps by the sample's: what people see is told in theirs. */
const lived = (instant: Date, clock: Clock): Date => new Date(instant.getTime() + clock.now().getTime() - Date.now())

const present = (row: Row, clock: Clock): AccountRecord => ({
  id: row.id,
  name: row.name,
  username: row.username ?? '',
  roles: row.roles,
  active: row.active,
  mustChangePassword: row.mustChangePassword,
  twoFactorEnabled: row.twoFactorEnabled,
  employeeId: row.employeeId,
  employeeName: row.employee?.name ?? null,
  lastSignInAt: row.sessions[0] ? lived(row.sessions[0].createdAt, clock) : null,
  version: row.version,
})

/** The history tells what was changed; a sign-in is no change. */
const told = ({ lastSignInAt: _, ...account }: AccountRecord) => account

export const getMe = async ({ db, actor, clock }: Context): Promise<Me> => {
  const [user, agency] = await Promise.all([db.user.findUniqueOrThrow({ where: { id: actor.userId } }), db.agency.findFirst()])
  return {
    userId: user.id,
    name: user.name,
    username: user.username ?? '',
    roles: [...actor.roles],
    employeeId: actor.employeeId,
    unitId: actor.unitId,
    headedUnitIds: [...actor.headedUnitIds],
    mustChangePassword: user.mustChangePassword,
    twoFactorEnabled: user.twoFactorEnabled,
    language: user.language === 'en' ? 'en' : 'vi',
    agency: agency && { name: agency.name, place: agency.place, sampleDay: agency.sampleDay && fromDbDate(agency.sampleDay) },
    today: clock.today(),
  }
}

export const setLanguage = async (context: WriteContext, language: 'vi' | 'en'): Promise<Nothing> => {
  await context.db.user.update({ where: { id: context.actor.userId }, data: { language } })
  await context.audit({ subject: 'User', id: context.actor.userId, after: { language } })
  return {}
}

const setPassword = async (db: Db, userId: string, password: string, mustChangePassword: boolean) => {
  await db.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password: await hashPassword(password) } })
  await db.session.deleteMany({ where: { userId } })
  await db.user.update({ where: { id: userId }, data: { mustChangePassword, version: { increment: 1 } } })
}

/** Every session ends, the one that asks too: a new one begins with the new password. */
export const changePassword = async (context: WriteContext, input: { currentPassword: string; newPassword: string }): Promise<Nothing> => {
  const { userId } = context.actor
  const user = await context.db.user.findUniqueOrThrow({ where: { id: userId }, include: { accounts: { where: { providerId: 'credential' } } } })
  const stored = user.accounts[0]?.password
  if (!stored || !(await verifyPassword(stored, input.currentPassword))) throw new DomainError('WRONG_PASSWORD')
  if (input.newPassword === input.currentPassword) throw new DomainError('WEAK_PASSWORD')
  checkPassword(input.newPassword, user.username ?? '')
  await setPassword(context.db, userId, input.newPassword, false)
  await context.audit({ subject: 'User', id: userId })
  return {}
}

export const signOutEverywhere = async (context: WriteContext): Promise<Nothing> => {
  await context.db.session.deleteMany({ where: { userId: context.actor.userId } })
  await context.audit({ subject: 'User', id: context.actor.userId })
  return {}
}

export const listAccounts = (context: Context, query: z.output<typeof accounts.list.query>) => {
  const text = query.q ?? ''
  const { column, direction } = orderOf(query.sort)
  const where = {
    AND: [
      scope(context, 'read', 'User'),
      query.role === undefined ? {} : { roles: { has: query.role } },
      query.active === undefined ? {} : { active: query.active },
      text === '' ? {} : { OR: [{ name: { contains: text, mode: 'insensitive' as const } }, { username: { contains: foldText(text) } }] },
    ],
  }
  return page(
    query,
    (window) => context.db.user.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
    () => context.db.user.count({ where }),
    (row) => present(row, context.clock),
  )
}

export const getAccount = async (context: Context, id: string) =>
  present(found(await context.db.user.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'User')] }, include: shown })), context.clock)

type NewAccount = { name: string; username: string; roles: Role[]; employeeId: string | null }

/** Also used where no session exists yet: the set-up and the sample. */
export const insertAccount = async (
  db: Db,
  { name, username, roles, employeeId }: NewAccount,
  passwordHash: string,
  mustChangePassword: boolean,
): Promise<string> => {
  const user = await db.user.create({
    // The sign-in library wants an address; this one can never receive anything (RFC 2606).
    data: { name, username, displayUsername: username, email: `${username}@chung-tay.invalid`, roles, employeeId, mustChangePassword },
  })
  await db.account.create({ data: { accountId: user.id, providerId: 'credential', userId: user.id, password: passwordHash } })
  return user.id
}

export const createAccount = async (context: WriteContext, input: NewAccount) => {
  const password = temporaryPassword()
  const id = await insertAccount(context.db, input, await hashPassword(password), true)
  const account = present(await load(context.db, id), context.clock)
  await context.audit({ subject: 'User', id, after: told(account) })
  return { account, temporaryPassword: password }
}

const loadForUpdate = async (context: WriteContext, id: string) =>
  found(await context.db.user.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'User')] }, include: shown }))

export const updateAccount = async (
  context: WriteContext,
  id: string,
  input: { name: string; roles: Role[]; employeeId: string | null; active: boolean },
) => {
  const before = await loadForUpdate(context, id)
  await context.db.user.update({ where: { id, version: context.version }, data: { ...input, version: { increment: 1 } } })
  if (!input.active) await context.db.session.deleteMany({ where: { userId: id } })
  const after = present(await load(context.db, id), context.clock)
  await context.audit({ subject: 'User', id, before: told(present(before, context.clock)), after: told(after) })
  return after
}

export const resetPassword = async (context: WriteContext, id: string) => {
  const before = await loadForUpdate(context, id)
  if (before.version !== context.version) throw new DomainError('STALE')
  const password = temporaryPassword()
  await setPassword(context.db, id, password, true)
  await context.audit({ subject: 'User', id })
  return { temporaryPassword: password }
}
