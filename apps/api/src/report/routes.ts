import { annexes } from '@chung-tay/contracts/annex'
import { documentFindings } from '@chung-tay/contracts/plan-versions'
import { reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementDocument } from '../http/document.ts'
import { implementExport } from '../http/export.ts'
import { findingsOf } from '../http/findings.ts'
import { implement } from '../http/implement.ts'
import { copyAnnex, getAnnex, listAnnexChoices, restoreAnnex, saveAnnex } from './annex.ts'
import { correctReport, listReports, sendReport } from './corrections.ts'
import { listDifferences } from './differences.ts'
import { listFigureRecords, listFigures } from './figures.ts'
import {
  compileReport,
  createReport,
  editSection,
  getReport,
  getReportRevision,
  issueReport,
  restoreSection,
  returnReport,
  signReport,
  submitReport,
  writeReport,
  writeRevision,
} from './service.ts'

export const reportRoutes = async (app: FastifyInstance) => {
  implement(app, reports.get, ({ context, params }) => getReport(context, params.campaignId))
  implement(app, reports.create, ({ context, params }) => createReport(context, params.campaignId))
  implement(app, reports.figures, ({ context, params }) => listFigures(context, params.campaignId))
  implement(app, reports.records, ({ context, params, query }) => listFigureRecords(context, params.campaignId, params.key, query))
  implementExport(app, reports.records, {
    name: 'danh-sach-so-lieu',
    list: (context, params, query) => listFigureRecords(context, params.campaignId, params.key, query),
    columns: [
      { header: 'Số', value: (item) => item.number },
      { header: 'Tên', width: 40, value: (item) => item.title },
      { header: 'Ngày', value: (item) => item.day && formatDay(item.day) },
      { header: 'Đơn vị', width: 30, value: (item) => item.unit },
      { header: 'Giá trị', value: (item) => item.contribution },
    ],
  })
  implement(app, annexes.get, ({ context, params }) => getAnnex(context, params.campaignId))
  implement(app, annexes.choices, ({ context, params }) => listAnnexChoices(context, params.campaignId))
  implement(app, annexes.save, ({ context, params, body }) => saveAnnex(context, params.campaignId, body))
  implement(app, annexes.restore, ({ context, params }) => restoreAnnex(context, params.campaignId))
  implement(app, annexes.copy, ({ context, params }) => copyAnnex(context, params.campaignId))
  implement(app, reports.compile, ({ context, params }) => compileReport(context, params.id))
  implement(app, reports.editSection, ({ context, params, body }) => editSection(context, params.id, body.blocks))
  implement(app, reports.restoreSection, ({ context, params }) => restoreSection(context, params.id))
  implement(app, reports.submit, ({ context, params }) => submitReport(context, params.id))
  implement(app, reports.return, ({ context, params, body }) => returnReport(context, params.id, body.reason))
  implement(app, reports.sign, ({ context, params }) => signReport(context, params.id))
  implement(app, reports.issue, ({ context, params, body }) => issueReport(context, params.id, body))
  implement(app, reportArchive.get, ({ context, params }) => getReportRevision(context, params.id))
  implement(app, reportArchive.list, ({ context }) => listReports(context))
  implement(app, reportArchive.correct, ({ context, params, body }) => correctReport(context, params.id, body.correction))
  implement(app, reportArchive.send, ({ context, params, body }) => sendReport(context, params.id, body))
  implement(app, documentFindings.report, async ({ context, params }) => findingsOf(await writeRevision(context, params.id)))
  implement(app, reportArchive.differences, ({ context, params }) => listDifferences(context, params.id))
  implementDocument(app, [reportArchive.document, reportArchive.documentPdf], ({ context, params }) => writeRevision(context, params.id))
  implementDocument(app, [reports.document, reports.documentPdf], ({ context, params }) => writeReport(context, params.campaignId))
}
