import { createHash } from 'node:crypto'
import type { BalanceCountRecord, ClosingRecord } from '@chung-tay/contracts/ledger-closing'
import type { JournalBookLine } from '@chung-tay/documents/books'
import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import type { LedgerCheck } from '@chung-tay/domain/ledger/checks'
import type { Context } from '../http/context.ts'
import { csvText, type ExportColumn } from '../http/export.ts'
import { journalLines } from './books.ts'
import { getClosings, listCounts } from './closing.ts'
import { checkLedger, listBalances } from './service.ts'

const journalColumns: ExportColumn<JournalBookLine>[] = [
  { header: 'Ngày', value: (one) => formatDay(one.on) },
  { header: 'Số bút toán', value: (one) => one.number },
  { header: 'Diễn giải', value: (one) => one.memo },
  { header: 'Tài khoản', value: (one) => one.account },
  { header: 'Quỹ', value: (one) => one.fund },
  { header: 'Nợ', value: (one) => one.debit },
  { header: 'Có', value: (one) => one.credit },
]

type Balance = { fundName: string; account: string; accountName: string; debit: number; credit: number; balance: number }
const balanceColumns: ExportColumn<Balance>[] = [
  { header: 'Quỹ', value: (one) => one.fundName },
  { header: 'Tài khoản', value: (one) => one.account },
  { header: 'Tên tài khoản', value: (one) => one.accountName },
  { header: 'Nợ', value: (one) => one.debit },
  { header: 'Có', value: (one) => one.credit },
  { header: 'Số dư', value: (one) => one.balance },
]

const countColumns: ExportColumn<BalanceCountRecord>[] = [
  { header: 'Cuối ngày', value: (one) => formatDay(one.countedOn) },
  { header: 'Tài khoản', value: (one) => one.accountName },
  { header: 'Sổ sách', value: (one) => one.booked },
  { header: 'Thực có', value: (one) => one.counted },
  { header: 'Ghi chú', value: (one) => one.note },
  { header: 'Người kiểm kê', value: (one) => one.countedByName },
  { header: 'Lúc', value: (one) => one.createdAt.toISOString() },
]

const closingColumns: ExportColumn<ClosingRecord>[] = [
  { header: 'Khóa đến hết ngày', value: (one) => (one.closedUntil === null ? 'Không khóa' : formatDay(one.closedUntil)) },
  { header: 'Lý do mở lại', value: (one) => one.reason },
  { header: 'Người thực hiện', value: (one) => one.byName },
  { header: 'Lúc', value: (one) => one.createdAt.toISOString() },
]

const checkColumns: ExportColumn<LedgerCheck>[] = [
  { header: 'Phép kiểm tra', value: (one) => one.name },
  { header: 'Kết quả', value: (one) => (one.ok ? 'Đúng' : 'Sai') },
  { header: 'Thấy', value: (one) => one.found },
  { header: 'Phải là', value: (one) => one.expected },
]

const allCounts = async (context: Context): Promise<BalanceCountRecord[]> => {
  const items: BalanceCountRecord[] = []
  let cursor: string | undefined
  do {
    const page = await listCounts(context, { cursor, limit: 200 })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

const balancesOf = async (context: Context): Promise<Balance[]> =>
  (await listBalances(context)).funds.flatMap(({ fundName, accounts }) => accounts.map((account) => ({ fundName, ...account })))

/** Everything an auditor takes along of a period: tables that any spreadsheet opens, and a list of what they are, to check them against. */
export const writeAuditFile = async (context: Context, period: { from: IsoDate; to: IsoDate }): Promise<Uint8Array> => {
  const [lines, balances, counts, closings, { checks }] = await Promise.all([
    journalLines(context, period),
    balancesOf(context),
    allCounts(context),
    getClosings(context),
    checkLedger(context),
  ])
  const tables: Record<string, string> = {
    'so-nhat-ky.csv': csvText(journalColumns, lines),
    'so-du.csv': csvText(balanceColumns, balances),
    'kiem-ke.csv': csvText(countColumns, counts),
    'khoa-so.csv': csvText(closingColumns, closings.items),
    'phep-kiem-tra.csv': csvText(checkColumns, checks),
  }
  const files = Object.entries(tables).map(([name, text]) => [name, Buffer.from(text)] as const)
  const digests = files.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')
  const { zipSync } = await import('fflate')
  return zipSync({ ...Object.fromEntries(files), 'SHA256SUMS.txt': Buffer.from(digests) })
}
