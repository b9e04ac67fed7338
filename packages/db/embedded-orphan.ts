import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** Held by the living server on a connection of its own, for as long as it lives. */
const SERVER_LOCK = 4_715_001

// A server that has just started its PostgreSQL takes the lock within moments; until then the lock says nothing.
const GRACE_MS = 3_000
const PATIENCE_MS = 30_000

export type Access = { port: number; user: string; password: string; database?: string }

export const connectOnce = async ({ port, user, password, database = 'postgres' }: Access) => {
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database, connectionTimeoutMillis: 5_000, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

export const takeServerLock = async (client: pg.Client): Promise<boolean> =>
  (await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [SERVER_LOCK])).rows[0]?.taken === true

type Postmaster = { pid: number; startedAt: number; port: number }

const readPostmaster = async (directory: string): Promise<Postmaster | undefined> => {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const [pid, , startedAt, port] = text?.split('\n').map(Number) ?? []
  return pid && startedAt && port ? { pid, startedAt: startedAt * 1000, port } : undefined
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** After the machine restarts, another program may have the number that the file names. Where that cannot be seen, PostgreSQL is assumed. */
const isPostgres = async ({ pid }: Postmaster, directory: string) => {
  if (!alive(pid)) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  return command === undefined ? process.platform !== 'linux' : command.includes(directory)
}

const gone = async (postmaster: Postmaster, directory: string) => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(20)) if (!(await isPostgres(postmaster, directory))) return true
  return false
}

const inUse = (dataDir: string) => new StartError('DATA_DIR_IN_USE', `Another server is running on the data folder ${dataDir}`, { dataDir })

/** True when the living PostgreSQL has no server; it answers "not now" while it starts or stops. */
const isOrphan = async (postmaster: Postmaster, access: Omit<Access, 'port'>, directory: string): Promise<boolean> => {
  await delay(Math.max(0, postmaster.startedAt + GRACE_MS - Date.now()))
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(50)) {
    const client = await connectOnce({ ...access, port: postmaster.port }).catch(() => undefined)
    if (client) return await takeServerLock(client).finally(() => client.end())
    if (!(await isPostgres(postmaster, directory))) return true
  }
  return false
}

/**
 * Clears what an earlier server left in the data folder: a PostgreSQL that outlived it is stopped, a stale process file removed.
 * @throws StartError DATA_DIR_IN_USE when the earlier server lives.
 */
export const clearOrphan = async (dataDir: string, directory: string, access: Omit<Access, 'port'>) => {
  const postmaster = await readPostmaster(directory)
  if (!postmaster) return
  if (await isPostgres(postmaster, directory)) {
    if (!(await isOrphan(postmaster, access, directory))) throw inUse(dataDir)
    if (alive(postmaster.pid)) process.kill(postmaster.pid, 'SIGINT')
    if (!(await gone(postmaster, directory))) throw inUse(dataDir)
  }
  await rm(join(directory, 'postmaster.pid'), { force: true })
}
