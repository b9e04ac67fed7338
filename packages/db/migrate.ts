import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { StartError } from './start-error.ts'

export const prismaFolder = resolve(import.meta.dirname, '..', '..', 'prisma')

/** The number with which the Prisma command line keeps two migrators apart. */
const PRISMA_LOCK = 72707369

// The table of the Prisma command line, whose `migrate status`, `deploy` and `dev` go on with what is recorded here.
const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

const findMigrations = async (folder: string) => {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

const findApplied = async (client: pg.Client): Promise<Set<string>> => {
  const { rows: tables } = await client.query<{ found: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`)
  if (!tables[0]?.found) return new Set()
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Set(rows.map((row) => row.name))
}

/** The script and its record are one transaction: a migration that is killed half-way leaves no trace and runs again at the next start. */
const applyMigration = async (client: pg.Client, folder: string, name: string) => {
  const script = await readFile(join(folder, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(script).digest('hex')
  try {
    await client.query('BEGIN')
    // What the command line recorded as failed was rolled back by PostgreSQL, since it sends a script as one transaction too.
    await client.query('UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL', [name])
    await client.query(script)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof pg.DatabaseError && error.code === '53100') throw new StartError('DISK_FULL', `The disk of the database is full: ${reason}`)
    throw new StartError('MIGRATION_FAILED', `Migration ${name} failed and was undone: ${reason}`, { migration: name, reason })
  }
}

const applyPending = async (client: pg.Client, folder: string, names: string[]) => {
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
  await client.query(RECORDS)
  // Read again under the lock: another server may have been quicker.
  const applied = await findApplied(client)
  const pending = names.filter((name) => !applied.has(name))
  for (const name of pending) await applyMigration(client, folder, name)
  return pending
}

const refuseNewer = (names: string[], applied: Set<string>) => {
  const unknown = [...applied].filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    const migrations = unknown.join(', ')
    throw new StartError('DATABASE_NEWER', `The database was changed by a newer version of this software (${migrations})`, { migrations })
  }
}

// Only the owner of a database makes tables in it; a user of somebody else's is told so instead of "permission denied for schema public".
const ownerOnly = (error: unknown, { user, database }: pg.Client) =>
  error instanceof pg.DatabaseError && error.code === '42501'
    ? new StartError('ROLE_NOT_ALLOWED', `The database user ${user} may not make tables in ${database}: the user must own the database`)
    : error

/**
 * Brings the database up to `prisma/migrations`, each migration whole or not at all; answers the names it applied.
 * @throws StartError MIGRATION_FAILED, DISK_FULL, DATABASE_NEWER, ROLE_NOT_ALLOWED
 */
export const migrate = async (ownerUrl: string, folder = join(prismaFolder, 'migrations')): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'chung-tay migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    const [names, applied] = await Promise.all([findMigrations(folder), findApplied(client)])
    refuseNewer(names, applied)
    return names.every((name) => applied.has(name)) ? [] : await applyPending(client, folder, names)
  } catch (error) {
    throw ownerOnly(error, client)
  } finally {
    await client.end()
  }
}
