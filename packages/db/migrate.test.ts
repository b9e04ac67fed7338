import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { migrate } from './migrate.ts'

let folder: string
let ownerUrl: string
let name: string

const onServer = async (sql: string, url = inject('testServer').templateUrl.replace(/[^/]*$/, 'postgres')) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}

const write = async (migration: string, sql: string) => {
  await mkdir(join(folder, migration), { recursive: true })
  await writeFile(join(folder, migration, 'migration.sql'), sql)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chung-tay-migrations-'))
  name = `migrate_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE DATABASE ${name}`)
  ownerUrl = inject('testServer').templateUrl.replace(/[^/]*$/, name)
})

afterEach(async () => {
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  await rm(folder, { recursive: true, force: true })
})

const FUNCTION = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;`

test('applies what is pending, in order, once', async () => {
  await write('1_first', `CREATE TABLE a (id int); ${FUNCTION}`)
  expect(await migrate(ownerUrl, folder)).toEqual(['1_first'])
  await write('2_second', 'ALTER TABLE a ADD name text')
  expect(await migrate(ownerUrl, folder)).toEqual(['2_second'])
  expect(await migrate(ownerUrl, folder)).toEqual([])
  expect(await onServer('SELECT two(), count(name) FROM a', ownerUrl)).toEqual([{ two: 2, count: '0' }])
})

test('a migration that fails leaves nothing, and runs again once corrected', async () => {
  await write('1_first', 'CREATE TABLE a (id int)')
  await write('2_broken', 'CREATE TABLE b (id int); INSERT INTO missing VALUES (1)')
  await expect(migrate(ownerUrl, folder)).rejects.toMatchObject({ code: 'MIGRATION_FAILED', details: { migration: '2_broken' } })
  expect(await onServer(`SELECT to_regclass('a') AS a, to_regclass('b') AS b`, ownerUrl)).toEqual([{ a: 'a', b: null }])
  await write('2_broken', 'CREATE TABLE b (id int)')
  expect(await migrate(ownerUrl, folder)).toEqual(['2_broken'])
})

test('a migration that is killed half-way runs again', async () => {
  await write('1_slow', 'CREATE TABLE a (id int); SELECT pg_sleep(30); CREATE TABLE b (id int)')
  const killed = migrate(ownerUrl, folder).catch((error) => error.code)
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()`
  await expect.poll(() => onServer(kill).then((rows) => rows.length), { timeout: 5_000 }).toBe(1)
  expect(await killed).toBe('MIGRATION_FAILED')
  await write('1_slow', 'CREATE TABLE a (id int); CREATE TABLE b (id int)')
  expect(await migrate(ownerUrl, folder)).toEqual(['1_slow'])
})

test('goes on after a migration that the command line recorded as failed', async () => {
  await write('1_first', 'CREATE TABLE a (id int)')
  await migrate(ownerUrl, folder)
  await write('2_second', 'CREATE TABLE b (id int)')
  await onServer(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '2_second')`, ownerUrl)
  expect(await migrate(ownerUrl, folder)).toEqual(['2_second'])
})

test('two servers that start at once apply each migration once', async () => {
  await write('1_first', 'CREATE TABLE a (id int); SELECT pg_sleep(0.2)')
  const applied = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)])
  expect(applied.flat()).toEqual(['1_first'])
})

test('refuses a database that a newer version has changed', async () => {
  await write('1_first', 'CREATE TABLE a (id int)')
  await write('2_newer', 'CREATE TABLE b (id int)')
  await migrate(ownerUrl, folder)
  await rm(join(folder, '2_newer'), { recursive: true })
  await expect(migrate(ownerUrl, folder)).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
})
