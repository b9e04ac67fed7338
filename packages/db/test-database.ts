import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { asRole, connectDatabase, type Database, openDatabase } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { readSecrets } from './secrets.ts'

/** Plain data: a test runner hands it from its main process to the workers. */
export type TestServer = { templateUrl: string; appPassword: string }

export type TestDatabase = { ownerUrl: string; database: Database; drop: () => Promise<void> }

const TEMPLATE = 'test_template'
const APP_ROLE = 'test_app'

const withDatabase = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href

const MEMORY_DISK = '/dev/shm'
const MEMORY_BYTES = 1_000_000_000

/** Memory where it serves as a disk and is large enough: a database is then copied in 20 ms, not in 400. */
const fastFolder = async () => {
  const disk = await statfs(MEMORY_DISK).catch(() => undefined)
  return disk && disk.bavail * disk.bsize > MEMORY_BYTES ? MEMORY_DISK : tmpdir()
}

/** Runs statements outside of the database they make or remove. */
const runBeside = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** A PostgreSQL in a folder of its own, with one migrated database that the tests' databases are copied from. */
export const startTestServer = async (): Promise<{ server: TestServer; stop: () => Promise<void> }> => {
  const dataDir = await mkdtemp(join(await fastFolder(), 'chung-tay-test-'))
  const embedded = await startEmbedded({ dataDir, durable: false })
  const stop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const { appPassword } = await readSecrets(dataDir)
    const templateUrl = withDatabase(embedded.ownerUrl, TEMPLATE)
    await runBeside(templateUrl, `CREATE DATABASE ${TEMPLATE}`)
    const database = await openDatabase({ ownerUrl: templateUrl, appPassword, appRole: APP_ROLE })
    await database.close()
    return { server: { templateUrl, appPassword }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A new database with the whole schema and no rows. */
export const createTestDatabase = async ({ templateUrl, appPassword }: TestServer): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // Copying files is quicker than writing them through the log where nothing waits for the disk.
  await runBeside(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`)
  const ownerUrl = withDatabase(templateUrl, name)
  const database = connectDatabase(asRole(ownerUrl, APP_ROLE, appPassword), 5)
  const drop = async () => {
    await database.close()
    await runBeside(templateUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { ownerUrl, database, drop }
}
