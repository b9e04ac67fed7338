import { roles } from '@chung-tay/domain/access/actor'
import { z } from 'zod'
import { day, id, instant, line, queryFlag } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing, pageOf, pageQuery, sortOf } from './pages.ts'

export const role = z.enum(roles)
export const language = z.enum(['vi', 'en'])

/** What people type to sign in: small letters, digits, dot and hyphen. */
export const username = z.string().regex(/^[a-z0-9][a-z0-9.-]{2,29}$/)
export const newPassword = z.string().min(8).max(128)

/** Who is signed in, with everything the abilities ask for and the day the server plays. */
export const me = z.object({
  userId: id,
  name: z.string(),
  username: z.string(),
  roles: z.array(role),
  employeeId: id.nullable(),
  unitId: id.nullable(),
  headedUnitIds: z.array(id),
  mustChangePassword: z.boolean(),
  language,
  twoFactorEnabled: z.boolean(),
  agency: z.object({ name: z.string(), place: z.string(), sampleDay: day.nullable() }).nullable(),
  today: day,
})

export type Me = z.output<typeof me>

/** Unit head and employee need not stand in `roles`: they follow from the records of the agency. */
export const account = z.object({
  id,
  name: z.string(),
  username: z.string(),
  roles: z.array(role),
  active: z.boolean(),
  employeeId: id.nullable(),
  employeeName: z.string().nullable(),
  mustChangePassword: z.boolean(),
  twoFactorEnabled: z.boolean(),
  lastSignInAt: instant.nullable(),
  version: z.int(),
})

export type AccountRecord = z.output<typeof account>

const withTemporaryPassword = z.object({ account, temporaryPassword: z.string() })

export const accounts = {
  me: defineContract({
    operationId: 'getMe',
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, and what the abilities need to know',
    permission: 'self',
    response: me,
  }),
  changePassword: defineContract({
    operationId: 'changeMyPassword',
    method: 'POST',
    path: '/me/password',
    summary: 'Change the own password; every other session ends',
    permission: 'self',
    body: z.object({ currentPassword: z.string().min(1).max(128), newPassword }),
    response: nothing,
    status: 200,
    errors: ['WRONG_PASSWORD', 'WEAK_PASSWORD'],
  }),
  signOutEverywhere: defineContract({
    operationId: 'signOutEverywhere',
    method: 'POST',
    path: '/me/sign-out-everywhere',
    summary: 'End every session of the own account, this one included',
    permission: 'self',
    response: nothing,
    status: 200,
  }),
  setLanguage: defineContract({
    operationId: 'setMyLanguage',
    method: 'PUT',
    path: '/me/language',
    summary: 'Choose the language of the screen',
    permission: 'self',
    body: z.object({ language }),
    response: nothing,
  }),
  list: defineContract({
    operationId: 'listAccounts',
    method: 'GET',
    path: '/accounts',
    summary: 'Accounts with their roles',
    permission: 'read User',
    query: pageQuery.extend({ role: role.optional(), active: queryFlag.optional(), sort: sortOf('name', 'username').default('name') }),
    response: pageOf(account),
  }),
  get: defineContract({
    operationId: 'getAccount',
    method: 'GET',
    path: '/accounts/:id',
    summary: 'One account',
    permission: 'read User',
    params: z.object({ id }),
    response: account,
  }),
  create: defineContract({
    operationId: 'createAccount',
    method: 'POST',
    path: '/accounts',
    summary: 'Open an account; its temporary password is shown once',
    permission: 'create User',
    body: z.object({ name: line(), username, roles: z.array(role), employeeId: id.nullable() }),
    response: withTemporaryPassword,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateAccount',
    method: 'PUT',
    path: '/accounts/:id',
    summary: 'Change name, roles or state of an account; closing it ends its sessions at once',
    permission: 'update User',
    params: z.object({ id }),
    body: z.object({ name: line(), roles: z.array(role), active: z.boolean(), employeeId: id.nullable() }),
    response: account,
    versioned: true,
    errors: ['DUPLICATE', 'CONFLICT'],
  }),
  resetPassword: defineContract({
    operationId: 'resetPassword',
    method: 'POST',
    path: '/accounts/:id/password',
    summary: 'Give an account a new temporary password and end its sessions',
    permission: 'update User',
    params: z.object({ id }),
    response: z.object({ temporaryPassword: z.string() }),
    status: 200,
    versioned: true,
  }),
}

export const setup = {
  status: defineContract({
    operationId: 'getSetupStatus',
    method: 'GET',
    path: '/setup',
    summary: 'Whether this installation still has to be set up',
    permission: 'public',
    response: z.object({ needed: z.boolean() }),
  }),
  run: defineContract({
    operationId: 'runSetup',
    method: 'POST',
    path: '/setup',
    summary: 'Enter the agency and its first administrator, once, with the token the server printed',
    permission: 'public',
    body: z.object({
      token: z.string().min(1).max(200),
      agency: z.object({
        name: line(),
        parentName: line(),
        place: line(100),
        address: z.string().max(300),
        symbol: line(30),
        leaderTitle: line(50),
        leaderName: line(),
      }),
      administrator: z.object({ name: line(), username, password: newPassword }),
      sample: z.boolean(),
    }),
    response: z.object({ ok: z.literal(true) }),
    status: 200,
    errors: ['SETUP_TOKEN_INVALID', 'ALREADY_SET_UP', 'WEAK_PASSWORD'],
  }),
}
