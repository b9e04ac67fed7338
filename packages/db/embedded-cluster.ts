import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findLaunch, type Launch, type SystemUser } from './embedded-binaries.ts'
import { StartError } from './start-error.ts'

export const OWNER = 'chung_tay'

const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim() ?? ''

/** A failure of the file system or of PostgreSQL's own programs, told apart by whether the disk is full. */
export const unusable = (dataDir: string, reason: string) =>
  /ENOSPC|No space left on device/i.test(reason)
    ? new StartError('DISK_FULL', `The disk that holds ${dataDir} is full`, { dataDir, reason })
    : new StartError('DATA_DIR_UNUSABLE', `The data folder ${dataDir} cannot be used: ${lastLine(reason)}`, { dataDir, reason })

const exists = (path: string) =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

const runInitdb = (launch: ReturnType<Launch>) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(launch.command, launch.args, {
      ...launch.options,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const output: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(Buffer.concat(output).toString() || `initdb ended with ${code}`))))
  })

const give = async (path: string, user: SystemUser) => {
  if (user) await chown(path, user.uid, user.gid)
}

/** The user `postgres` must be able to pass through the data folder, though not to list it. */
const letPass = async (dataDir: string, user: SystemUser) => {
  if (user) await chmod(dataDir, (await stat(dataDir)).mode | 0o011)
}

const initialise = async (directory: string, password: string, initdb: string, user: SystemUser, launch: Launch) => {
  const draft = await mkdtemp(`${directory}.new-`)
  try {
    const passwordFile = join(draft, 'password')
    const cluster = join(draft, 'cluster')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await mkdir(cluster, { mode: 0o700 })
    for (const path of [draft, passwordFile, cluster]) await give(path, user)
    // Code-point order, as with C, but the letters of Vietnamese have upper and lower case.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['--auth=scram-sha-256', `--username=${OWNER}`, `--pwfile=${passwordFile}`]
    await runInitdb(launch(initdb, [`--pgdata=${cluster}`, ...access, ...locale]))
    await rename(cluster, directory)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Makes `${dataDir}/postgres` unless it is there; a start that was killed leaves either nothing or the whole. */
export const prepareCluster = async (
  dataDir: string,
  password: string,
  initdb: string,
  user: SystemUser,
): Promise<{ directory: string; launch: Launch }> => {
  const directory = join(dataDir, 'postgres')
  try {
    await letPass(dataDir, user)
    const launch = await findLaunch(user, [dataDir, dirname(initdb)])
    if (!(await exists(join(directory, 'PG_VERSION')))) await initialise(directory, password, initdb, user, launch)
    return { directory, launch }
  } catch (error) {
    throw unusable(dataDir, error instanceof Error ? error.message : String(error))
  }
}

const LOG_LIMIT_BYTES = 1_000_000

/** Opens the log that PostgreSQL writes to by itself, so that it goes on when our process dies; one old one is kept. */
export const openLog = async (dataDir: string) => {
  const path = join(dataDir, 'postgres.log')
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await rename(path, `${path}.1`)
  const file = await open(path, 'a', 0o600)
  return { file, startsAt: size > LOG_LIMIT_BYTES ? 0 : size, path }
}

export const readLog = async (log: { path: string; startsAt: number }) => (await readFile(log.path)).subarray(log.startsAt).toString()
