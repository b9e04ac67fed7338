import type { BankLineDetail, BankLineRecord, bankLines } from '@chung-tay/contracts/bank-lines'
import type { Prisma } from '@chung-tay/db/client'
import { addDays, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { lineSums } from '@chung-tay/domain/statements/status'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { between } from '../ledger/service.ts'
import { type Candidates, candidatesOf, suggestionsOf } from './candidates.ts'

const donation = {
  select: {
    receiptYear: true,
    receiptNumber: true,
    donor: { select: { name: true } },
    fund: { select: { name: true } },
    pledge: { select: { id: true, reference: true } },
  },
} as const

export const shown = { state: true, parts: { where: { released: false }, orderBy: { createdAt: 'asc' }, include: { donation } } } as const
export type LineRow = Prisma.BankLineGetPayload<{ include: typeof shown }>
export type StatedRow = LineRow & { state: NonNullable<LineRow['state']> }

/** Every line is kept together with its state. */
export const stated = (row: LineRow): StatedRow => {
  if (!row.state) throw new Error(`bank line ${row.id} has no state`)
  return { ...row, state: row.state }
}

const waits = ({ direction, state }: StatedRow): boolean => direction === 'credit' && (state.status === 'waiting' || state.status === 'partly')

export const toMatch = ({ day, text, name, reference, amount, state }: StatedRow) => ({
  day: fromDbDate(day),
  text,
  name,
  reference,
  rest: Number(amount - state.allocated),
})

type Names = ReadonlyMap<string, string>

const present = (row: StatedRow, names: Names, candidates: Candidates | null): BankLineRecord => {
  const { state, parts, day, amount, balance, campaignId: _, fingerprint: __, search: ___, ...facts } = row
  const { allocated, status, setAsideReason, note, returnsLineId, returnsDonationId, decidedById, decidedAt, version } = state
  return {
    ...facts,
    day: fromDbDate(day),
    amount: Number(amount),
    balance: balance === null ? null : Number(balance),
    allocated: Number(allocated),
    ...{ status, setAsideReason, note, decidedAt, version },
    decidedByName: names.get(decidedById ?? '') ?? null,
    returns: returnsLineId === null && returnsDonationId === null ? null : { lineId: returnsLineId, donationId: returnsDonationId },
    parts: parts.map(({ id, donationId, amount: own, made, donation: { receiptYear, receiptNumber, donor, fund, pledge } }) => ({
      ...{ id, donationId, made, pledge },
      receipt: numberLabel('receipt', receiptYear, receiptNumber),
      donorName: donor.name,
      fundName: fund.name,
      amount: Number(own),
    })),
    suggestions: candidates && waits(row) ? suggestionsOf(toMatch(row), candidates) : [],
  }
}

/** Lines as they are shown; suggestions are looked for only where one of them waits. */
export const presentLines = async ({ db }: Pick<Context, 'db'>, rows: readonly LineRow[]): Promise<BankLineRecord[]> => {
  const lines = rows.map(stated)
  const names = await namesOfUsers(
    db,
    lines.map(({ state }) => state.decidedById),
  )
  const campaigns = [...new Set(lines.filter(waits).map(({ campaignId }) => campaignId))]
  const candidates = new Map<string, Candidates>()
  for (const id of campaigns) candidates.set(id, await candidatesOf(db, id))
  return lines.map((line) => present(line, names, candidates.get(line.campaignId) ?? null))
}

type ListQuery = z.output<typeof bankLines.list.query>

const linesOf = (context: Context, campaignId: string, query: ListQuery): Prisma.BankLineWhereInput => ({
  AND: [
    { campaignId, day: between(query.from, query.to) },
    scope(context, 'read', 'BankLine'),
    query.direction === undefined ? {} : { direction: query.direction },
    query.statementId === undefined ? {} : { statementId: query.statementId },
    query.q === undefined
      ? {}
      : { OR: [{ search: { contains: foldText(query.q) } }, { search: { contains: foldText(query.q).replace(/[.,](?=\d{3})/g, '') } }] },
  ],
})

/** `open` is what waits, wholly or in part. */
export const ofStatus = (status: NonNullable<ListQuery['status']>): Prisma.BankLineWhereInput => ({
  state: { is: { status: status === 'open' ? { in: ['waiting', 'partly'] } : status } },
})

const sumsOf = async ({ db }: Context, where: Prisma.BankLineWhereInput) => {
  const groups = await db.bankLineState.groupBy({
    by: ['status'],
    where: { line: { AND: [where, { direction: 'credit' }] } },
    _sum: { amount: true, allocated: true },
    _count: true,
  })
  const lines = groups.map(({ status, _sum }) => ({
    amount: Number(_sum.amount ?? 0),
    allocated: Number(_sum.allocated ?? 0),
    setAside: status === 'setAside',
  }))
  const waitingCount = groups.filter(({ status }) => status === 'waiting' || status === 'partly').reduce((sum, { _count }) => sum + _count, 0)
  return { ...lineSums(lines), waitingCount }
}

export const listLines = async (context: Context, campaignId: string, query: ListQuery) => {
  const every = linesOf(context, campaignId, query)
  const where = query.status === undefined ? every : { AND: [every, ofStatus(query.status)] }
  const { column, direction } = orderOf(query.sort)
  const orderBy: Prisma.BankLineOrderByWithRelationInput[] = [
    ...(column === 'status' ? [{ state: { status: direction } }, { day: 'asc' as const }, { row: 'asc' as const }] : [{ [column]: direction }]),
    { id: 'asc' },
  ]
  const { items, ...rest } = await page(
    query,
    (window) => context.db.bankLine.findMany({ where, include: shown, orderBy, ...window }),
    () => context.db.bankLine.count({ where }),
    (row) => row,
  )
  return { ...rest, items: await presentLines(context, items), sums: await sumsOf(context, every) }
}

/** How long after it came money is still sent back. */
const returnDays = 120

/** What money that went out may have sent back: lines and recorded transfers of the same amount before it. */
const returnablesOf = async ({ db }: Context, line: BankLineRecord, campaignId: string): Promise<BankLineDetail['returnables']> => {
  if (line.direction !== 'debit' || line.returns !== null) return []
  const days = { gte: toDbDate(addDays(line.day, -returnDays)), lte: toDbDate(line.day) }
  const credits = await db.bankLine.findMany({
    where: {
      account: line.account,
      direction: 'credit',
      day: days,
      state: { is: { OR: [{ setAsideReason: null }, { setAsideReason: { not: 'returned' } }] } },
      OR: [{ amount: line.amount }, { parts: { some: { amount: line.amount, released: false } } }],
    },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: 10,
  })
  const gifts = await db.donation.findMany({
    where: { campaignId, method: 'transfer', status: 'recorded', amount: line.amount, receivedOn: days, bankParts: { none: { released: false } } },
    include: { donor: { select: { name: true } } },
    orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
    take: 10,
  })
  return [
    ...credits.map(({ id, day, text, name, amount }) => ({
      lineId: id,
      donationId: null,
      day: fromDbDate(day),
      label: text || name,
      amount: Number(amount),
    })),
    ...gifts.map(({ id, receivedOn, donor, receiptYear, receiptNumber, amount }) => ({
      lineId: null,
      donationId: id,
      day: fromDbDate(receivedOn),
      label: `${numberLabel('receipt', receiptYear, receiptNumber)} ${donor.name}`,
      amount: Number(amount),
    })),
  ]
}

export const getLine = async (context: Context, id: string): Promise<BankLineDetail> => {
  const include = { ...shown, statement: { select: { fileName: true, createdAt: true } } } as const
  const row = found(await context.db.bankLine.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'BankLine')] }, include }))
  const { statement, ...line } = row
  const [record] = await presentLines(context, [line])
  const back = await context.db.bankLineState.findUnique({ where: { returnsLineId: id }, include: { line: { select: { day: true } } } })
  const own = found(record)
  return {
    ...own,
    fileName: statement.fileName,
    importedAt: statement.createdAt,
    returnedBy: back && { lineId: back.lineId, day: fromDbDate(back.line.day) },
    returnables: await returnablesOf(context, own, row.campaignId),
  }
}
