import type { ReportRecord } from '@chung-tay/contracts/report'
import type { reportArchive } from '@chung-tay/contracts/report-archive'
import { Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { advanceReport, checkSending } from '@chung-tay/domain/report/report-status'
import type { z } from 'zod'
import { attachFiles } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { hashOf } from './content.ts'
import { presentReport, withSections } from './present.ts'
import { changeReport, finish, loadScoped } from './service.ts'

/** A report that begins where the signed one ended; of two begun at once the database keeps one. */
export const correctReport = async (context: WriteContext, id: string, correction: string): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  advanceReport(row.status, 'correct')
  if (row.replacedBy) throw new DomainError('REPORT_REPLACED', { reportId: row.replacedBy.id })
  await changeReport(context, row, 'correct')
  const { id: next } = await context.db.report.create({
    data: {
      campaignId: row.campaignId,
      revision: row.revision + 1,
      replacesId: id,
      correction,
      createdAt: context.clock.now(),
      sections: {
        create: row.sections.map(({ key, heading, text, blocks, edited, sortOrder }) => ({
          key,
          heading,
          text,
          blocks: blocks ?? Prisma.DbNull,
          edited,
          sortOrder,
        })),
      },
    },
    select: { id: true },
  })
  return finish(context, next, null, { reason: correction })
}

/** The paper left: once a day, an addressee and a way are written, with the proof of it. Entered again it corrects what was entered. */
export const sendReport = async (context: WriteContext, id: string, input: z.output<typeof reportArchive.send.body>): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  const { sentOn, sentTo, sentVia, fileIds } = input
  advanceReport(row.status, 'send')
  if (row.replacedBy) throw new DomainError('REPORT_REPLACED', { reportId: row.replacedBy.id })
  checkSending({ number: row.number, issuedOn: row.issuedOn && fromDbDate(row.issuedOn) }, sentOn, context.clock.today())
  await changeReport(context, row, 'send', { sentOn: toDbDate(sentOn), sentTo, sentVia })
  await attachFiles(context, 'Report', id, fileIds)
  return finish(context, id, row)
}

/** Every report of every year, with a word on whether it is kept as it was signed. */
export const listReports = async (context: Context) => {
  const rows = await context.db.report.findMany({
    where: scope(context, 'read', 'Report'),
    include: { ...withSections, campaign: { select: { year: true, title: true, reportDueOn: true } } },
    orderBy: [{ campaign: { year: 'desc' } }, { revision: 'desc' }],
  })
  const items = await Promise.all(
    rows.map(async (row) => {
      const { sections: _, ...report } = await presentReport(context, row)
      const { year, title, reportDueOn } = row.campaign
      const intact = row.snapshot === null ? null : hashOf(row.snapshot) === row.snapshotHash
      return { ...report, year, title, reportDueOn: fromDbDate(reportDueOn), intact }
    }),
  )
  return { items }
}
