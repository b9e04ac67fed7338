import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contract, InputOf } from '@chung-tay/contracts/contract'
import { createTestDatabase, type TestServer } from '@chung-tay/db/test-database'
import type { Role } from '@chung-tay/domain/access/actor'
import { makeAgency, makeEmployee, next } from '@chung-tay/testing/agency'
import type { z } from 'zod'
import { hashPassword } from './accounts/auth.ts'
import { insertAccount } from './accounts/service.ts'
import { buildApp } from './app.ts'
import { createClock } from './clock.ts'

/** The day on which every test of the API plays, unless it asks for another. */
export const testDay = '2021-06-20'
const password = 'chungtay-2021'

type Problem = { code?: string; details?: Record<string, unknown>; fields?: { path: string; code: string }[] }

/** Errors come back as they are; a wrong answer is as interesting as a right one. */
export type TestAnswer<C extends Contract> = {
  status: number
  json: z.input<C['response']> & Problem
  headers: Record<string, unknown>
}
type Options = { key?: string; version?: number }

const pathOf = (contract: Contract, { params = {}, query = {} }: { params?: Record<string, string>; query?: Record<string, unknown> }) => {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

/** The whole API on its own real database, spoken to through HTTP; no socket, nothing replaced. */
export const startTestApi = async (server: TestServer, { today = testDay, mails = false }: { today?: string; mails?: boolean } = {}) => {
  const { database, drop } = await createTestDatabase(server)
  const filesFolder = await mkdtemp(join(tmpdir(), 'chung-tay-files-'))
  const { app, services, setup } = await buildApp({
    database,
    clock: createClock(today),
    filesFolder,
    authSecret: 'a secret of the tests, long enough to sign with',
    baseUrl: 'http://localhost',
    logLevel: 'error',
    loadSample: async () => {},
    mails,
  })
  const db = database.prisma
  await makeAgency(db)

  const signIn = async (username: string, secret = password): Promise<string> => {
    const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password: secret } })
    if (response.statusCode !== 200) throw new Error(`sign-in of ${username}: ${response.statusCode} ${response.body}`)
    return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  }

  /** `cookie` undefined is somebody signed out. */
  const callAs =
    (cookie: string | undefined) =>
    async <const C extends Contract>(contract: C, input: Omit<InputOf<C>, 'version'>, { key, version }: Options = {}): Promise<TestAnswer<C>> => {
      const given = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; version?: number }
      const response = await app.inject({
        method: contract.method,
        url: pathOf(contract, given),
        headers: {
          ...(cookie !== undefined && { cookie }),
          ...(contract.method !== 'GET' && { 'idempotency-key': key ?? crypto.randomUUID() }),
          ...((version ?? given.version) !== undefined && { 'if-match': `"${version ?? given.version}"` }),
          ...(given.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(given.body !== undefined && { payload: JSON.stringify(given.body) }),
      })
      const isJson = String(response.headers['content-type']).includes('json')
      return { status: response.statusCode, json: (isJson ? response.json() : response.body) as TestAnswer<C>['json'], headers: response.headers }
    }

  /** A signed-in person with these roles; `unitHead` is made head of the own unit, everybody gets an employee record. */
  const person = async (roles: Role[] = [], { unitId }: { unitId?: string } = {}) => {
    const employee = await makeEmployee(db, unitId === undefined ? {} : { unitId })
    if (roles.includes('unitHead')) await db.unit.update({ where: { id: employee.unitId }, data: { headId: employee.id } })
    const username = `person${next()}`
    const userId = await insertAccount(
      db,
      { name: employee.name, username, roles: roles.filter((role) => role !== 'unitHead' && role !== 'employee'), employeeId: employee.id },
      await shared,
      false,
    )
    const cookie = await signIn(username)
    return { userId, username, employee, cookie, call: callAs(cookie) }
  }

  const stop = async () => {
    await app.close()
    await drop()
    await rm(filesFolder, { recursive: true, force: true })
  }
  return { app, db, database, services, setup, person, signIn, call: callAs(undefined), callAs, stop }
}

const shared = hashPassword(password)
export type TestApi = Awaited<ReturnType<typeof startTestApi>>
export type Person = Awaited<ReturnType<TestApi['person']>>

/** What a refusal says first. */
export const codeOf = ({ status, json }: { status: number; json: Problem }) => [status, json.code]
