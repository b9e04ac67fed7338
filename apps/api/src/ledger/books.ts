import type { ledgerBooks } from '@chung-tay/contracts/ledger-books'
import type { Prisma } from '@chung-tay/db/client'
import type { AccountBook, JournalBookLine } from '@chung-tay/documents/books'
import { addDays, fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import type { CountedAccount } from '@chung-tay/domain/ledger/closing'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import type { z } from 'zod'
import { agencyOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found, scope } from '../http/scope.ts'
import { between } from './service.ts'

export type Period = z.output<typeof ledgerBooks.journal.query>
type AccountQuery = z.output<typeof ledgerBooks.account.query>

export const order = [
  { entry: { enteredOn: 'asc' } },
  { entry: { year: 'asc' } },
  { entry: { number: 'asc' } },
  { id: 'asc' },
] as const satisfies Prisma.JournalLineOrderByWithRelationInput[]

const titles: Record<CountedAccount, { title: string; name: string }> = {
  '111': { title: 'Sổ quỹ tiền mặt', name: 'so-quy-tien-mat' },
  '112': { title: 'Sổ tiền gửi ngân hàng', name: 'so-tien-gui' },
}

/** Who binds a book, when and under which name of the agency. */
export const cover = async (context: Context, { from, to }: Period) => {
  const { parentName, name, place } = await agencyOn(context.db, to)
  const signers = [
    { title: 'Người ghi sổ', name: null },
    { title: 'Thủ quỹ', name: null },
    { title: 'Chủ tịch Công đoàn', name: null },
  ]
  return { agency: { parentName, name, place }, from, to, on: context.clock.today(), signers }
}

/** What is carried over: entries before the first day, and what the program took over on that very day. */
export const carriedOver = (from: IsoDate): Prisma.JournalEntryWhereInput => ({
  OR: [{ enteredOn: { lte: toDbDate(addDays(from, -1)) } }, { enteredOn: toDbDate(from), kind: 'opening' }],
})

/** The lines of a book: what was entered in the period and is not carried over. */
export const entered = ({ from, to }: Period): Prisma.JournalEntryWhereInput => ({
  enteredOn: between(from, to),
  NOT: { enteredOn: toDbDate(from), kind: 'opening' },
})

export const sumBefore = async (context: Context, where: Prisma.JournalLineWhereInput): Promise<number> => {
  const { _sum } = await context.db.journalLine.aggregate({ where, _sum: { debit: true, credit: true } })
  return Number(_sum.debit ?? 0) - Number(_sum.credit ?? 0)
}

const linesOfAccount = async (context: Context, where: Prisma.JournalLineWhereInput, opening: number): Promise<AccountBook['lines']> => {
  const rows = await context.db.journalLine.findMany({ where, include: { entry: true }, orderBy: [...order] })
  let balance = opening
  return rows.map(({ entry, debit, credit }) => {
    const [received, paid] = [Number(debit), Number(credit)]
    balance += received - paid
    return { on: fromDbDate(entry.enteredOn), number: numberLabel('journal', entry.year, entry.number), memo: entry.memo, received, paid, balance }
  })
}

export const writeAccountBook = async (context: Context, { account, fundId, ...period }: AccountQuery): Promise<Written> => {
  const fund =
    fundId === undefined ? null : found(await context.db.fund.findFirst({ where: { AND: [{ id: fundId }, scope(context, 'read', 'Fund')] } }))
  const lines = { accountCode: account, ...(fund && { fundId: fund.id }) }
  const opening = await sumBefore(context, { ...lines, entry: carriedOver(period.from) })
  const { accountBook } = await import('@chung-tay/documents/books')
  const { title, name } = titles[account]
  const within = { ...lines, entry: entered(period) }
  const book = { ...(await cover(context, period)), title, fund: fund?.name ?? null, opening, lines: await linesOfAccount(context, within, opening) }
  return { name, source: accountBook(book) }
}

export const journalLines = async (context: Context, { from, to }: Period): Promise<JournalBookLine[]> => {
  const rows = await context.db.journalLine.findMany({
    where: { entry: { AND: [{ enteredOn: between(from, to) }, scope(context, 'read', 'JournalEntry')] } },
    include: { entry: true, fund: { select: { name: true } } },
    orderBy: [...order],
  })
  return rows.map(({ entry, accountCode, fund, debit, credit }) => ({
    on: fromDbDate(entry.enteredOn),
    number: numberLabel('journal', entry.year, entry.number),
    memo: entry.memo,
    account: accountCode,
    fund: fund.name,
    debit: Number(debit),
    credit: Number(credit),
  }))
}

export const writeJournalBook = async (context: Context, period: Period): Promise<Written> => {
  const { journalBook } = await import('@chung-tay/documents/books')
  return { name: 'so-nhat-ky-chung', source: journalBook({ ...(await cover(context, period)), lines: await journalLines(context, period) }) }
}
