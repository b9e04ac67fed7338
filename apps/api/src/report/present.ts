import { blocks as storedBlocks, type WrittenBlock } from '@chung-tay/contracts/blocks'
import type { ReportRecord, ReportSectionRecord } from '@chung-tay/contracts/report'
import type { Block } from '@chung-tay/documents/model'
import { textBlocks } from '@chung-tay/documents/rich-text'
import { fromDbDate } from '@chung-tay/domain/dates'
import { levelOf } from '@chung-tay/domain/report/prefill'
import { reportDaysLate, sendingWays } from '@chung-tay/domain/report/report-status'
import { filesOf } from '../files/service.ts'
import type { Context } from '../http/context.ts'

const cited = { select: { id: true, revision: true, number: true, issuedOn: true } } as const
export const withSections = {
  sections: { orderBy: { sortOrder: 'asc' } },
  campaign: { select: { reportDueOn: true } },
  replaces: cited,
  replacedBy: cited,
} as const
export const loadReport = ({ db }: Pick<Context, 'db'>, id: string) => db.report.findUniqueOrThrow({ where: { id }, include: withSections })
export type ReportRow = Awaited<ReturnType<typeof loadReport>>
type Section = ReportRow['sections'][number]

/** Plain lines of the records become the blocks that an editor opens. */
const writtenBlock = (block: Block): WrittenBlock[] => {
  if (block.type === 'paragraph') return [{ type: 'paragraph', runs: block.runs.map(({ text }) => ({ text })) }]
  if (block.type === 'dashes' || block.type === 'numbers')
    return [
      { type: block.type, items: block.items.map((item) => (typeof item === 'string' ? [{ text: item }] : item.map(({ text }) => ({ text })))) },
    ]
  return []
}
export const blocksOfText = (text: string): WrittenBlock[] => textBlocks(text).flatMap(writtenBlock)
export const blocksOf = ({ text, blocks }: Pick<Section, 'text' | 'blocks'>): WrittenBlock[] =>
  blocks === null ? blocksOfText(text) : storedBlocks.parse(blocks)

export const presentSection = (section: Section): ReportSectionRecord => ({
  id: section.id,
  key: section.key,
  level: levelOf(section.key),
  heading: section.heading,
  text: section.text,
  blocks: blocksOf(section),
  edited: section.edited,
  version: section.version,
})

const presentCited = (row: ReportRow['replaces']) => row && { ...row, issuedOn: row.issuedOn && fromDbDate(row.issuedOn) }

export const presentReport = async (context: Context, row: ReportRow): Promise<ReportRecord> => {
  const ids = [row.submittedById, row.signedById].filter((id) => id !== null)
  const users = await context.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null
  const sentOn = row.sentOn && fromDbDate(row.sentOn)
  return {
    id: row.id,
    campaignId: row.campaignId,
    revision: row.revision,
    replaces: presentCited(row.replaces),
    replacedBy: presentCited(row.replacedBy),
    correction: row.correction,
    status: row.status,
    number: row.number,
    issuedOn: row.issuedOn && fromDbDate(row.issuedOn),
    returnReason: row.returnReason,
    submittedAt: row.submittedAt,
    submittedByName: nameOf(row.submittedById),
    signedAt: row.signedAt,
    signedByName: nameOf(row.signedById),
    sentOn,
    sentTo: row.sentTo,
    sentVia: sendingWay(row.sentVia),
    proofs: await filesOf(context, 'Report', row.id),
    daysLate: reportDaysLate(fromDbDate(row.campaign.reportDueOn), sentOn, context.clock.today()),
    hash: row.snapshotHash,
    sections: row.sections.map(presentSection),
    version: row.version,
  }
}

const sendingWay = (stored: string | null): ReportRecord['sentVia'] => sendingWays.find((way) => way === stored) ?? null
