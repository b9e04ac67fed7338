import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { parse } from 'pg-connection-string'
import { PrismaClient } from './client.ts'
import { applyGrants, appRoleOf, resetPassword } from './grants.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { StartError } from './start-error.ts'

export type Database = {
  prisma: PrismaClient
  /** For hand-written SQL; the connections are those of `prisma`. */
  pool: pg.Pool
  close: () => Promise<void>
}

export type DatabaseOptions = {
  /** The user that owns the tables; it migrates, and is not used afterwards. */
  ownerUrl: string
  appPassword: string
  /** The restricted role everything else runs as; `<database>_app` when left out. */
  appRole?: string
  /** The most connections at once. */
  connections?: number
}

const STATEMENT_LIMIT = 500

/** Names for prepared statements. Every connection keeps what was named, so that only the first statements get a name. */
const statementNames = () => {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= STATEMENT_LIMIT) return ''
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
    names.set(sql, name)
    return name
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at that host and port',
  ENOTFOUND: 'the host is unknown',
  EAI_AGAIN: 'the host name cannot be resolved',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  '28P01': 'wrong user or password',
  '28000': 'this user may not connect',
  '3D000': 'there is no such database',
  '53100': 'the disk of its server is full',
  '53300': 'too many connections',
  '57P03': 'the server is starting or stopping',
}

// What the driver says without a code.
const CODES: Record<string, string> = { 'timeout expired': 'ETIMEDOUT', 'Connection terminated unexpectedly': 'EHOSTUNREACH' }

const codeOf = (error: unknown) => {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : (CODES[error.message] ?? '')
}

const placeOf = (url: string) => {
  try {
    const { host, port, database } = parse(url)
    return `${host || 'localhost'}:${port || 5432}/${database ?? ''}`
  } catch {
    return 'an address that is not a postgresql:// URL'
  }
}

const unreachable = (url: string, error: unknown) => {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const cause = codeOf(error)
  const reason = REASONS[cause] ?? (message.includes(url) ? 'the address is not valid' : message || 'no answer')
  return new StartError('DATABASE_UNREACHABLE', `The database at ${placeOf(url)} cannot be used: ${reason}`, { reason, cause })
}

const connectOwner = async (ownerUrl: string) => {
  try {
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'chung-tay owner' })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw unreachable(ownerUrl, error)
  }
}

/** The same database as another user. */
export const asRole = (ownerUrl: string, role: string, password: string) => {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

const acceptsPassword = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (codeOf(error) === '28P01') return false
    throw unreachable(url, error)
  } finally {
    await client.end()
  }
}

const prepareAsOwner = async ({ ownerUrl, appPassword, appRole }: DatabaseOptions): Promise<string> => {
  const owner = await connectOwner(ownerUrl)
  try {
    await migrate(ownerUrl)
    const role = appRole ?? appRoleOf(owner.database ?? '')
    await applyGrants(owner, role, appPassword)
    const url = asRole(ownerUrl, role, appPassword)
    if (!(await acceptsPassword(url))) await resetPassword(owner, role, appPassword)
    return url
  } finally {
    await owner.end()
  }
}

/** Opens a database that is known to be migrated, as the role in the URL. */
export const connectDatabase = (url: string, connections = 10): Database => {
  const pool = openPool(url, connections)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) })
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  return { prisma, pool, close }
}

/**
 * Migrates as the owner, then opens the database as the restricted role.
 * @throws StartError DATABASE_UNREACHABLE, DATABASE_NEWER, MIGRATION_FAILED, ROLE_NOT_ALLOWED
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => connectDatabase(await prepareAsOwner(options), options.connections)
