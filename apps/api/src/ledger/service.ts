import type { JournalEntryRecord, ledger, StatementLine } from '@chung-tay/contracts/ledger'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { ledgerChecks } from '@chung-tay/domain/ledger/checks'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { type AccountCode, accountCodes, assetOf, isBalanced, type Method, type Posting, reversalPostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { select } from '../http/sql.ts'
import { type FigureRow, figuresSql, insertEntry, lockFund, type NewEntry, type StatementRow, statementSql, takeNumbers } from './queries.ts'

/** The campaign a record is made under, unless it is closed. */
export const openCampaign = async (context: WriteContext, campaignId: string): Promise<void> => {
  const campaign = found(
    await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] }, select: { status: true } }),
  )
  requireOpen(campaign.status)
}

/** @throws DomainError NOT_FOUND, FUND_INACTIVE */
export const openFund = async (db: Db, fundId: string): Promise<{ name: string }> => {
  const fund = await db.fund.findUnique({ where: { id: fundId }, select: { name: true, active: true } })
  if (!fund) throw new DomainError('NOT_FOUND', { reference: true })
  if (!fund.active) throw new DomainError('FUND_INACTIVE', { name: fund.name })
  return fund
}

/** Writes a balanced entry; without a number it takes the year's next. */
export const postEntry = async (context: WriteContext, entry: NewEntry, number?: number): Promise<void> => {
  if (!isBalanced(entry.postings)) throw new Error(`an entry of ${entry.sourceType} ${entry.sourceId} is not balanced`)
  const year = numberingYear(entry.enteredOn)
  const taken = number ?? (await takeNumbers(context.db, year, ['journal'])).journal
  await insertEntry(context.db, entry, { year, number: taken, createdById: context.actor.userId, createdAt: context.clock.now() })
}

/** Takes the entry of a record back: the same lines with sides changed, entered today. */
export const reverseEntry = async (context: WriteContext, sourceType: string, sourceId: string, reason: string): Promise<void> => {
  const entry = await context.db.journalEntry.findFirstOrThrow({ where: { sourceType, sourceId, reversesId: null }, include: { lines: true } })
  const postings: Posting[] = entry.lines.map(({ accountCode, fundId, debit, credit }) => ({
    account: codeOf(accountCode),
    fundId,
    debit: Number(debit),
    credit: Number(credit),
  }))
  await postEntry(context, {
    campaignId: entry.campaignId,
    kind: 'reversal',
    enteredOn: context.clock.today(),
    memo: `Hủy ${numberLabel('journal', entry.year, entry.number)}: ${reason}`,
    sourceType,
    sourceId,
    reversesId: entry.id,
    postings: reversalPostings(postings),
  })
}

const codeOf = (text: string): AccountCode => {
  const code = accountCodes.find((known) => known === text)
  if (code === undefined) throw new Error(`no account ${text}`)
  return code
}

/**
 * Makes sure that so much may leave the fund, and that nobody else takes it meanwhile: the fund stays locked until the transaction ends.
 * @throws DomainError FUND_OVERDRAWN with { balance, wanted } in whole đồng, { method } and the field that asked for it; NOT_FOUND
 */
export const draw = async (context: WriteContext, fundId: string, method: Method, amount: number, place: { field?: string } = {}): Promise<void> => {
  const balance = await lockFund(context.db, fundId, assetOf[method])
  if (balance === undefined) throw new DomainError('NOT_FOUND', { reference: true })
  if (balance < amount) throw new DomainError('FUND_OVERDRAWN', { balance, wanted: amount, method, ...place })
}

const withLines = {
  reversedBy: { select: { id: true } },
  lines: { include: { account: { select: { name: true } }, fund: { select: { name: true } } }, orderBy: [{ credit: 'asc' }, { accountCode: 'asc' }] },
} satisfies Prisma.JournalEntryInclude

const present = (row: Prisma.JournalEntryGetPayload<{ include: typeof withLines }>): JournalEntryRecord => ({
  id: row.id,
  number: numberLabel('journal', row.year, row.number),
  enteredOn: fromDbDate(row.enteredOn),
  kind: row.kind,
  memo: row.memo,
  sourceType: row.sourceType,
  sourceId: row.sourceId,
  reversesId: row.reversesId,
  reversedById: row.reversedBy?.id ?? null,
  lines: row.lines.map(({ accountCode, account, fundId, fund, debit, credit }) => ({
    account: codeOf(accountCode),
    accountName: account.name,
    fundId,
    fundName: fund.name,
    debit: Number(debit),
    credit: Number(credit),
  })),
})

/** The entries of a record that the person may read, the first to the last. */
export const entriesOfSource = async (db: Db, sourceType: string, sourceId: string): Promise<JournalEntryRecord[]> => {
  const rows = await db.journalEntry.findMany({ where: { sourceType, sourceId }, include: withLines, orderBy: [{ year: 'asc' }, { number: 'asc' }] })
  return rows.map(present)
}

type JournalQuery = z.output<typeof ledger.journal.query>

/** Days of a list's filter, both included. */
export const between = (from: IsoDate | undefined, to: IsoDate | undefined) => ({
  ...(from !== undefined && { gte: toDbDate(from) }),
  ...(to !== undefined && { lte: toDbDate(to) }),
})

const linesOf = ({ fundId, account }: JournalQuery): Prisma.JournalLineWhereInput => ({
  ...(fundId !== undefined && { fundId }),
  ...(account !== undefined && { accountCode: account }),
})

const entriesOf = (context: Context, campaignId: string, query: JournalQuery): Prisma.JournalEntryWhereInput => ({
  AND: [
    { campaignId, enteredOn: between(query.from, query.to) },
    scope(context, 'read', 'JournalEntry'),
    query.kind === undefined ? {} : { kind: query.kind },
    query.sourceId === undefined ? {} : { sourceId: query.sourceId },
    query.fundId === undefined && query.account === undefined ? {} : { lines: { some: linesOf(query) } },
    query.q === undefined ? {} : { search: { contains: foldText(query.q) } },
  ],
})

export const listJournal = async (context: Context, campaignId: string, query: JournalQuery) => {
  const where = entriesOf(context, campaignId, query)
  const { column, direction } = orderOf(query.sort)
  const orderBy: Prisma.JournalEntryOrderByWithRelationInput[] = [
    ...(column === 'enteredOn' ? [{ enteredOn: direction }] : [{ year: direction }, { number: direction }]),
    { id: direction },
  ]
  const [entries, sums] = await Promise.all([
    page(
      query,
      (window) => context.db.journalEntry.findMany({ where, include: withLines, orderBy, ...window }),
      () => context.db.journalEntry.count({ where }),
      present,
    ),
    context.db.journalLine.aggregate({ where: { ...linesOf(query), entry: where }, _sum: { debit: true, credit: true } }),
  ])
  return { ...entries, debit: Number(sums._sum.debit ?? 0), credit: Number(sums._sum.credit ?? 0) }
}

/** What lies in each fund, for those lists that show it beside the fund. */
export const assetsOf = async ({ db }: Pick<Context, 'db'>) => {
  const rows = await db.fundBalance.findMany({ where: { accountCode: { in: Object.values(assetOf) } } })
  return (fundId: string) => {
    const left = (method: Method) => {
      const row = rows.find((balance) => balance.fundId === fundId && balance.accountCode === assetOf[method])
      return row ? Number(row.debit - row.credit) : 0
    }
    return { cash: left('cash'), bank: left('transfer'), goods: left('inKind') }
  }
}

export const listBalances = async ({ db }: Context) => {
  const [funds, accounts, balances] = await Promise.all([
    db.fund.findMany({ orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }], select: { id: true, name: true } }),
    db.ledgerAccount.findMany({ orderBy: { sortOrder: 'asc' } }),
    db.fundBalance.findMany(),
  ])
  const account = (fundId: string) => (known: (typeof accounts)[number]) => {
    const row = balances.find((balance) => balance.fundId === fundId && balance.accountCode === known.code)
    const [debit, credit] = [Number(row?.debit ?? 0), Number(row?.credit ?? 0)]
    const balance = known.kind === 'income' || known.kind === 'equity' ? credit - debit : debit - credit
    return { account: codeOf(known.code), accountName: known.name, debit, credit, balance }
  }
  return { funds: funds.map(({ id, name }) => ({ fundId: id, fundName: name, accounts: accounts.map(account(id)) })) }
}

const presentLine = (row: StatementRow): StatementLine => {
  const { year, number, opening: _, total: __, allReceived: ___, allPaid: ____, ...line } = row
  return { ...line, number: numberLabel('journal', year, number) }
}

export const fundStatement = async (context: Context, fundId: string, query: z.output<typeof ledger.statement.query>) => {
  found(await context.db.fund.findFirst({ where: { AND: [{ id: fundId }, scope(context, 'read', 'Fund')] }, select: { id: true } }))
  const rows = await select<StatementRow>(context.database, statementSql(fundId, query))
  const head = rows[0] ?? { opening: 0, total: 0, allReceived: 0, allPaid: 0 }
  const lines = rows.filter(({ id }) => id !== null).slice(0, query.limit)
  const more = rows.length > query.limit
  return {
    items: lines.map(presentLine),
    total: head.total,
    nextCursor: more ? (lines.at(-1)?.id ?? null) : null,
    opening: head.opening,
    received: head.allReceived,
    paid: head.allPaid,
    closing: head.opening + head.allReceived - head.allPaid,
  }
}

/** Looks at every invariant in one snapshot; also for the start of the program, the night, and before a report is locked. */
export const checkLedger = async ({ db }: Pick<Context, 'db'>) => {
  const [row] = await db.$queryRaw<[FigureRow]>(figuresSql)
  const number = (name: keyof FigureRow) => Number(row[name])
  const checks = ledgerChecks({
    debit: number('debit'),
    credit: number('credit'),
    unbalancedEntries: number('unbalancedEntries'),
    negativeBalances: number('negativeBalances'),
    wrongBalances: number('wrongBalances'),
    donations: number('donations'),
    income: number('income'),
    disbursements: number('disbursements'),
    expense: number('expense'),
    openings: number('openings'),
    equity: number('equity'),
    wrongTotals: number('wrongTotals'),
    goods: number('goods'),
    lots: number('lots'),
    wrongLots: number('wrongLots'),
    wrongStock: number('wrongStock'),
    gaps: number('gaps'),
    unposted: number('unposted'),
  })
  return { ok: checks.every((check) => check.ok), checks }
}
