import { giftCodes } from '@chung-tay/contracts/gift-codes'
import { type GiftListLineRecord, giftListLines } from '@chung-tay/contracts/gift-lines'
import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { dayOf, formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { addToList } from './additions.ts'
import { getDesk, handOutGift, settleUnwritten, undoHandOut } from './desk.ts'
import { explainLine, getBudget, listLeftOut } from './explain.ts'
import { generateGiftList } from './generate.ts'
import { listMyGiftCodes, writeInvitations } from './gift-codes.ts'
import { addHandOutPhoto, getHandOut } from './hand-out-marks.ts'
import { previewRule } from './judge.ts'
import { excludeLine, includeLine, listLines } from './lines.ts'
import {
  approveGiftList,
  closeGiftList,
  createGiftList,
  getGiftList,
  listGiftLists,
  returnGiftList,
  submitGiftList,
  updateGiftList,
} from './lists.ts'
import { enterPaper, listPaperLines } from './paper.ts'
import { getProgress } from './progress.ts'
import { writeSigningList } from './signing-list.ts'
import { approveSupplement, dropAddition, listSupplements, returnSupplement, submitSupplement } from './supplements.ts'

const statusNames = { draft: 'Bản nháp', submitted: 'Chờ duyệt', approved: 'Đã duyệt', closed: 'Đã kết thúc' }

const listColumns: ExportColumn<GiftListRecord>[] = [
  { header: 'Danh sách', width: 36, value: ({ name }) => name },
  { header: 'Quà', width: 28, value: ({ giftKindName }) => giftKindName },
  { header: 'Trạng thái', width: 14, value: ({ status }) => statusNames[status] },
  { header: 'Số cháu', width: 10, value: ({ entitled }) => entitled },
  { header: 'Đã trao', width: 10, value: ({ handedOut }) => handedOut },
  { header: 'Trị giá đã trao (đồng)', width: 20, value: ({ handedOut, unitValue }) => handedOut * unitValue },
]

const lineColumns: ExportColumn<GiftListLineRecord>[] = [
  { header: 'Đơn vị', width: 30, value: ({ unitName }) => unitName },
  { header: 'Họ và tên trẻ', width: 28, value: ({ childName }) => childName },
  { header: 'Năm sinh', width: 10, value: ({ birthYear }) => String(birthYear) },
  { header: 'Cha mẹ, người giám hộ', width: 36, value: ({ guardians }) => guardians.map(({ name }) => name).join(', ') },
  { header: 'Danh sách', width: 30, value: ({ giftListName }) => giftListName },
  { header: 'Bổ sung lần', width: 12, value: ({ supplement }) => supplement },
  { header: 'Lý do thêm', width: 24, value: ({ addReason }) => addReason },
  { header: 'Lý do không nhận', width: 24, value: ({ excludeReason }) => excludeReason },
  { header: 'Ngày nhận', width: 12, value: ({ handOut }) => handOut && formatDay(dayOf(handOut.at)) },
  { header: 'Người nhận', width: 26, value: ({ handOut }) => handOut?.collectorName ?? null },
  { header: 'Nhận thay (quan hệ)', width: 20, value: ({ handOut }) => handOut?.proxyRelation ?? null },
]

const listRoutes = (app: FastifyInstance) => {
  implement(app, giftLists.list, ({ context, params, query }) => listGiftLists(context, params.campaignId, query))
  implementExport(app, giftLists.list, {
    name: 'danh-sach-nhan-qua',
    columns: listColumns,
    list: (context, params, query) => listGiftLists(context, params.campaignId, query),
  })
  implement(app, giftLists.create, ({ context, params, body }) => createGiftList(context, params.campaignId, body))
  implement(app, giftLists.get, ({ context, params }) => getGiftList(context, params.id))
  implement(app, giftLists.update, ({ context, params, body }) => updateGiftList(context, params.id, body))
  implement(app, giftLists.generate, ({ context, params }) => generateGiftList(context, params.id))
  implement(app, giftLists.leftOut, ({ context, params }) => listLeftOut(context, params.id))
  implement(app, giftLists.preview, ({ context, params, query }) => previewRule(context, params.campaignId, query))
  implement(app, giftLists.budget, ({ context, params }) => getBudget(context, params.id))
  implement(app, giftLists.submit, ({ context, params }) => submitGiftList(context, params.id))
  implement(app, giftLists.approve, ({ context, params }) => approveGiftList(context, params.id))
  implement(app, giftLists.return, ({ context, params, body }) => returnGiftList(context, params.id, body.reason))
  implement(app, giftLists.close, ({ context, params }) => closeGiftList(context, params.id))
  implementDocument(app, [giftLists.signingList, giftLists.signingListPdf], ({ context, params }) => writeSigningList(context, params.id))
  implement(app, giftCodes.mine, ({ context }) => listMyGiftCodes(context))
  implementDocument(app, [giftCodes.invitations, giftCodes.invitationsPdf], ({ context, params, query }) =>
    writeInvitations(context, params.id, query),
  )
}

const supplementRoutes = (app: FastifyInstance) => {
  implement(app, giftListSupplements.list, ({ context, params }) => listSupplements(context, params.id))
  implement(app, giftListSupplements.add, ({ context, params, body }) => addToList(context, params.id, body))
  implement(app, giftListSupplements.drop, ({ context, params }) => dropAddition(context, params.id))
  implement(app, giftListSupplements.submit, ({ context, params }) => submitSupplement(context, params.id))
  implement(app, giftListSupplements.approve, ({ context, params }) => approveSupplement(context, params.id))
  implement(app, giftListSupplements.return, ({ context, params, body }) => returnSupplement(context, params.id, body.reason))
}

const lineRoutes = (app: FastifyInstance) => {
  implement(app, giftListLines.list, ({ context, params, query }) => listLines(context, params.campaignId, query))
  implementExport(app, giftListLines.list, {
    name: 'tre-nhan-qua',
    columns: lineColumns,
    list: (context, params, query) => listLines(context, params.campaignId, query),
  })
  implement(app, giftListLines.why, ({ context, params }) => explainLine(context, params.id))
  implement(app, giftListLines.exclude, ({ context, params, body }) => excludeLine(context, params.id, body.reason))
  implement(app, giftListLines.include, ({ context, params }) => includeLine(context, params.id))
  implement(app, handOuts.progress, ({ context, params }) => getProgress(context, params.id))
  implement(app, handOuts.paperLines, ({ context, params }) => listPaperLines(context, params.id))
  implement(app, handOuts.paper, ({ context, params, body }) => enterPaper(context, params.id, body))
  implement(app, handOuts.desk, ({ context, params }) => getDesk(context, params.id))
  implement(app, handOuts.create, ({ context, params, body }) => handOutGift(context, params.id, body))
  implement(app, handOuts.get, ({ context, params }) => getHandOut(context, params.id))
  implement(app, handOuts.photo, ({ context, params, body }) => addHandOutPhoto(context, params.id, body))
  implement(app, handOuts.undo, ({ context, params, body }) => undoHandOut(context, params.id, body.reason))
  implement(app, handOuts.unwritten, ({ context, params, body }) => settleUnwritten(context, params.id, body))
}

export const giftRoutes = async (app: FastifyInstance) => {
  listRoutes(app)
  supplementRoutes(app)
  lineRoutes(app)
}
