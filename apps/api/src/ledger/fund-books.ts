import type { Prisma } from '@chung-tay/db/client'
import type { DayBookLine } from '@chung-tay/documents/day-book'
import type { FundBookLine } from '@chung-tay/documents/fund-book'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { assetOf } from '@chung-tay/domain/ledger/postings'
import { fileNameOf } from '@chung-tay/domain/text'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found, scope } from '../http/scope.ts'
import { carriedOver, cover, entered, order, type Period, sumBefore } from './books.ts'

const money = [assetOf.cash, assetOf.transfer]
const assets = Object.values(assetOf)
const names: Readonly<Record<string, string>> = { '111': 'tiền mặt', '112': 'tiền gửi ngân hàng', '152': 'hiện vật trong kho' }

const until = (day: string): Prisma.JournalLineWhereInput => ({ entry: { enteredOn: { lte: toDbDate(day) } } })

/** The accounts on the other side of a line, within its own fund. */
const against = (line: { accountCode: string; fundId: string; debit: bigint }, lines: readonly (typeof line)[]): string => {
  const other = lines.filter(({ fundId, debit }) => fundId === line.fundId && debit > 0n !== line.debit > 0n)
  return [...new Set(other.map(({ accountCode }) => accountCode))].join(', ')
}

const linesOfFund = async (context: Context, fundId: string, period: Period, opening: number): Promise<FundBookLine[]> => {
  const rows = await context.db.journalLine.findMany({
    where: { fundId, accountCode: { in: assets }, entry: entered(period) },
    include: { entry: { include: { lines: true } } },
    orderBy: [...order],
  })
  let balance = opening
  return rows.map((row) => {
    const [received, paid] = [Number(row.debit), Number(row.credit)]
    balance += received - paid
    const { entry, accountCode: account } = row
    const number = numberLabel('journal', entry.year, entry.number)
    return { on: fromDbDate(entry.enteredOn), number, memo: entry.memo, account, against: against(row, entry.lines), received, paid, balance }
  })
}

export const writeFundBook = async (context: Context, { fundId, ...period }: Period & { fundId: string }): Promise<Written> => {
  const fund = found(await context.db.fund.findFirst({ where: { AND: [{ id: fundId }, scope(context, 'read', 'Fund')] } }))
  const opening = await sumBefore(context, { fundId, accountCode: { in: assets }, entry: carriedOver(period.from) })
  const parts = await Promise.all(
    assets.map(async (accountCode) => ({
      name: names[accountCode] ?? accountCode,
      balance: await sumBefore(context, { fundId, accountCode, ...until(period.to) }),
    })),
  )
  const { fundBook } = await import('@chung-tay/documents/fund-book')
  const book = { ...(await cover(context, period)), fund: fund.name, opening, lines: await linesOfFund(context, fundId, period, opening), parts }
  return { name: `so-chi-tiet-${fileNameOf(fund.code)}`, source: fundBook(book) }
}

type Papers = ReadonlyMap<string, string>

/** The numbers of the vouchers behind entries; an entry without one is known by its own number. */
const papersOf = async ({ db }: Context, ids: readonly string[]): Promise<Papers> => {
  const where = { id: { in: [...ids] } }
  const [donations, payments] = await Promise.all([
    db.donation.findMany({ where, select: { id: true, receiptYear: true, receiptNumber: true } }),
    db.disbursement.findMany({ where, select: { id: true, voucherYear: true, voucherNumber: true } }),
  ])
  return new Map([
    ...donations.map(({ id, receiptYear, receiptNumber }) => [id, numberLabel('receipt', receiptYear, receiptNumber)] as const),
    ...payments.map(({ id, voucherYear, voucherNumber }) => [id, numberLabel('voucher', voucherYear, voucherNumber)] as const),
  ])
}

export const writeDayBook = async (context: Context, period: Period): Promise<Written> => {
  const opening = await sumBefore(context, { accountCode: { in: money }, entry: carriedOver(period.from) })
  const rows = await context.db.journalLine.findMany({
    where: { accountCode: { in: money }, entry: entered(period) },
    include: { entry: true, fund: { select: { name: true } } },
    orderBy: [...order],
  })
  const papers = await papersOf(context, [...new Set(rows.map(({ entry }) => entry.sourceId))])
  const lines = rows.map(
    ({ entry, accountCode, fund, debit, credit }): DayBookLine => ({
      on: fromDbDate(entry.enteredOn),
      // A reversal has a voucher no more than it has a receipt: it is known by its own number.
      paper: (entry.reversesId === null ? papers.get(entry.sourceId) : undefined) ?? numberLabel('journal', entry.year, entry.number),
      memo: entry.memo,
      fund: fund.name,
      method: accountCode === assetOf.cash ? 'Tiền mặt' : 'Chuyển khoản',
      received: Number(debit),
      paid: Number(credit),
    }),
  )
  const { dayBook } = await import('@chung-tay/documents/day-book')
  return { name: 'so-nhat-ky-thu-chi', source: dayBook({ ...(await cover(context, period)), opening, lines }) }
}
