import { indicatorGroups, indicatorKeys, recordSubjects } from '@chung-tay/domain/report/indicators'
import { reportStatuses, sendingWays } from '@chung-tay/domain/report/report-status'
import { z } from 'zod'
import { blocks } from './blocks.ts'
import { day, id, instant, line, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file } from './files.ts'

const campaignParams = z.object({ campaignId: id })
const params = z.object({ id })
export const indicatorKey = z.enum(indicatorKeys)

export const reportSection = z.object({
  id,
  /** `direction`, `results`, `results:<clause>`, `assessment` or `proposals`. */
  key: z.string(),
  level: z.literal([1, 2]),
  heading: z.string(),
  /** The blocks as plain text. */
  text: z.string(),
  blocks,
  /** False while the text is the one that the records wrote. */
  edited: z.boolean(),
  version: z.int(),
})

/** A report signed later that stands for another: what was wrong with that, and how it is cited. */
const cited = z.object({ id, revision: z.int(), number: z.string().nullable(), issuedOn: day.nullable() })

export const report = z.object({
  id,
  campaignId: id,
  /** 1, and one more for each corrected report; the highest counts. */
  revision: z.int(),
  replaces: cited.nullable(),
  replacedBy: cited.nullable(),
  /** What the replaced report said wrongly, and why. */
  correction: z.string().nullable(),
  status: z.enum(reportStatuses),
  /** What the records desk gave: the number before the stroke, and the day on the paper. */
  number: z.string().nullable(),
  issuedOn: day.nullable(),
  returnReason: z.string().nullable(),
  submittedAt: instant.nullable(),
  submittedByName: z.string().nullable(),
  signedAt: instant.nullable(),
  signedByName: z.string().nullable(),
  sentOn: day.nullable(),
  sentTo: z.string().nullable(),
  sentVia: z.enum(sendingWays).nullable(),
  /** Proof that it left. */
  proofs: z.array(file),
  /** Days past the campaign's due day, measured by the day it was sent, until then by today. */
  daysLate: z.int(),
  /** SHA-256 of what was signed, in hexadecimal. */
  hash: z.string().nullable(),
  sections: z.array(reportSection),
  version: z.int(),
})
export type ReportRecord = z.output<typeof report>
export type ReportSectionRecord = z.output<typeof reportSection>

/** One number: a total has no breakdown, its parts have one such as `sex:female`. Money in whole đồng. */
export const figure = z.object({
  key: indicatorKey,
  breakdown: z.string().nullable(),
  /** The name of a fund, unit, tier or clause; null where the breakdown's words are fixed. */
  label: z.string().nullable(),
  value: z.int(),
  /** The same figure of the campaign before; null when there was none. */
  previous: z.int().nullable(),
})
export type FigureRecord = z.output<typeof figure>

/** What a figure is made of. `title` is null where the person may not see the name. */
export const figureRecord = z.object({
  subject: z.enum(recordSubjects),
  id,
  title: z.string().nullable(),
  /** How the record is told apart without a name: a receipt's number, or its place in this list. */
  number: z.string(),
  day: day.nullable(),
  unit: z.string().nullable(),
  /** What the record adds to the figure: 1, a number of people, or đồng. */
  contribution: z.int(),
})

export const reportAction = { method: 'POST', params, response: report, status: 200, versioned: true } as const

export const reports = {
  get: defineContract({
    operationId: 'getReport',
    method: 'GET',
    path: '/campaigns/:campaignId/report',
    summary: 'The result report of a campaign, null until the office begins it',
    permission: 'read Report',
    params: campaignParams,
    response: z.object({ report: report.nullable() }),
  }),
  create: defineContract({
    operationId: 'createReport',
    method: 'POST',
    path: '/campaigns/:campaignId/report',
    summary: 'Begin the result report, its narrative prefilled from the records',
    permission: 'create Report',
    params: campaignParams,
    response: report,
    errors: ['DUPLICATE', 'CAMPAIGN_NOT_APPROVED'],
  }),
  figures: defineContract({
    operationId: 'listFigures',
    method: 'GET',
    path: '/campaigns/:campaignId/report/figures',
    summary: 'Every figure of the annex as the records stand now, beside the year before',
    permission: 'read Report',
    params: campaignParams,
    response: z.object({
      previousYear: z.int().nullable(),
      groups: z.array(z.object({ group: z.enum(indicatorGroups), figures: z.array(figure) })),
    }),
  }),
  records: defineContract({
    operationId: 'listFigureRecords',
    method: 'GET',
    path: '/campaigns/:campaignId/report/figures/:key/records',
    summary: 'The records behind a figure; `sum` over all of them is the figure',
    permission: 'read Report',
    params: campaignParams.extend({ key: indicatorKey }),
    query: z.object({
      breakdown: line().optional(),
      /** A line of the annex, whose filter narrows the list as it narrows the figure. */
      row: id.optional(),
      cursor: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(figureRecord), total: z.int().min(0), sum: z.int(), nextCursor: z.string().nullable() }),
  }),
  compile: defineContract({
    ...reportAction,
    operationId: 'compileReport',
    path: '/reports/:id/compile',
    summary: 'Write the narrative anew from the records; sections that were edited stay as they are',
    permission: 'update Report',
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'],
  }),
  editSection: defineContract({
    operationId: 'editReportSection',
    method: 'PUT',
    path: '/report-sections/:id',
    summary: 'Change the text of a section: headings, paragraphs, lists and tables of the official layout',
    permission: 'update Report',
    params,
    body: z.object({ blocks }),
    response: report,
    versioned: true,
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'],
  }),
  restoreSection: defineContract({
    ...reportAction,
    operationId: 'restoreReportSection',
    path: '/report-sections/:id/restore',
    summary: 'Give a section back the text that the records write',
    permission: 'update Report',
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'],
  }),
  submit: defineContract({
    ...reportAction,
    operationId: 'submitReport',
    path: '/reports/:id/submit',
    summary: 'Hand the report to leadership for signature',
    permission: 'submit Report',
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'],
  }),
  return: defineContract({
    ...reportAction,
    operationId: 'returnReport',
    path: '/reports/:id/return',
    summary: 'Return the report to the office with a reason',
    permission: 'sign Report',
    body: z.object({ reason }),
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'],
  }),
  sign: defineContract({
    ...reportAction,
    operationId: 'signReport',
    path: '/reports/:id/sign',
    summary: 'Sign the report: its text, figures and the records behind them are frozen with a hash',
    permission: 'sign Report',
    errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED', 'BOOKS_WRONG'],
  }),
  issue: defineContract({
    ...reportAction,
    operationId: 'issueReport',
    path: '/reports/:id/issue',
    summary: 'Enter the number and day that the records desk gave the signed report',
    permission: 'issue Report',
    body: z.object({ number: line(20), issuedOn: day }),
    errors: ['TRANSITION_NOT_ALLOWED', 'REPORT_REPLACED', 'SENT_DAY_REFUSED'],
  }),
  document: defineContract({
    operationId: 'downloadReport',
    method: 'GET',
    path: '/campaigns/:campaignId/report.docx',
    summary: 'The report as a Word file: as signed, or as it stands now while it is a draft',
    permission: 'read Report',
    params: campaignParams,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  documentPdf: defineContract({
    operationId: 'downloadReportPdf',
    method: 'GET',
    path: '/campaigns/:campaignId/report.pdf',
    summary: 'The report as a PDF: the same paper as the Word file',
    permission: 'read Report',
    params: campaignParams,
    response: z.any(),
    file: ['application/pdf'],
  }),
}
