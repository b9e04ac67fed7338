import { accounts, setup } from '@chung-tay/contracts/accounts'
import { audit } from '@chung-tay/contracts/audit'
import { dayOf } from '@chung-tay/domain/dates'
import { next } from '@chung-tay/testing/agency'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const newAccount = (name = 'Trần Văn Đạt') => ({ name, username: `moi${next()}`, roles: ['union' as const], employeeId: null })

describe('accounts', () => {
  test('signed out is 401, another role is 403, an administrator creates', async () => {
    const body = newAccount()
    expect((await api.call(accounts.create, { body })).status).toBe(401)
    expect((await (await api.person(['union'])).call(accounts.create, { body })).status).toBe(403)
    const admin = await api.person(['administrator'])
    const made = await admin.call(accounts.create, { body })
    expect(made.status).toBe(201)
    expect(made.json.account).toMatchObject({ name: 'Trần Văn Đạt', mustChangePassword: true, version: 1 })
    const again = await admin.call(accounts.create, { body })
    expect([again.status, again.json.code]).toEqual([409, 'DUPLICATE'])
  })

  test('the first password must be changed before anything else', async () => {
    const admin = await api.person(['administrator'])
    const body = newAccount()
    const { temporaryPassword } = (await admin.call(accounts.create, { body })).json
    const first = api.callAs(await api.signIn(body.username, temporaryPassword))
    expect((await first(accounts.list, { query: {} })).json.code).toBe('PASSWORD_CHANGE_REQUIRED')
    expect((await first(accounts.changePassword, { body: { currentPassword: temporaryPassword, newPassword: 'matkhau123' } })).json.code).toBe(
      'WEAK_PASSWORD',
    )
    expect((await first(accounts.changePassword, { body: { currentPassword: 'sai-mat-khau', newPassword: 'con-ong-cham-chi' } })).json.code).toBe(
      'WRONG_PASSWORD',
    )
    expect((await first(accounts.changePassword, { body: { currentPassword: temporaryPassword, newPassword: 'con-ong-cham-chi' } })).status).toBe(200)
    expect((await first(accounts.me, {})).status).toBe(401)
    expect((await api.callAs(await api.signIn(body.username, 'con-ong-cham-chi'))(accounts.me, {})).status).toBe(200)
  })

  test('a deactivated account is signed out at once and cannot sign in', async () => {
    const admin = await api.person(['administrator'])
    const target = await api.person(['office'])
    expect((await target.call(accounts.me, {})).status).toBe(200)
    const { json } = await admin.call(accounts.get, { params: { id: target.userId } })
    // Told in the program's time, which need not be the real one.
    expect(dayOf(new Date(json.lastSignInAt ?? 0))).toBe(testDay)
    const body = { name: json.name, roles: json.roles, employeeId: json.employeeId, active: false }
    expect((await admin.call(accounts.update, { params: { id: target.userId }, body }, { version: json.version })).status).toBe(200)
    expect((await target.call(accounts.me, {})).status).toBe(401)
    await expect(api.signIn(target.username)).rejects.toThrow()
  })

  test('a stale write is refused, and the history tells what was done', async () => {
    const admin = await api.person(['administrator'])
    const body = newAccount()
    const { account } = (await admin.call(accounts.create, { body })).json
    const change = (name: string, version: number) =>
      admin.call(accounts.update, { params: { id: account.id }, body: { name, roles: ['union'], employeeId: null, active: true } }, { version })
    expect((await change('Trần Văn Đức', 1)).status).toBe(200)
    const stale = await change('Trần Văn Minh', 1)
    expect([stale.status, stale.json.code]).toEqual([412, 'STALE'])
    const history = await admin.call(audit.history, { params: { subject: 'User', id: account.id } })
    expect(history.json.items.map((entry) => entry.action)).toEqual(['updateAccount', 'createAccount'])
    expect(history.json.items[0]?.changes).toContainEqual({ field: 'name', before: 'Trần Văn Đạt', after: 'Trần Văn Đức' })
  })
})

describe('signing in', () => {
  const send = (headers: Record<string, string>, payload: object) =>
    api.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers, payload })

  test('every refusal of the library is problem+json with a code, whoever asks', async () => {
    const { username, cookie } = await api.person(['office'])
    const right = { username, password: 'chungtay-2021' }
    const refusals = [
      // A cookie without an Origin may be another site acting in somebody's name.
      await send({ cookie }, right),
      await send({}, { ...right, password: 'sai-mat-khau' }),
      await send({}, { username }),
    ]
    expect(refusals.map((one) => [one.statusCode, String(one.headers['content-type']).split(';')[0], one.json().code])).toEqual([
      [403, 'application/problem+json', 'FORBIDDEN'],
      [401, 'application/problem+json', 'UNAUTHENTICATED'],
      [400, 'application/problem+json', 'INVALID'],
    ])
    const own = await send({ cookie, host: 'localhost', origin: 'http://localhost' }, right)
    expect(own.statusCode, own.body).toBe(200)
  })

  test('an account that was closed is told so, but only with its right password', async () => {
    const { username, userId } = await api.person(['office'])
    await api.db.user.update({ where: { id: userId }, data: { active: false } })
    const told = async (password: string) => (await send({}, { username, password })).json().details
    expect(await told('chungtay-2021')).toEqual({ reason: 'ACCOUNT_INACTIVE' })
    expect(await told('sai-mat-khau')).toEqual({ reason: 'INVALID_USERNAME_OR_PASSWORD' })
  })
})

describe('a double submit', () => {
  test('20 at once and one late repeat make one record and one answer', async () => {
    const admin = await api.person(['administrator'])
    const body = newAccount()
    const key = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => admin.call(accounts.create, { body }, { key })))
    const made = answers.filter((answer) => answer.status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(
      answers.filter((answer) => answer.status !== 201).every((answer) => answer.json.code === 'IN_FLIGHT' && answer.headers['retry-after'] === '1'),
    ).toBe(true)
    const late = await admin.call(accounts.create, { body }, { key })
    expect(late.json).toEqual(made[0]?.json)
    expect(await api.db.user.count({ where: { username: body.username } })).toBe(1)
  })

  test('without the key a mutation is refused; with the same key another body is', async () => {
    const admin = await api.person(['administrator'])
    const missing = await admin.call(accounts.create, { body: newAccount() }, { key: '' })
    expect([missing.status, missing.json.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED'])
    const key = crypto.randomUUID()
    await admin.call(accounts.create, { body: newAccount() }, { key })
    const reused = await admin.call(accounts.create, { body: newAccount() }, { key })
    expect([reused.status, reused.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  })
})

describe('set-up', () => {
  test('is closed once there is an agency', async () => {
    expect((await api.call(setup.status, {})).json).toEqual({ needed: false })
  })
})

test('bad input is located', async () => {
  const admin = await api.person(['administrator'])
  const answer = await admin.call(accounts.create, { body: { name: '\u0000 ', username: 'Có Dấu', roles: ['boss' as 'union'], employeeId: null } })
  expect([answer.status, answer.json.code]).toEqual([400, 'INVALID'])
  expect(answer.json.fields?.map((field) => field.path)).toEqual(['name', 'username', 'roles.0'])
})

test('an export holds what the filter shows, and no cell that a spreadsheet would run', async () => {
  const admin = await api.person(['administrator'])
  const username = `xuat${next()}`
  await admin.call(accounts.create, { body: { name: '=HYPERLINK("http://x")', username, roles: ['union'], employeeId: null } })
  const csv = await api.app.inject({ url: `/api/accounts/export?format=csv&q=${username}`, headers: { cookie: admin.cookie } })
  expect([csv.statusCode, csv.headers['content-disposition']]).toEqual([200, 'attachment; filename="tai-khoan.csv"'])
  expect(csv.body.split('\r\n')[1]).toBe(`"'=HYPERLINK(""http://x"")",${username},union,Có`)
  const xlsx = await api.app.inject({ url: `/api/accounts/export?format=xlsx&q=${username}`, headers: { cookie: admin.cookie } })
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const officer = await api.person(['office'])
  expect((await api.app.inject({ url: '/api/accounts/export?format=csv', headers: { cookie: officer.cookie } })).statusCode).toBe(403)
})
