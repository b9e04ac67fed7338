import { type DisbursementRecord, disbursements, type JournalEntryRecord, ledger } from '@chung-tay/contracts/ledger'
import { ledgerBooks } from '@chung-tay/contracts/ledger-books'
import { balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { openings } from '@chung-tay/contracts/openings'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement, implementFile } from '../http/implement.ts'
import { writeAuditFile } from './audit-file.ts'
import { writeAccountBook, writeJournalBook } from './books.ts'
import { getLedgerChecks } from './check-runs.ts'
import { checkClosing, closeLedger, getClosings, listCounts, recordCount, reopenLedger } from './closing.ts'
import { getDisbursement, listDisbursements, recordDisbursement, voidDisbursement } from './disbursements.ts'
import { writeDayBook, writeFundBook } from './fund-books.ts'
import { listFundOpenings, recordFundOpening, voidFundOpening } from './openings.ts'
import { fundStatement, listBalances, listJournal } from './service.ts'

const purposes: Record<DisbursementRecord['purpose'], string> = {
  gift: 'Chi tặng quà',
  award: 'Chi khen thưởng',
  event: 'Chi hoạt động, sự kiện',
  support: 'Chi hỗ trợ',
  fundTransfer: 'Chuyển Quỹ Bảo trợ trẻ em',
  other: 'Chi khác',
}

const disbursementColumns: ExportColumn<DisbursementRecord>[] = [
  { header: 'Số phiếu', width: 16, value: (item) => item.voucher },
  { header: 'Ngày chi', width: 12, value: (item) => formatDay(item.paidOn) },
  { header: 'Nội dung chi', width: 26, value: (item) => purposes[item.purpose] },
  { header: 'Người nhận', width: 30, value: (item) => item.payee },
  { header: 'Quỹ', width: 30, value: (item) => item.fundName },
  { header: 'Hình thức', width: 14, value: (item) => (item.method === 'cash' ? 'Tiền mặt' : 'Chuyển khoản') },
  { header: 'Số tiền (đồng)', width: 18, value: (item) => item.amount },
  { header: 'Diễn giải', width: 40, value: (item) => item.memo },
  { header: 'Trạng thái', width: 12, value: (item) => (item.status === 'voided' ? 'Đã hủy' : 'Đã ghi') },
  { header: 'Lý do hủy', width: 30, value: (item) => item.voidReason },
]

const side = (pick: 'debit' | 'credit') => (item: JournalEntryRecord) =>
  item.lines
    .filter((line) => line[pick] > 0)
    .map((line) => line.account)
    .join(', ')

const journalColumns: ExportColumn<JournalEntryRecord>[] = [
  { header: 'Số bút toán', width: 16, value: (item) => item.number },
  { header: 'Ngày', width: 12, value: (item) => formatDay(item.enteredOn) },
  { header: 'Diễn giải', width: 50, value: (item) => item.memo },
  { header: 'Nợ', width: 8, value: side('debit') },
  { header: 'Có', width: 8, value: side('credit') },
  { header: 'Quỹ', width: 30, value: (item) => [...new Set(item.lines.map((line) => line.fundName))].join(', ') },
  { header: 'Số tiền (đồng)', width: 18, value: (item) => item.lines.reduce((sum, line) => sum + line.debit, 0) },
]

export const ledgerRoutes = async (app: FastifyInstance) => {
  implement(app, disbursements.list, ({ context, params, query }) => listDisbursements(context, params.campaignId, query))
  implementExport(app, disbursements.list, {
    name: 'chi-chuyen-quy',
    columns: disbursementColumns,
    list: (context, params, query) => listDisbursements(context, params.campaignId, query),
  })
  implement(app, disbursements.get, ({ context, params }) => getDisbursement(context, params.id))
  implement(app, disbursements.record, ({ context, params, body }) => recordDisbursement(context, params.campaignId, body))
  implement(app, disbursements.void, ({ context, params, body }) => voidDisbursement(context, params.id, body.reason))
  implement(app, ledger.journal, ({ context, params, query }) => listJournal(context, params.campaignId, query))
  implementExport(app, ledger.journal, {
    name: 'so-nhat-ky',
    columns: journalColumns,
    list: (context, params, query) => listJournal(context, params.campaignId, query),
  })
  implement(app, ledger.balances, ({ context }) => listBalances(context))
  implement(app, ledger.statement, ({ context, params, query }) => fundStatement(context, params.id, query))
  implement(app, ledger.checks, ({ context }) => getLedgerChecks(context))
  implementDocument(app, [ledgerBooks.account, ledgerBooks.accountPdf], ({ context, query }) => writeAccountBook(context, query))
  implementDocument(app, [ledgerBooks.journal, ledgerBooks.journalPdf], ({ context, query }) => writeJournalBook(context, query))
  implementDocument(app, [ledgerBooks.day, ledgerBooks.dayPdf], ({ context, query }) => writeDayBook(context, query))
  implementDocument(app, [ledgerBooks.fund, ledgerBooks.fundPdf], ({ context, query }) => writeFundBook(context, query))
  implementFile(app, ledgerBooks.audit, async ({ context, query }, reply) =>
    reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="ho-so-kiem-toan.zip"')
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(await writeAuditFile(context, query))),
  )
  implement(app, openings.list, ({ context, params }) => listFundOpenings(context, params.id))
  implement(app, openings.record, ({ context, params, body }) => recordFundOpening(context, params.campaignId, body))
  implement(app, openings.void, ({ context, params, body }) => voidFundOpening(context, params.id, body.reason))
  implement(app, balanceCounts.list, ({ context, query }) => listCounts(context, query))
  implement(app, balanceCounts.record, ({ context, body }) => recordCount(context, body))
  implement(app, ledgerClosings.get, ({ context }) => getClosings(context))
  implement(app, ledgerClosings.check, ({ context, query }) => checkClosing(context, query.until))
  implement(app, ledgerClosings.close, ({ context, body }) => closeLedger(context, body))
  implement(app, ledgerClosings.reopen, ({ context, body }) => reopenLedger(context, body))
}
