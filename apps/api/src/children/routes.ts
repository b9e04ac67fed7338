import { childMerges } from '@chung-tay/contracts/child-merges'
import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { dataRequests } from '@chung-tay/contracts/data-requests'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { implementExport } from '../http/export.ts'
import { implement, implementFile } from '../http/implement.ts'
import { giveConsent, listConsents, withdrawConsent } from './consents.ts'
import { writeCopy, writeCopyData } from './copy.ts'
import { findDuplicates, listDuplicatePairs } from './duplicates.ts'
import { eraseChild, previewErasure } from './erase.ts'
import { childImportRoutes } from './import-routes.ts'
import { listMerges, mergeChildren, undoMerge } from './merges.ts'
import { acceptRequest, createRequest, fulfilRequest, getRequest, listRequests, refuseRequest, withdrawRequest } from './requests.ts'
import { createChild, getChild, listChildren, markDifferent, updateChild } from './service.ts'

const levels = { preschool: 'Mầm non', primary: 'Tiểu học', lowerSecondary: 'THCS', upperSecondary: 'THPT' }
const requestKinds = { copy: 'Cấp bản sao', correction: 'Sửa dữ liệu', erasure: 'Xóa dữ liệu' }
const requestStatuses = {
  received: 'Chờ trả lời',
  accepted: 'Đã chấp nhận',
  refused: 'Không chấp nhận',
  fulfilled: 'Đã thực hiện',
  withdrawn: 'Đã rút',
}
const relations = { mother: 'mẹ', father: 'bố', guardian: 'người giám hộ' }

const guardiansText = ({ guardians }: ChildRecord) => guardians.map(({ name, relation }) => `${name} (${relations[relation]})`).join(', ')

export const childRoutes = async (app: FastifyInstance) => {
  implement(app, children.list, ({ context, query }) => listChildren(context, query))
  implementExport(app, children.list, {
    name: 'con-em',
    columns: [
      { header: 'Họ và tên', width: 28, value: ({ name }) => name },
      { header: 'Ngày sinh', width: 14, value: ({ birthDate, birthYear }) => (birthDate === null ? String(birthYear) : formatDay(birthDate)) },
      { header: 'Giới tính', width: 10, value: ({ sex }) => sex && { female: 'Nữ', male: 'Nam' }[sex] },
      { header: 'Cấp học', width: 12, value: ({ schoolLevel }) => schoolLevel && levels[schoolLevel] },
      { header: 'Trường', width: 30, value: ({ school }) => school },
      { header: 'Lớp', width: 8, value: ({ className }) => className },
      { header: 'Cha mẹ, người giám hộ', width: 40, value: guardiansText },
      { header: 'Đơn vị', width: 30, value: ({ unitName }) => unitName },
    ],
    list: (context, _, query) => listChildren(context, query),
  })
  childImportRoutes(app)
  implement(app, children.duplicates, ({ context, query }) => findDuplicates(context, query))
  implement(app, children.duplicatePairs, ({ context }) => listDuplicatePairs(context))
  implement(app, children.create, ({ context, body }) => createChild(context, body))
  implement(app, children.get, ({ context, params }) => getChild(context, params.id))
  implement(app, children.update, ({ context, params, body }) => updateChild(context, params.id, body))
  implement(app, children.different, ({ context, params, body }) => markDifferent(context, params.id, body.otherId))
  implement(app, children.consents, ({ context, params }) => listConsents(context, params.id))
  implement(app, children.giveConsent, ({ context, params, body }) => giveConsent(context, params.id, body))
  implement(app, children.withdrawConsent, ({ context, params, body }) => withdrawConsent(context, params.id, body.reason))
  implement(app, childMerges.list, ({ context }) => listMerges(context))
  implement(app, childMerges.merge, ({ context, params, body }) => mergeChildren(context, params.id, body))
  implement(app, childMerges.undo, ({ context, params }) => undoMerge(context, params.id))
  implement(app, dataRequests.list, ({ context, query }) => listRequests(context, query))
  implementExport(app, dataRequests.list, {
    name: 'yeu-cau-ve-du-lieu',
    columns: [
      { header: 'Yêu cầu', width: 24, value: ({ kind }) => requestKinds[kind] },
      { header: 'Về cháu', width: 28, value: ({ childName }) => childName ?? 'Hồ sơ đã xóa' },
      { header: 'Người yêu cầu', width: 28, value: ({ requestedByName }) => requestedByName },
      { header: 'Ngày nhận', width: 14, value: ({ receivedOn }) => formatDay(receivedOn) },
      { header: 'Hạn trả lời', width: 14, value: ({ answerDueOn }) => formatDay(answerDueOn) },
      { header: 'Hạn thực hiện', width: 14, value: ({ fulfilDueOn }) => formatDay(fulfilDueOn) },
      { header: 'Trạng thái', width: 18, value: ({ status }) => requestStatuses[status] },
      { header: 'Trả lời', width: 40, value: ({ answer }) => answer },
      { header: 'Kết quả', width: 40, value: ({ outcome }) => outcome },
    ],
    list: (context, _, query) => listRequests(context, query),
  })
  implement(app, dataRequests.get, ({ context, params }) => getRequest(context, params.id))
  implement(app, dataRequests.create, ({ context, params, body }) => createRequest(context, params.id, body))
  implement(app, dataRequests.accept, ({ context, params, body }) => acceptRequest(context, params.id, body.answer))
  implement(app, dataRequests.refuse, ({ context, params, body }) => refuseRequest(context, params.id, body.reason))
  implement(app, dataRequests.fulfil, ({ context, params, body }) => fulfilRequest(context, params.id, body.outcome))
  implement(app, dataRequests.withdraw, ({ context, params }) => withdrawRequest(context, params.id))
  implement(app, dataRequests.erasure, ({ context, params }) => previewErasure(context, params.id))
  implement(app, dataRequests.erase, ({ context, params, body }) => eraseChild(context, params.id, body.confirm))
  implementDocument(app, [children.copyPdf, children.copyDocx], ({ context, params }) => writeCopy(context, params.id))
  implementFile(app, children.copyData, async ({ context, params }, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="ban-sao-du-lieu.json"')
      .header('cache-control', 'private, no-store')
      .send(await writeCopyData(context, params.id)),
  )
}
