import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Binaries, findBinaries, findSystemUser, type Launch } from './embedded-binaries.ts'
import { OWNER, openLog, prepareCluster, readLog, unusable } from './embedded-cluster.ts'
import { clearOrphan, connectOnce, takeServerLock } from './embedded-orphan.ts'
import { readSecrets } from './secrets.ts'
import { StartError } from './start-error.ts'

export type ExitListener = (exit: { code: number | null; signal: NodeJS.Signals | null }) => void

export type EmbeddedOptions = {
  dataDir: string
  /** Chosen among the free ones when left out. */
  port?: number
  /** False only for data that may be lost, as in tests: nothing waits for the disk. */
  durable?: boolean
}

export type Embedded = {
  ownerUrl: string
  /** Ends all connections and waits until every write is on disk. */
  stop: () => Promise<void>
  /** Told when PostgreSQL died by itself; it is started again on the same port without being asked. */
  onExit: (listener: ExitListener) => void
}

type Cluster = {
  binaries: Binaries
  launch: Launch
  dataDir: string
  directory: string
  port: number
  password: string
  durable: boolean
}
type Server = { child: ChildProcess; lock: pg.Client }

const READY_MS = 120_000
const STOP_MS = 60_000
const LONGEST_PAUSE_MS = 5_000

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

const settings = (durable: boolean) => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  fsync: durable ? 'on' : 'off',
  synchronous_commit: durable ? 'on' : 'off',
  full_page_writes: durable ? 'on' : 'off',
  // Failed statements reach our own log; here they would carry names and phone numbers, and fill the file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
})

const spawnPostgres = async ({ binaries, launch, directory, dataDir, port, durable }: Cluster) => {
  const log = await openLog(dataDir)
  const flags = Object.entries(settings(durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A group of its own: Ctrl-C must reach our server alone, which still needs the database to end well.
  const { command, args, options } = launch(binaries.postgres, ['-D', directory, '-p', String(port), ...flags])
  const child = spawn(command, args, {
    ...options,
    cwd: directory,
    detached: durable,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', log.file.fd, log.file.fd],
  })
  await new Promise((settle, reject) => child.once('spawn', settle).once('error', reject)).finally(() => log.file.close())
  return { child, log }
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const whenReady = async (child: ChildProcess, { port, password }: Cluster) => {
  for (const end = Date.now() + READY_MS; Date.now() < end && !ended(child); await delay(20)) {
    const client = await connectOnce({ port, user: OWNER, password }).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '28P01') throw new Error('secrets.json holds the password of another database')
      return undefined
    })
    if (client) return client
  }
  return undefined
}

const stopPostgres = async (child: ChildProcess, { binaries, directory }: Cluster) => {
  if (ended(child)) return
  const exit = once(child, 'exit')
  const forced = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
  // Windows has no signal that ends PostgreSQL in good order.
  if (process.platform === 'win32') await promisify(execFile)(binaries.pg_ctl, ['stop', '-D', directory, '-m', 'fast'])
  else child.kill('SIGINT')
  await exit.finally(() => clearTimeout(forced))
}

/** One attempt: PostgreSQL answers and our lock is held, or an error tells why not. */
const startOnce = async (cluster: Cluster): Promise<Server> => {
  const { child, log } = await spawnPostgres(cluster)
  try {
    const lock = await whenReady(child, cluster)
    if (!lock) throw new Error((await readLog(log)) || 'PostgreSQL does not answer')
    if (await takeServerLock(lock)) return { child, lock }
    await lock.end()
    throw new StartError('DATA_DIR_IN_USE', `Another server took over the data folder ${cluster.dataDir}`)
  } catch (error) {
    await stopPostgres(child, cluster)
    if (error instanceof StartError) throw error
    throw unusable(cluster.dataDir, error instanceof Error ? error.message : String(error))
  }
}

/** Keeps PostgreSQL running until stopped; every attempt after a failure waits longer, up to 5 s. */
const supervise = (cluster: Cluster, first: Server) => {
  const listeners: ExitListener[] = []
  let server = first
  let stopping = false
  let restart: Promise<void> | undefined

  const startAgain = async () => {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await delay(pause)
      const next = await startOnce(cluster).catch(() => undefined)
      if (next) return watch(next)
    }
  }
  const watch = (running: Server) => {
    server = running
    running.child.once('exit', (code, signal) => {
      if (stopping) return
      for (const listener of listeners) listener({ code, signal })
      restart = startAgain()
    })
    // It may have died between the answer and the listener.
    if (ended(running.child) && !stopping) restart = startAgain()
  }
  const stop = async () => {
    stopping = true
    await restart
    await server.lock.end().catch(() => {})
    await stopPostgres(server.child, cluster)
  }
  watch(first)
  return { stop, onExit: (listener: ExitListener) => void listeners.push(listener) }
}

const createDatabase = async (lock: pg.Client) => {
  const { rowCount } = await lock.query('SELECT FROM pg_database WHERE datname = $1', [OWNER])
  if (rowCount === 0) await lock.query(`CREATE DATABASE ${OWNER}`)
}

/**
 * Starts the PostgreSQL that comes with the package, with its data in `${dataDir}/postgres`, reachable from this machine only.
 * @throws StartError DATA_DIR_IN_USE, DATA_DIR_UNUSABLE, DISK_FULL
 */
export const startEmbedded = async ({ dataDir: folder, port, durable = true }: EmbeddedOptions): Promise<Embedded> => {
  const dataDir = resolve(folder)
  const [binaries, user] = await Promise.all([findBinaries(), findSystemUser()])
  const { ownerPassword: password } = await readSecrets(dataDir).catch((error: Error) => {
    throw unusable(dataDir, error.message)
  })
  await clearOrphan(dataDir, join(dataDir, 'postgres'), { user: OWNER, password })
  const { directory, launch } = await prepareCluster(dataDir, password, binaries.initdb, user)
  const cluster = { binaries, launch, dataDir, directory, port: port ?? (await freePort()), password, durable }
  const server = await startOnce(cluster)
  await createDatabase(server.lock).catch(async (error: Error) => {
    await stopPostgres(server.child, cluster)
    throw unusable(dataDir, error.message)
  })
  return { ownerUrl: `postgresql://${OWNER}:${password}@127.0.0.1:${cluster.port}/${OWNER}`, ...supervise(cluster, server) }
}
