import { buffer } from 'node:stream/consumers'
import type { BankStatementRecord, bankStatements, StatementCheck, StatementRow } from '@chung-tay/contracts/bank-statements'
import type { BankStatement } from '@chung-tay/db/client'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { accountDigits, isAccount } from '@chung-tay/domain/statements/frame'
import { type ReadLine, readStatement, type StatementReading } from '@chung-tay/domain/statements/read'
import { knownLines, newFingerprints } from '@chung-tay/domain/statements/same-line'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import { attachFiles, getFile } from '../files/service.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { page } from '../http/pages.ts'
import { scope } from '../http/scope.ts'
import { openCampaign } from '../ledger/service.ts'

/** A year of a busy account; a longer file is some other table. */
const maximumRows = 10_000

type Read = { fileName: string; sha256: string; reading: StatementReading }

const readFile = async (context: Context, fileId: string): Promise<Read> => {
  const file = await getFile(context, fileId)
  const bytes = await buffer(context.files.open(file.sha256))
  const { readTables } = await import('../files/cells.ts')
  const readings = readTables(bytes, file.mediaType, maximumRows + 1).flatMap(({ rows, heads }) => {
    if (rows.length > maximumRows) throw new DomainError('IMPORT_UNREADABLE', { maximum: maximumRows })
    const reading = readStatement(rows, { today: context.clock.today(), heads })
    return reading ? [reading] : []
  })
  const [reading] = readings.toSorted((one, other) => other.lines.length - one.lines.length)
  if (!reading) throw new DomainError('IMPORT_UNREADABLE', { problem: 'statement' })
  return { fileName: file.name, sha256: file.sha256, reading }
}

type Accounts = { account: string; fundNames: string[] }[]

/** The accounts that funds receive on, each with its funds. */
const accountsOf = async (db: Db): Promise<Accounts> => {
  const funds = await db.fund.findMany({
    where: { bankAccount: { not: null } },
    orderBy: { sortOrder: 'asc' },
    select: { name: true, bankAccount: true },
  })
  const byAccount = Map.groupBy(funds, ({ bankAccount }) => accountDigits(bankAccount ?? ''))
  return [...byAccount].map(([account, own]) => ({ account, fundNames: own.map(({ name }) => name) }))
}

/** The account of the file; one that chooses for a silent file must choose among ours. @throws DomainError BANK_ACCOUNT_UNKNOWN */
const accountOf = (written: string | null, chosen: string | null, accounts: Accounts): string | null => {
  if (accounts.length === 0) throw new DomainError('BANK_ACCOUNT_UNKNOWN', { none: true })
  const wanted = written ?? chosen
  if (wanted === null) return null
  const own = accounts.find(({ account }) => isAccount(wanted, account))
  if (!own) throw new DomainError('BANK_ACCOUNT_UNKNOWN', { account: wanted })
  return own.account
}

const spanOf = (lines: readonly ReadLine[]): { from: IsoDate; to: IsoDate } | null => {
  const days = lines.map(({ day }) => day).sort()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/** What of the account is known of those days. */
const knownOf = async (db: Db, account: string, lines: readonly ReadLine[]) => {
  const span = spanOf(lines)
  if (span === null) return []
  const rows = await db.bankLine.findMany({ where: { account, day: { gte: toDbDate(span.from), lte: toDbDate(span.to) } }, omit: { search: true } })
  return rows.map(({ day, amount, balance, ...row }) => ({
    ...row,
    day: fromDbDate(day),
    amount: Number(amount),
    balance: balance === null ? null : Number(balance),
  }))
}

const sumOf = (lines: readonly ReadLine[], direction: ReadLine['direction']) => {
  const own = lines.filter((line) => line.direction === direction)
  return { count: own.length, amount: own.reduce((sum, { amount }) => sum + amount, 0) }
}

/** Empty rows need no word. */
const told = (ignored: StatementReading['ignored']) => ignored.filter(({ text }) => text !== '')

const rowsOf = ({ lines, ignored, unclear }: StatementReading, known: ReadonlyMap<number, string>): StatementRow[] =>
  [
    ...lines.map(({ account: _, balance: __, ...line }, at) => ({ outcome: known.has(at) ? ('known' as const) : ('new' as const), ...line })),
    ...unclear.map((row) => ({ outcome: 'unclear' as const, ...row })),
    ...told(ignored).map((row) => ({ outcome: 'ignored' as const, ...row })),
  ].sort((one, other) => one.row - other.row)

/** The dry run: how the file is read, what of it is known, and nothing written. */
export const checkStatement = async (context: Context, query: z.output<typeof bankStatements.check.query>): Promise<StatementCheck> => {
  const { fileName, sha256, reading } = await readFile(context, query.fileId)
  const accounts = await accountsOf(context.db)
  const account = accountOf(reading.account, query.account ?? null, accounts)
  const known = account === null ? new Map<number, string>() : knownLines(reading.lines, await knownOf(context.db, account, reading.lines))
  const before = account === null ? null : await context.db.bankStatement.findUnique({ where: { account_sha256: { account, sha256 } } })
  const names = await namesOfUsers(context.db, [before?.createdById])
  const fresh = reading.lines.filter((_, at) => !known.has(at))
  return {
    fileName,
    account,
    accounts,
    from: reading.from,
    to: reading.to,
    imported: before && { at: before.createdAt, byName: names.get(before.createdById) ?? '' },
    counts: { new: fresh.length, known: known.size, unclear: reading.unclear.length, ignored: told(reading.ignored).length },
    credits: sumOf(fresh, 'credit'),
    debits: sumOf(fresh, 'debit'),
    balanceBreaks: reading.balanceBreaks,
    rows: rowsOf(reading, known),
  }
}

const present = (row: BankStatement, createdByName: string, fileId: string | null): BankStatementRecord => {
  const { campaignId: _, sha256: __, createdById: ___, from, to, ...rest } = row
  return { ...rest, from: from && fromDbDate(from), to: to && fromDbDate(to), createdByName, fileId }
}

/** A statement with its new lines, each waiting for somebody to say what it is. */
const keepLines = async (context: WriteContext, statement: BankStatement, lines: readonly ReadLine[], fingerprints: readonly string[]) => {
  const rows = lines.map((line, at) => ({ ...line, id: newId(), fingerprint: fingerprints[at] ?? '' }))
  await context.db.bankLine.createMany({
    data: rows.map(({ account: counterAccount, day, amount, balance, ...line }) => ({
      ...line,
      statementId: statement.id,
      campaignId: statement.campaignId,
      account: statement.account,
      counterAccount,
      day: toDbDate(day),
      amount: BigInt(amount),
      balance: balance === null ? null : BigInt(balance),
      search: foldText(`${line.text} ${line.name} ${line.reference} ${counterAccount} ${amount}`),
    })),
  })
  await context.db.bankLineState.createMany({ data: rows.map(({ id, amount }) => ({ lineId: id, amount: BigInt(amount) })) })
}

/** Judged again within the transaction: another statement may have come in between. */
export const importStatement = async (
  context: WriteContext,
  campaignId: string,
  input: z.output<typeof bankStatements.import.body>,
): Promise<BankStatementRecord> => {
  await openCampaign(context, campaignId)
  const { fileName, sha256, reading } = await readFile(context, input.fileId)
  const account = accountOf(reading.account, input.account, await accountsOf(context.db))
  if (account === null) throw invalidField('account', 'required')
  // Two overlapping statements of one account follow each other, and the second finds the lines of the first.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bank account'), hashtext(${account}))`
  const before = await context.db.bankStatement.findUnique({ where: { account_sha256: { account, sha256 } } })
  if (before) throw new DomainError('STATEMENT_KNOWN', { at: before.createdAt.toISOString() })
  const kept = await knownOf(context.db, account, reading.lines)
  const known = knownLines(reading.lines, kept)
  const fresh = reading.lines.filter((_, at) => !known.has(at))
  const counts = { added: fresh.length, known: known.size, ignored: told(reading.ignored).length, unclear: reading.unclear.length }
  const statement = await context.db.bankStatement.create({
    data: {
      campaignId,
      fileName,
      sha256,
      account,
      from: reading.from && toDbDate(reading.from),
      to: reading.to && toDbDate(reading.to),
      ...counts,
      balanceBreaks: reading.balanceBreaks.length,
      createdById: context.actor.userId,
      createdAt: context.clock.now(),
    },
  })
  await attachFiles(context, 'BankStatement', statement.id, [input.fileId])
  await keepLines(context, statement, fresh, newFingerprints(account, fresh, new Set(kept.map(({ fingerprint }) => fingerprint))))
  await context.audit({ subject: 'BankStatement', id: statement.id, after: { fileName, account, ...counts } })
  return present(statement, context.actor.name, input.fileId)
}

export const listStatements = async (context: Context, campaignId: string, query: z.output<typeof bankStatements.list.query>) => {
  const where = { AND: [{ campaignId }, scope(context, 'read', 'BankStatement')] }
  const { items, ...rest } = await page(
    query,
    (window) => context.db.bankStatement.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...window }),
    () => context.db.bankStatement.count({ where }),
    (row) => row,
  )
  const names = await namesOfUsers(
    context.db,
    items.map(({ createdById }) => createdById),
  )
  const files = await context.db.file.findMany({ where: { subjectType: 'BankStatement', subjectId: { in: items.map(({ id }) => id) } } })
  const fileOf = new Map(files.map(({ id, subjectId }) => [subjectId, id]))
  return { ...rest, items: items.map((row) => present(row, names.get(row.createdById) ?? '', fileOf.get(row.id) ?? null)) }
}
