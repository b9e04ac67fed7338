import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from './database.ts'

// A server that somebody else runs: the owner of the database is an ordinary user there.
const DATABASE = 'external_test'
const OWNER = 'external_owner'

let admin: pg.Client
let ownerUrl: string

beforeAll(async () => {
  const { templateUrl } = inject('testServer')
  admin = new pg.Client({ connectionString: templateUrl.replace(/[^/]*$/, 'postgres') })
  await admin.connect()
  await admin.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD 'owner-password'`)
  await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
  ownerUrl = Object.assign(new URL(templateUrl), { username: OWNER, password: 'owner-password', pathname: `/${DATABASE}` }).href
})

afterAll(async () => {
  await admin.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`)
  await admin.query(`DROP ROLE IF EXISTS ${DATABASE}_app`)
  await admin.query(`DROP ROLE ${OWNER}`)
  await admin.end()
})

const currentUser = async (appPassword: string) => {
  const database = await openDatabase({ ownerUrl, appPassword })
  const { rows } = await database.pool.query('SELECT current_user AS name')
  await database.close()
  return rows[0].name
}

test('an owner who may not make roles is told the SQL for an administrator, which then suffices', async () => {
  const error = await openDatabase({ ownerUrl, appPassword: 'first-password' }).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'ROLE_NOT_ALLOWED' })
  expect(error.details.sql).not.toContain('first-password')
  await admin.query(error.details.sql)
  expect(await currentUser('first-password')).toBe(`${DATABASE}_app`)
})

test('a user who does not own the database is told so', async () => {
  await admin.query(`CREATE ROLE ${OWNER}_not LOGIN PASSWORD 'owner-password'`)
  const empty = `${DATABASE}_empty`
  await admin.query(`CREATE DATABASE ${empty}`)
  const url = Object.assign(new URL(ownerUrl), { username: `${OWNER}_not`, pathname: `/${empty}` }).href
  const error = await openDatabase({ ownerUrl: url, appPassword: 'first-password' }).catch((thrown) => thrown)
  await admin.query(`DROP DATABASE ${empty} WITH (FORCE)`)
  await admin.query(`DROP ROLE ${OWNER}_not`)
  expect(error).toMatchObject({ code: 'ROLE_NOT_ALLOWED', details: {} })
  expect(error.message).toContain('must own the database')
})

test.each([
  ['wrong-password', '', '28P01'],
  ['owner-password', '_missing', '3D000'],
])('with the password %s and the database %s it is unreachable, by code', async (password, suffix, cause) => {
  const url = Object.assign(new URL(ownerUrl), { password, pathname: `/${DATABASE}${suffix}` }).href
  await expect(openDatabase({ ownerUrl: url, appPassword: 'x' })).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', details: { cause } })
})

test('an owner who may make roles needs nobody, a changed password included', async () => {
  await admin.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`)
  await admin.query(`DROP ROLE ${DATABASE}_app`)
  await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
  await admin.query(`ALTER ROLE ${OWNER} CREATEROLE`)
  expect(await currentUser('second-password')).toBe(`${DATABASE}_app`)
  expect(await currentUser('third-password')).toBe(`${DATABASE}_app`)
})
