import { awardTiers } from '@chung-tay/contracts/award-tiers'
import { awardDecisions } from '@chung-tay/contracts/awards'
import { type NominationRecord, nominations } from '@chung-tay/contracts/nominations'
import { documentFindings } from '@chung-tay/contracts/plan-versions'
import type { SchoolLevel } from '@chung-tay/domain/awards/tier'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { implementExport } from '../http/export.ts'
import { findingsOf } from '../http/findings.ts'
import { implement } from '../http/implement.ts'
import { createDecision, gatherNominations, getDecision, listDecisions, signDecision, writeDecision } from './decisions.ts'
import { listNominations } from './queries.ts'
import {
  approveNomination,
  createNomination,
  getNomination,
  rejectNomination,
  resubmitNomination,
  returnNomination,
  updateNomination,
} from './service.ts'
import { createTier, listTiers, updateTier } from './tiers.ts'

const levels: Record<SchoolLevel, string> = { preschool: 'Mầm non', primary: 'Tiểu học', lowerSecondary: 'THCS', upperSecondary: 'THPT' }
const statuses: Record<NominationRecord['status'], string> = {
  submitted: 'Chờ xét',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
  rejected: 'Không duyệt',
  decided: 'Đã có quyết định',
}

const columns = [
  { header: 'Họ và tên', width: 28, value: (item: NominationRecord) => item.childName },
  { header: 'Lớp', width: 10, value: (item: NominationRecord) => item.className },
  { header: 'Trường', width: 32, value: (item: NominationRecord) => item.school },
  { header: 'Cấp học', width: 12, value: (item: NominationRecord) => levels[item.schoolLevel] },
  { header: 'Đơn vị', width: 30, value: (item: NominationRecord) => item.unitName },
  { header: 'Mức khen thưởng', width: 28, value: (item: NominationRecord) => item.tierName },
  { header: 'Số tiền (đồng)', width: 16, value: (item: NominationRecord) => item.amount },
  { header: 'Thành tích', width: 40, value: (item: NominationRecord) => item.achievement },
  { header: 'Trạng thái', value: (item: NominationRecord) => statuses[item.status] },
  { header: 'Lý do', width: 30, value: (item: NominationRecord) => item.reviewReason },
]

export const awardRoutes = async (app: FastifyInstance) => {
  implement(app, awardTiers.list, ({ context, params }) => listTiers(context, params.campaignId))
  implement(app, awardTiers.create, ({ context, params, body }) => createTier(context, params.campaignId, body))
  implement(app, awardTiers.update, ({ context, params, body }) => updateTier(context, params.id, body))

  implement(app, nominations.list, ({ context, params, query }) => listNominations(context, params.campaignId, query))
  implementExport(app, nominations.list, {
    name: 'de-nghi-khen-thuong',
    columns,
    list: (context, params, query) => listNominations(context, params.campaignId, query),
  })
  implement(app, nominations.get, ({ context, params }) => getNomination(context, params.id))
  implement(app, nominations.create, ({ context, params, body }) => createNomination(context, params.campaignId, body))
  implement(app, nominations.update, ({ context, params, body }) => updateNomination(context, params.id, body))
  implement(app, nominations.resubmit, ({ context, params }) => resubmitNomination(context, params.id))
  implement(app, nominations.approve, ({ context, params }) => approveNomination(context, params.id))
  implement(app, nominations.return, ({ context, params, body }) => returnNomination(context, params.id, body.reason))
  implement(app, nominations.reject, ({ context, params, body }) => rejectNomination(context, params.id, body.reason))

  implement(app, awardDecisions.list, ({ context, params }) => listDecisions(context, params.campaignId))
  implement(app, awardDecisions.get, ({ context, params }) => getDecision(context, params.id))
  implement(app, awardDecisions.create, ({ context, params }) => createDecision(context, params.campaignId))
  implement(app, awardDecisions.gather, ({ context, params }) => gatherNominations(context, params.id))
  implement(app, awardDecisions.sign, ({ context, params, body }) => signDecision(context, params.id, body))
  implement(app, documentFindings.decision, async ({ context, params }) => findingsOf(await writeDecision(context, params.id)))
  implementDocument(app, [awardDecisions.document, awardDecisions.documentPdf], ({ context, params }) => writeDecision(context, params.id))
}
