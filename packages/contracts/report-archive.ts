import { recordSubjects } from '@chung-tay/domain/report/indicators'
import { sendingWays } from '@chung-tay/domain/report/report-status'
import { z } from 'zod'
import { day, id, instant, line, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { fileIds } from './files.ts'
import { indicatorKey, report, reportAction } from './report.ts'

const params = z.object({ id })

const difference = z.object({ key: indicatorKey, breakdown: z.string().nullable(), label: z.string().nullable(), signed: z.int(), now: z.int() })

/** A record that makes a figure differ from what was signed, and the latest change of it since. */
const changedRecord = z.object({
  key: indicatorKey,
  subject: z.enum(recordSubjects),
  id,
  change: z.enum(['added', 'changed', 'removed']),
  /** Null where the record is gone or the person may not see the name. */
  title: z.string().nullable(),
  number: z.string().nullable(),
  byName: z.string().nullable(),
  at: instant.nullable(),
  /** The operation that did it, as in the history. */
  action: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ChangedRecord = z.output<typeof changedRecord>

/** A report as the archive keeps it. */
const archived = report.omit({ sections: true }).extend({ year: z.int(), title: z.string(), reportDueOn: day, intact: z.boolean().nullable() })
export type ArchivedReport = z.output<typeof archived>

const file = { method: 'GET', params, permission: 'read Report', response: z.any() } as const

export const reportArchive = {
  get: defineContract({
    operationId: 'getReportRevision',
    method: 'GET',
    path: '/reports/:id',
    summary: 'One report, also one that was replaced',
    permission: 'read Report',
    params,
    response: report,
  }),
  list: defineContract({
    operationId: 'listReports',
    method: 'GET',
    path: '/reports',
    summary: 'The reports of all years with every revision, the latest first; whether each is kept as it was signed',
    permission: 'read Report',
    response: z.object({ items: z.array(archived) }),
  }),
  correct: defineContract({
    ...reportAction,
    operationId: 'correctReport',
    path: '/reports/:id/correct',
    summary: 'Begin a report that replaces this signed one, with its text and a word about what was wrong; the signed one stays as it is',
    permission: 'create Report',
    body: z.object({ correction: reason }),
    status: 201,
    errors: ['TRANSITION_NOT_ALLOWED', 'REPORT_REPLACED'],
  }),
  send: defineContract({
    ...reportAction,
    operationId: 'sendReport',
    path: '/reports/:id/send',
    summary: 'Say when, to whom and how the numbered report left, with the proof',
    permission: 'issue Report',
    body: z.object({ sentOn: day, sentTo: line(), sentVia: z.enum(sendingWays), fileIds }),
    errors: ['TRANSITION_NOT_ALLOWED', 'REPORT_NOT_ISSUED', 'REPORT_REPLACED', 'SENT_DAY_REFUSED', 'FILE_NOT_YOURS'],
  }),
  differences: defineContract({
    operationId: 'listReportDifferences',
    method: 'GET',
    path: '/reports/:id/differences',
    summary: 'Whether what was signed is intact, which figures the records would give otherwise now, and which records changed by whom',
    permission: 'read Report',
    params,
    response: z.object({
      /** The kept content still has the hash of the signature; null before there is one. */
      intact: z.boolean().nullable(),
      items: z.array(difference),
      records: z.array(changedRecord),
      /** Changed records beyond those listed. */
      left: z.int().min(0),
    }),
  }),
  document: defineContract({
    ...file,
    operationId: 'downloadReportRevision',
    path: '/reports/:id/report.docx',
    summary: 'This very report as a Word file',
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  documentPdf: defineContract({
    ...file,
    operationId: 'downloadReportRevisionPdf',
    path: '/reports/:id/report.pdf',
    summary: 'This very report as a PDF',
    file: ['application/pdf'],
  }),
}
