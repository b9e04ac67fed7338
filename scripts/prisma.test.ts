import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = resolve(import.meta.dirname, 'prisma.ts')

let folder: string

const prisma = async (...args: string[]) => {
  const { DATABASE_URL: _, ...env } = process.env
  const config = ['--config', join(folder, 'prisma.config.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, ...config], { env })
  return stdout
}

const writeSchema = (fields: string) =>
  writeFile(
    join(folder, 'schema', 'main.prisma'),
    `generator client {\n  provider = "prisma-client"\n  output = "../generated"\n}\ndatasource db {\n  provider = "postgresql"\n}\nmodel Unit {\n  id Int @id\n  ${fields}\n}\n`,
  )

const scriptOf = async (name: string) => {
  const found = (await readdir(join(folder, 'migrations'))).find((entry) => entry.endsWith(`_${name}`))
  return join(folder, 'migrations', found ?? name, 'migration.sql')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chung-tay-prisma-test-'))
  await mkdir(join(folder, 'schema'))
  const settings = { schema: join(folder, 'schema'), migrations: { path: join(folder, 'migrations') } }
  await writeFile(
    join(folder, 'prisma.config.ts'),
    `export default { ...${JSON.stringify(settings)}, datasource: { url: process.env.DATABASE_URL } }`,
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('makes migrations one after the other, without a network, a terminal or a database', { timeout: 60_000 }, async () => {
  await writeSchema('name String')
  await prisma('migrate', 'dev', '--name', 'first', '--create-only')
  const first = await scriptOf('first')
  const script = await readFile(first, 'utf8')
  expect(script).toContain('CREATE TABLE "Unit"')

  // What Prisma does not know of, with semicolons inside of a body.
  await writeFile(first, `${script}\nCREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;\n`)
  await writeSchema('name String\n  active Boolean @default(true)')
  await prisma('migrate', 'dev', '--name', 'second', '--create-only')
  expect(await readFile(await scriptOf('second'), 'utf8')).toContain('ADD COLUMN     "active"')

  const compare = ['--from-migrations', join(folder, 'migrations'), '--to-schema', join(folder, 'schema')]
  expect(await prisma('migrate', 'diff', ...compare, '--exit-code')).toContain('No difference')
  expect(await prisma('migrate', 'deploy')).toContain('All migrations have been successfully applied')
})

test('names what PostgreSQL refuses in a migration', async () => {
  await writeFile(await scriptOf('second'), 'ALTER TABLE "Missing" ADD COLUMN "active" boolean')
  await expect(prisma('migrate', 'deploy')).rejects.toMatchObject({ stderr: expect.stringContaining('Missing') })
})
