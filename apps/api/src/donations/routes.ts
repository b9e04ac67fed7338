import { type DonationRecord, type DonorRecord, donations, donors } from '@chung-tay/contracts/donations'
import { funds } from '@chung-tay/contracts/funds'
import { type PledgeRecord, pledges } from '@chung-tay/contracts/pledges'
import { receiptLetters } from '@chung-tay/contracts/receipt-letters'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { createDonor, createFund, getDonor, listDonors, listFunds, updateDonor, updateFund } from './funds.ts'
import { createPledge, getPledge, listPledges, withdrawPledge } from './pledges.ts'
import { donationFigures, listDonations } from './queries.ts'
import { listReceiptLetters, mailReceipt } from './receipt-letters.ts'
import { deliveryNoteOf, receiptOf } from './receipts.ts'
import { getDonation, recordDonation, voidDonation } from './service.ts'

const methods: Record<DonationRecord['method'], string> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', inKind: 'Hiện vật' }
const sources: Record<DonationRecord['source'], string> = {
  donation: 'Đóng góp tự nguyện',
  union: 'Kinh phí công đoàn',
  budget: 'Ngân sách nhà nước',
}
const kindOf = ({ kind }: { kind: 'person' | 'organisation' }) => (kind === 'person' ? 'Cá nhân' : 'Tổ chức')

const donationColumns: ExportColumn<DonationRecord>[] = [
  { header: 'Số phiếu', width: 16, value: (item) => item.receipt },
  { header: 'Ngày nhận', width: 12, value: (item) => formatDay(item.receivedOn) },
  { header: 'Người ủng hộ', width: 30, value: (item) => item.donor.name },
  { header: 'Cá nhân, tổ chức', width: 14, value: (item) => kindOf(item.donor) },
  { header: 'Quỹ', width: 30, value: (item) => item.fundName },
  { header: 'Hình thức', width: 14, value: (item) => methods[item.method] },
  { header: 'Nguồn', width: 18, value: (item) => sources[item.source] },
  { header: 'Số tiền, trị giá (đồng)', width: 22, value: (item) => item.amount },
  { header: 'Ghi chú', width: 40, value: (item) => item.note },
  { header: 'Trạng thái', width: 12, value: (item) => (item.status === 'voided' ? 'Đã hủy' : 'Đã ghi') },
  { header: 'Lý do hủy', width: 30, value: (item) => item.voidReason },
]

const donorColumns: ExportColumn<DonorRecord>[] = [
  { header: 'Tên', width: 34, value: (item) => item.name },
  { header: 'Cá nhân, tổ chức', width: 14, value: kindOf },
  { header: 'Điện thoại', width: 16, value: (item) => item.phone },
  { header: 'Địa chỉ', width: 40, value: (item) => item.address },
  { header: 'Thư điện tử', width: 28, value: (item) => item.email },
  { header: 'Đồng ý nêu tên', width: 16, value: (item) => (item.anonymous ? 'Không' : 'Có') },
  { header: 'Tên muốn nêu', width: 34, value: (item) => item.publicName },
  { header: 'Đồng ý nêu số tiền', width: 18, value: (item) => (item.showAmount ? 'Có' : 'Không') },
]

const pledgeStatuses: Record<PledgeRecord['status'], string> = {
  open: 'Chờ nhận',
  partly: 'Đã nhận một phần',
  kept: 'Đã nhận đủ',
  withdrawn: 'Đã rút',
}

const pledgeColumns: ExportColumn<PledgeRecord>[] = [
  { header: 'Mã', width: 14, value: (item) => item.reference },
  { header: 'Người đăng ký', width: 30, value: (item) => item.donor.name },
  { header: 'Cá nhân, tổ chức', width: 14, value: (item) => kindOf(item.donor) },
  { header: 'Quỹ', width: 30, value: (item) => item.fundName },
  { header: 'Số tiền (đồng)', width: 18, value: (item) => item.amount },
  { header: 'Hiện vật', width: 30, value: (item) => item.goods },
  { header: 'Đã nhận (đồng)', width: 18, value: (item) => item.received },
  { header: 'Ngày dự kiến', width: 12, value: (item) => item.expectedOn && formatDay(item.expectedOn) },
  { header: 'Trạng thái', width: 16, value: (item) => pledgeStatuses[item.status] },
  { header: 'Ghi chú', width: 40, value: (item) => item.note },
]

/** These three are asked for most, and their SQL says what leaves. */
const exact = { exact: true }

export const donationRoutes =
  ({ mails }: { mails: boolean }) =>
  async (app: FastifyInstance) => {
    implement(app, funds.list, ({ context, query }) => listFunds(context, query))
    implement(app, funds.create, ({ context, body }) => createFund(context, body))
    implement(app, funds.update, ({ context, params, body }) => updateFund(context, params.id, body))
    implement(app, donors.list, ({ context, query }) => listDonors(context, query))
    implementExport(app, donors.list, { name: 'nguoi-ung-ho', columns: donorColumns, list: (context, _, query) => listDonors(context, query) })
    implement(app, donors.get, ({ context, params }) => getDonor(context, params.id))
    implement(app, donors.create, ({ context, body }) => createDonor(context, body))
    implement(app, donors.update, ({ context, params, body }) => updateDonor(context, params.id, body))
    implement(app, pledges.list, ({ context, params, query }) => listPledges(context, params.campaignId, query))
    implementExport(app, pledges.list, {
      name: 'dang-ky-ung-ho',
      columns: pledgeColumns,
      list: (context, params, query) => listPledges(context, params.campaignId, query),
    })
    implement(app, pledges.get, ({ context, params }) => getPledge(context, params.id))
    implement(app, pledges.create, ({ context, params, body }) => createPledge(context, params.campaignId, body))
    implement(app, pledges.withdraw, ({ context, params, body }) => withdrawPledge(context, params.id, body.reason))
    implement(app, donations.list, ({ context, params, query }) => listDonations(context, params.campaignId, query), exact)
    implementExport(app, donations.list, {
      name: 'dong-gop',
      columns: donationColumns,
      list: (context, params, query) => listDonations(context, params.campaignId, query),
    })
    implement(app, donations.get, ({ context, params }) => getDonation(context, params.id), exact)
    implement(app, donations.record, ({ context, params, body }) => recordDonation(context, params.campaignId, body))
    implement(app, donations.void, ({ context, params, body }) => voidDonation(context, params.id, body.reason))
    implement(app, donations.figures, ({ context, params }) => donationFigures(context, params.campaignId), exact)
    implement(app, receiptLetters.list, ({ context, params }) => listReceiptLetters(context, params.id, mails))
    implement(app, receiptLetters.mail, ({ context, params }) => mailReceipt(context, params.id, mails))
    implementDocument(app, [donations.receipt, donations.receiptPdf], ({ context, params }) => receiptOf(context, params.id))
    implementDocument(app, [donations.deliveryNote, donations.deliveryNotePdf], ({ context, params }) => deliveryNoteOf(context, params.id))
  }
