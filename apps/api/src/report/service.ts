import type { WrittenBlock } from '@chung-tay/contracts/blocks'
import type { ReportRecord } from '@chung-tay/contracts/report'
import { Prisma } from '@chung-tay/db/client'
import { signatureOf } from '@chung-tay/documents/signature'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { compare } from '@chung-tay/domain/report/figures'
import { plainText } from '@chung-tay/domain/report/plain-text'
import { advanceReport, type ReportAction } from '@chung-tay/domain/report/report-status'
import type { Context, Db, WriteContext } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found, scope } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { checkLedger } from '../ledger/service.ts'
import { tellRole } from '../notifications/service.ts'
import { annexCuts, annexOf } from './annex.ts'
import { hashOf, loadContent, prefillReport, readSnapshot, reportDocument } from './content.ts'
import { figuresOf, loadCampaign } from './figures.ts'
import { loadReport, presentReport, presentSection, type ReportRow, withSections } from './present.ts'
import { freezeFigures } from './queries.ts'
import { campaignBefore, figuresOfYear } from './year-before.ts'

export const loadScoped = async (context: Context, id: string) =>
  found(await context.db.report.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Report')] }, include: withSections }))

export const getReport = async (context: Context, campaignId: string) => {
  await loadCampaign(context, campaignId)
  const where = { AND: [{ campaignId }, scope(context, 'read', 'Report')] }
  const row = await context.db.report.findFirst({ where, include: withSections, orderBy: { revision: 'desc' } })
  return { report: row && (await presentReport(context, row)) }
}

export const getReportRevision = async (context: Context, id: string): Promise<ReportRecord> => presentReport(context, await loadScoped(context, id))

/** Writes the sections that nobody edited; those of clauses that left the plan go, unless somebody wrote in them. */
const writeSections = async (db: Db, report: { id: string; campaignId: string; sections: ReportRow['sections'] }): Promise<void> => {
  const campaign = await db.campaign.findUniqueOrThrow({ where: { id: report.campaignId } })
  const written = await prefillReport(db, campaign.id, await figuresOf(db, campaign))
  for (const [sortOrder, { key, heading, text }] of written.entries()) {
    const kept = report.sections.find((section) => section.key === key)?.edited === true
    await db.reportSection.upsert({
      where: { reportId_key: { reportId: report.id, key } },
      create: { reportId: report.id, key, heading, text, sortOrder },
      update: { heading, sortOrder, ...(!kept && { text, blocks: Prisma.DbNull }), version: { increment: 1 } },
    })
  }
  await db.reportSection.deleteMany({ where: { reportId: report.id, edited: false, key: { notIn: written.map(({ key }) => key) } } })
}

// Unlike the records it sums up, a report is written when the month is over: a closed campaign takes it.
export const createReport = async (context: WriteContext, campaignId: string): Promise<ReportRecord> => {
  const campaign = await loadCampaign(context, campaignId)
  if (campaign.status === 'draft' || campaign.status === 'submitted') throw new DomainError('CAMPAIGN_NOT_APPROVED', { status: campaign.status })
  const { id } = await context.db.report.create({ data: { campaignId, createdAt: context.clock.now() }, select: { id: true } })
  await writeSections(context.db, { id, campaignId, sections: [] })
  return finish(context, id, null)
}

const trace = ({ status, number, issuedOn, hash, revision, sentOn, sentTo, sentVia }: ReportRecord) => ({
  status,
  number,
  issuedOn,
  hash,
  revision,
  sentOn,
  sentTo,
  sentVia,
})

export const finish = async (
  context: WriteContext,
  id: string,
  before: ReportRow | null,
  more: { before?: object; after?: object; reason?: string } = {},
) => {
  const after = await presentReport(context, await loadReport(context, id))
  await context.audit({
    subject: 'Report',
    id,
    before: before && { ...trace(await presentReport(context, before)), ...more.before },
    after: { ...trace(after), ...more.after },
    reason: more.reason,
  })
  return after
}

/** The row is locked until the end: what was submitted or signed is what was seen. */
export const changeReport = async (context: WriteContext, row: ReportRow, action: ReportAction, data: object = {}) => {
  const status = advanceReport(row.status, action)
  await context.db.report.update({
    where: { id: row.id, version: context.version },
    data: { ...data, status, version: { increment: 1 }, updatedAt: context.clock.now() },
  })
}

export const compileReport = async (context: WriteContext, id: string): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  await changeReport(context, row, 'edit')
  await writeSections(context.db, row)
  return finish(context, id, row)
}

const noticeOf = async ({ db }: WriteContext, { id, version, campaignId }: ReportRecord) => {
  const { year, title } = await db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { year: true, title: true } })
  return { id, version, data: { reportId: id, year, title } }
}

export const submitReport = async (context: WriteContext, id: string): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  await changeReport(context, row, 'submit', { submittedById: context.actor.userId, submittedAt: context.clock.now(), returnReason: null })
  const report = await finish(context, id, row)
  await tellRole(context, 'leadership', 'reportSubmitted', await noticeOf(context, report))
  return report
}

export const returnReport = async (context: WriteContext, id: string, reason: string): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  await changeReport(context, row, 'return', { returnReason: reason })
  const report = await finish(context, id, row, { reason })
  const { data, ...notice } = await noticeOf(context, report)
  await tellRole(context, 'office', 'reportReturned', { ...notice, data: { ...data, reason } })
  return report
}

export const issueReport = async (context: WriteContext, id: string, { number, issuedOn }: { number: string; issuedOn: string }) => {
  const row = await loadScoped(context, id)
  if (row.replacedBy) throw new DomainError('REPORT_REPLACED', { reportId: row.replacedBy.id })
  if (row.sentOn && issuedOn > fromDbDate(row.sentOn)) throw new DomainError('SENT_DAY_REFUSED', { field: 'issuedOn', to: fromDbDate(row.sentOn) })
  await changeReport(context, row, 'issue', { number, issuedOn: toDbDate(issuedOn) })
  return finish(context, id, row)
}

const signerOf = async (context: WriteContext) => {
  const user = await context.db.user.findUniqueOrThrow({ where: { id: context.actor.userId }, include: { employee: { select: { position: true } } } })
  return { name: user.name, position: user.employee?.position ?? '' }
}

const freeze = async (context: WriteContext, row: ReportRow, signedAt: Date) => {
  const campaign = await context.db.campaign.findUniqueOrThrow({ where: { id: row.campaignId } })
  const before = await campaignBefore(context.db, campaign.year)
  const { figures, annex, records } = await freezeFigures(context.db, campaign.id, await annexCuts(context.db, campaign.id))
  const compared = compare(figures, before && (await figuresOfYear(context.db, before.id)))
  const content = await loadContent(context.db, campaign.id, row.sections.map(presentSection), compared, await annexOf(context.db, campaign, annex))
  const signature = signatureOf(content.letterhead, await signerOf(context))
  return toJson({ ...content, records, signer: { userId: context.actor.userId, signedAt, signature } })
}

/** @throws DomainError BOOKS_WRONG with { checks }: nobody signs for money that the books do not agree on */
const requireTrueBooks = async (context: WriteContext): Promise<void> => {
  const { checks } = await checkLedger(context)
  const failed = checks.filter(({ ok }) => !ok).map(({ name }) => name)
  if (failed.length > 0) throw new DomainError('BOOKS_WRONG', { checks: failed })
}

export const signReport = async (context: WriteContext, id: string): Promise<ReportRecord> => {
  const row = await loadScoped(context, id)
  const signedAt = context.clock.now()
  advanceReport(row.status, 'sign')
  await requireTrueBooks(context)
  const snapshot = await freeze(context, row, signedAt)
  const snapshotHash = hashOf(snapshot as Parameters<typeof hashOf>[0])
  await changeReport(context, row, 'sign', { snapshot, snapshotHash, signedById: context.actor.userId, signedAt })
  const report = await finish(context, id, row)
  await tellRole(context, 'office', 'reportSigned', await noticeOf(context, report))
  return report
}

type SectionChange = (
  row: ReportRow,
  section: ReportRow['sections'][number],
) => Promise<{ text: string; blocks: WrittenBlock[] | null; edited: boolean }>

/** The report's own version moves with each section: nobody submits or signs a text that changed under the eyes. */
const changeSection = async (context: WriteContext, sectionId: string, change: SectionChange): Promise<ReportRecord> => {
  const { reportId } = found(await context.db.reportSection.findUnique({ where: { id: sectionId }, select: { reportId: true } }))
  await context.db.report.update({ where: { id: reportId }, data: { version: { increment: 1 }, updatedAt: context.clock.now() } })
  const row = await loadScoped(context, reportId)
  advanceReport(row.status, 'edit')
  const section = found(row.sections.find(({ id }) => id === sectionId))
  const { blocks, ...after } = await change(row, section)
  await context.db.reportSection.update({
    where: { id: sectionId, version: context.version },
    data: { ...after, blocks: blocks === null ? Prisma.DbNull : toJson(blocks), version: { increment: 1 } },
  })
  return finish(context, reportId, row, { before: { [section.heading]: section.text }, after: { [section.heading]: after.text } })
}

export const editSection = (context: WriteContext, id: string, blocks: WrittenBlock[]) =>
  changeSection(context, id, async () => ({ text: plainText(blocks), blocks, edited: true }))

export const restoreSection = (context: WriteContext, id: string) =>
  changeSection(context, id, async (row, section) => {
    const campaign = await context.db.campaign.findUniqueOrThrow({ where: { id: row.campaignId } })
    const written = await prefillReport(context.db, row.campaignId, await figuresOf(context.db, campaign))
    return { text: written.find(({ key }) => key === section.key)?.text ?? '', blocks: null, edited: false }
  })

/** The paper: what was signed, or the draft as it stands; before there is a report, its first draft. */
const paperOf = async (context: Context, campaign: { id: string; year: number }, report: ReportRecord | null): Promise<Written> => {
  const copy = report && report.revision > 1 ? `-sua-lan-${report.revision - 1}` : ''
  const name = `bao-cao-thang-hanh-dong-${campaign.year}${copy}`
  const desk = { number: report?.number ?? null, issuedOn: report?.issuedOn ?? null, replaces: report?.replaces ?? null }
  if (report?.status === 'signed') {
    const { snapshot } = await context.db.report.findUniqueOrThrow({ where: { id: report.id }, select: { snapshot: true } })
    const signed = readSnapshot(snapshot)
    return { name, source: reportDocument(signed, { ...desk, signature: signed.signer.signature }) }
  }
  const figures = await figuresOf(context.db, campaign)
  const sections = report?.sections ?? (await prefillReport(context.db, campaign.id, figures))
  return { name, source: reportDocument(await loadContent(context.db, campaign.id, sections, figures), desk) }
}

export const writeReport = async (context: Context, campaignId: string): Promise<Written> => {
  const campaign = await loadCampaign(context, campaignId)
  return paperOf(context, campaign, (await getReport(context, campaignId)).report)
}

export const writeRevision = async (context: Context, id: string): Promise<Written> => {
  const report = await getReportRevision(context, id)
  return paperOf(context, await loadCampaign(context, report.campaignId), report)
}
