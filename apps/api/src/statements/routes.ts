import { type BankLineRecord, bankLines } from '@chung-tay/contracts/bank-lines'
import { bankStatements } from '@chung-tay/contracts/bank-statements'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { putAside, resume, returnLine } from './aside.ts'
import { checkStatement, importStatement, listStatements } from './import.ts'
import { getLine, listLines } from './lines.ts'
import { matchCertain, matchLine, unmatchLine } from './match.ts'

const statuses: Record<BankLineRecord['status'], string> = {
  waiting: 'Chờ đối chiếu',
  partly: 'Đã nhận một phần',
  matched: 'Đã đối chiếu',
  setAside: 'Để riêng',
}

const reasons: Record<NonNullable<BankLineRecord['setAsideReason']>, string> = {
  returned: 'Đã trả lại người gửi',
  wrongAccount: 'Chuyển nhầm tài khoản',
  notDonation: 'Không phải tiền ủng hộ',
  bank: 'Phí, lãi của ngân hàng',
  internal: 'Chuyển tiền nội bộ',
  disbursement: 'Khoản chi đã ghi sổ',
  bounced: 'Khoản chi bị trả về',
  other: 'Lý do khác',
}

const columns: ExportColumn<BankLineRecord>[] = [
  { header: 'Ngày', width: 12, value: (line) => formatDay(line.day) },
  { header: 'Tiền vào (đồng)', width: 18, value: (line) => (line.direction === 'credit' ? line.amount : null) },
  { header: 'Tiền ra (đồng)', width: 18, value: (line) => (line.direction === 'debit' ? line.amount : null) },
  { header: 'Nội dung', width: 60, value: (line) => line.text },
  { header: 'Số tham chiếu', width: 18, value: (line) => line.reference },
  { header: 'Người chuyển, nhận', width: 28, value: (line) => line.name },
  { header: 'Trạng thái', width: 18, value: (line) => statuses[line.status] },
  { header: 'Đã ghi nhận (đồng)', width: 18, value: (line) => (line.direction === 'credit' ? line.allocated : null) },
  { header: 'Biên nhận', width: 24, value: (line) => line.parts.map(({ receipt }) => receipt).join(', ') },
  { header: 'Lý do để riêng', width: 26, value: (line) => line.setAsideReason && reasons[line.setAsideReason] },
  { header: 'Ghi chú', width: 30, value: (line) => line.note },
]

export const statementRoutes = async (app: FastifyInstance) => {
  implement(app, bankStatements.list, ({ context, params, query }) => listStatements(context, params.campaignId, query))
  implement(app, bankStatements.check, ({ context, query }) => checkStatement(context, query))
  implement(app, bankStatements.import, ({ context, params, body }) => importStatement(context, params.campaignId, body))
  implement(app, bankLines.list, ({ context, params, query }) => listLines(context, params.campaignId, query))
  implementExport(app, bankLines.list, { name: 'sao-ke', columns, list: (context, params, query) => listLines(context, params.campaignId, query) })
  implement(app, bankLines.get, ({ context, params }) => getLine(context, params.id))
  implement(app, bankLines.match, ({ context, params, body }) => matchLine(context, params.id, body.parts))
  implement(app, bankLines.matchCertain, ({ context, params, body }) => matchCertain(context, params.campaignId, body.lines))
  implement(app, bankLines.unmatch, ({ context, params, body }) => unmatchLine(context, params.id, body))
  implement(app, bankLines.putAside, ({ context, params, body }) => putAside(context, params.id, body))
  implement(app, bankLines.resume, ({ context, params }) => resume(context, params.id))
  implement(app, bankLines.return, ({ context, params, body }) => returnLine(context, params.id, body))
}
