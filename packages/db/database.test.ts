import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from './database.ts'
import { isLockTimeout, isRetryable, sqlStateOf } from './database-errors.ts'
import { appendOnly, appRoleOf } from './grants.ts'
import { migrate } from './migrate.ts'
import { schemaDrift } from './schema-drift.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await createTestDatabase(inject('testServer'))
})

afterAll(() => own.drop())

const failure = (query: Promise<unknown>) =>
  query.then(
    () => undefined,
    (error: unknown) => error,
  )

test('the schema is what the migrations make', async () => {
  expect(await schemaDrift(own.ownerUrl)).toBe('')
})

test('a migrated database is left alone', async () => {
  expect(await migrate(own.ownerUrl)).toEqual([])
})

describe('the application role', () => {
  test.each(appendOnly)('adds to %s and neither changes nor removes', async (table) => {
    const { pool } = own.database
    await pool.query(`SELECT FROM "${table}"`)
    expect(sqlStateOf(await failure(pool.query(`UPDATE "${table}" SET id = id`)))).toBe('42501')
    expect(sqlStateOf(await failure(pool.query(`DELETE FROM "${table}"`)))).toBe('42501')
    expect(sqlStateOf(await failure(pool.query(`TRUNCATE "${table}"`)))).toBe('42501')
  })

  test('does not see the record of migrations, and makes no tables', async () => {
    const { pool } = own.database
    expect(sqlStateOf(await failure(pool.query('SELECT FROM _prisma_migrations')))).toBe('42501')
    expect(sqlStateOf(await failure(pool.query('CREATE TABLE own ()')))).toBe('42501')
  })

  test('owns the schema of the job queue', async () => {
    await own.database.pool.query('CREATE TABLE pgboss.probe (); DROP TABLE pgboss.probe')
  })

  test('waits for a lock no longer than 3 s', async () => {
    const { rows } = await own.database.pool.query(
      `SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`,
    )
    expect(rows.map((row) => row.setting)).toEqual(['15000', '3000', '30000'])
  })
})

test('what a transaction asks for at once goes over its connection one after the other', async () => {
  const warnings: string[] = []
  const listen = ({ message }: Error) => warnings.push(message)
  process.on('warning', listen)
  const units = await own.database.prisma.$transaction(async (db) => {
    await db.unit.create({ data: { name: 'Văn phòng', shortName: 'VP', kind: 'office', search: 'van phong' } })
    const [found, counted] = await Promise.all([db.unit.findMany({ include: { head: true, employees: true, tasks: true } }), db.unit.count()])
    return [found.length, counted]
  })
  const refused = await failure(
    own.database.prisma.$transaction((db) => Promise.all([db.$queryRaw`SELECT 1`, db.$queryRaw`SELECT 1 / 0`, db.$queryRaw`SELECT 2`])),
  )
  await new Promise((done) => setImmediate(done))
  process.off('warning', listen)
  expect([units, sqlStateOf(refused), warnings]).toEqual([[1, 1], '22012', []])
})

test('reads whole numbers as numbers and days as text on the pool', async () => {
  const { rows } = await own.database.pool.query(`SELECT 5000000000::int8 AS amount, 9007199254740993::int8 AS huge, '2026-06-01'::date AS day`)
  expect(rows).toEqual([{ amount: 5_000_000_000, huge: 9_007_199_254_740_993n, day: '2026-06-01' }])
})

test('leaves the types of Prisma as they are', async () => {
  const rows = await own.database.prisma.$queryRaw`SELECT 5::int8 AS amount, '2026-06-01'::date AS day`
  expect(rows).toEqual([{ amount: 5n, day: new Date('2026-06-01') }])
})

test('a lock held by somebody else is a lock timeout, a deadlock is worth another try', async () => {
  const { pool } = own.database
  const [holder, waiter] = [await pool.connect(), await pool.connect()]
  try {
    await holder.query('BEGIN; SELECT pg_advisory_xact_lock(1)')
    await waiter.query(`SET lock_timeout = '50ms'`)
    const timeout = await failure(waiter.query('SELECT pg_advisory_lock(1)'))
    expect([isLockTimeout(timeout), isRetryable(timeout)]).toEqual([true, false])
  } finally {
    await holder.query('ROLLBACK')
    holder.release(true)
    waiter.release(true)
  }
  const raise = (state: string) => `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`
  for (const state of ['40001', '40P01']) {
    expect(isRetryable(await failure(pool.query(raise(state))))).toBe(true)
    expect(isRetryable(await failure(own.database.prisma.$executeRawUnsafe(raise(state))))).toBe(true)
  }
  expect(isLockTimeout(await failure(own.database.prisma.$executeRawUnsafe(raise('55P03'))))).toBe(true)
  expect(isRetryable(new Error('other'))).toBe(false)
})

test('a right that was added by hand works, until the next start takes it away', async () => {
  const owner = new pg.Client({ connectionString: own.ownerUrl })
  await owner.connect()
  const change = `UPDATE "AuditEntry" SET id = id`
  await owner.query('GRANT UPDATE ON "AuditEntry" TO test_app').finally(() => owner.end())
  expect(await failure(own.database.pool.query(change))).toBeUndefined()
  const again = await openDatabase({ ownerUrl: own.ownerUrl, appPassword: inject('testServer').appPassword, appRole: 'test_app' })
  await again.close()
  expect(sqlStateOf(await failure(own.database.pool.query(change)))).toBe('42501')
})

test('opening it once more finds everything in place', async () => {
  const { appPassword } = inject('testServer')
  const begun = performance.now()
  const again = await openDatabase({ ownerUrl: own.ownerUrl, appPassword, appRole: 'test_app' })
  expect(performance.now() - begun).toBeLessThan(500)
  await again.close()
})

test.each([
  ['nobody listens', (url: URL) => Object.assign(url, { port: '1' }), /nothing listens/],
  ['the password is wrong', (url: URL) => Object.assign(url, { password: 'not-the-password' }), /wrong user or password/],
  ['the database is missing', (url: URL) => Object.assign(url, { pathname: '/missing' }), /no such database/],
])('says in one line that %s, without the password', async (_, change, reason) => {
  const url = change(new URL(own.ownerUrl))
  const error = await openDatabase({ ownerUrl: url.href, appPassword: 'x' }).catch((thrown) => thrown)
  expect(error).toMatchObject({ name: 'StartError', code: 'DATABASE_UNREACHABLE', message: expect.stringMatching(reason) })
  expect(JSON.stringify([error.message, error.details])).not.toContain(url.password)
  expect(error.message).not.toContain('\n')
})

test('the role is named after the database', () => {
  expect(appRoleOf('chung_tay')).toBe('chung_tay_app')
  expect(appRoleOf('Sở-Y-Tế')).toMatch(/^[a-z_][a-z0-9_]{0,62}$/)
  expect(appRoleOf('x'.repeat(63))).toHaveLength(63)
  expect(appRoleOf('Chung')).not.toBe(appRoleOf('chung'))
})
