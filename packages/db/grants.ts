import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** Tables whose rows are only ever added: the application's role may neither change nor delete them. */
export const appendOnly = [
  'JournalEntry',
  'JournalLine',
  'StockMovement',
  'HandOut',
  'UndoneHandOut',
  'HandOutSignature',
  'HandOutPhoto',
  'AuditEntry',
  'BalanceCount',
  'LedgerClosing',
  'LedgerCheckRun',
  'BankStatement',
  'BankLine',
  'StockLotMove',
  'StockIssue',
  'StockSettlement',
  'KitAssembly',
  'KitAssemblyPart',
] as const

const HIDDEN = ['_prisma_migrations']

const SETTINGS = { lock_timeout: '3s', statement_timeout: '30s', idle_in_transaction_session_timeout: '15s' }

const IDENTIFIER_LIMIT = 63

/** `<database>_app` as a lower-case identifier; long names keep their start and end in a hash. */
export const appRoleOf = (database: string): string => {
  const plain = `${database.toLowerCase().replace(/[^a-z0-9_]/g, '_')}_app`
  const name = /^[a-z_]/.test(plain) ? plain : `_${plain}`
  if (name.length <= IDENTIFIER_LIMIT && name === `${database}_app`) return name
  return `${name.slice(0, IDENTIFIER_LIMIT - 13)}_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`
}

const SCRAM_ROUNDS = 4096

/** What PostgreSQL keeps instead of a password (RFC 5803), so that no statement, log or message carries the password itself. */
export const scramVerifier = (password: string): string => {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256')
  const keyed = (word: string) => createHmac('sha256', salted).update(word).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`
}

const name = pg.escapeIdentifier
const literal = pg.escapeLiteral

const roleSettings = (role: string) =>
  Object.entries(SETTINGS).map(([setting, value]) => `ALTER ROLE ${name(role)} SET ${setting} = ${literal(value)}`)

const createRole = (role: string, password: string) => [
  `CREATE ROLE ${name(role)} LOGIN NOINHERIT PASSWORD ${literal(scramVerifier(password))}`,
  ...roleSettings(role),
]

const tableGrants = (role: string, { hidden, appended }: { hidden: string[]; appended: string[] }) => [
  `GRANT USAGE ON SCHEMA public TO ${name(role)}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name(role)}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name(role)}`,
  ...hidden.map((table) => `REVOKE ALL ON public.${name(table)} FROM ${name(role)}`),
  ...appended.map((table) => `REVOKE UPDATE, DELETE ON public.${name(table)} FROM ${name(role)}`),
]

type RoleState = { known: boolean; settled: boolean; superuser: boolean; owner: string }
type TableState = { table: string; correct: boolean }

const readRole = async (client: pg.Client, role: string): Promise<RoleState> => {
  const wanted = Object.entries(SETTINGS).map(([setting, value]) => `${setting}=${value}`)
  const { rows } = await client.query<RoleState>(
    `SELECT role.oid IS NOT NULL AS known, coalesce(role.rolcanlogin AND role.rolconfig @> $2::text[], false) AS settled,
       me.rolsuper AS superuser, me.rolname AS owner
     FROM pg_roles me LEFT JOIN pg_roles role ON role.rolname = $1 WHERE me.rolname = current_user`,
    [role, wanted],
  )
  if (!rows[0]) throw new Error('The database does not know its own user')
  return rows[0]
}

/** Asks PostgreSQL what the role may do now, table by table: a stored mark would outlive a restore that lost the grants. */
const readTables = async (client: pg.Client, role: string): Promise<TableState[]> => {
  const { rows } = await client.query<TableState>(
    `SELECT c.relname AS table,
       has_table_privilege($1, c.oid, 'SELECT') = (c.relname <> ALL ($2)) AND has_table_privilege($1, c.oid, 'INSERT') = (c.relname <> ALL ($2))
       AND has_table_privilege($1, c.oid, 'UPDATE') = (c.relname <> ALL ($2 || $3)) AND has_table_privilege($1, c.oid, 'DELETE') = (c.relname <> ALL ($2 || $3))
       AS correct
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')`,
    [role, HIDDEN, appendOnly],
  )
  return rows
}

const hasJobSchema = async (client: pg.Client, role: string): Promise<boolean> => {
  const { rowCount } = await client.query(`SELECT FROM pg_namespace WHERE nspname = 'pgboss' AND pg_get_userbyid(nspowner) = $1`, [role])
  return rowCount === 1
}

const run = async (client: pg.Client, statements: string[]) => {
  for (const statement of statements) await client.query(statement)
}

const notAllowed = (role: string, owner: string, password: string) => {
  const sql = [...createRole(role, password), `GRANT ${name(role)} TO ${name(owner)}`].map((statement) => `${statement};`).join('\n')
  return new StartError(
    'ROLE_NOT_ALLOWED',
    `The database user ${owner} may not make the role ${role}: an administrator must run the SQL given here`,
    { sql },
  )
}

const refusal = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'

const prepareRole = async (client: pg.Client, role: string, password: string) => {
  const { known, settled, superuser, owner } = await readRole(client, role)
  if (settled) return
  try {
    await run(client, known ? [`ALTER ROLE ${name(role)} LOGIN`, ...roleSettings(role)] : createRole(role, password))
    // Only a member may make a schema that belongs to the role.
    if (!superuser) await client.query(`GRANT ${name(role)} TO CURRENT_USER`)
  } catch (error) {
    throw refusal(error) ? notAllowed(role, owner, password) : error
  }
}

const prepareTables = async (client: pg.Client, role: string) => {
  const states = await readTables(client, role)
  if (states.every((state) => state.correct)) return
  const present = (tables: readonly string[]) => tables.filter((table) => states.some((state) => state.table === table))
  await run(client, ['BEGIN', ...tableGrants(role, { hidden: present(HIDDEN), appended: present(appendOnly) }), 'COMMIT'])
}

const prepareJobSchema = async (client: pg.Client, role: string) => {
  if (await hasJobSchema(client, role)) return
  await client.query(`CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION ${name(role)}`)
}

/**
 * Makes the application's role and gives it exactly what it needs; does nothing when all is as it should be.
 * @throws StartError ROLE_NOT_ALLOWED, with the SQL for an administrator in `details.sql`
 */
export const applyGrants = async (client: pg.Client, role: string, password: string) => {
  await prepareRole(client, role, password)
  await prepareTables(client, role)
  await prepareJobSchema(client, role)
}

/** For a role whose password is not the kept one, as after the data folder's secrets were made anew. */
export const resetPassword = async (client: pg.Client, role: string, password: string) => {
  const { owner } = await readRole(client, role)
  try {
    await client.query(`ALTER ROLE ${name(role)} PASSWORD ${literal(scramVerifier(password))}`)
  } catch (error) {
    if (!refusal(error)) throw error
    const sql = `ALTER ROLE ${name(role)} PASSWORD ${literal(scramVerifier(password))};`
    throw new StartError(
      'ROLE_NOT_ALLOWED',
      `The database user ${owner} may not set the password of ${role}: an administrator must run the SQL given here`,
      { sql },
    )
  }
}
