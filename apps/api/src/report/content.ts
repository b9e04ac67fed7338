import { createHash } from 'node:crypto'
import { type AnnexRowRecord, annexRow } from '@chung-tay/contracts/annex'
import { blocks, type WrittenBlock } from '@chung-tay/contracts/blocks'
import { figure } from '@chung-tay/contracts/report'
import type { Prisma } from '@chung-tay/db/client'
import type { Block, OfficialDocument, Signature } from '@chung-tay/documents/model'
import { resultReport } from '@chung-tay/documents/result-report'
import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import { canonicalJson } from '@chung-tay/domain/report/canonical-json'
import { type Figure, labelOf } from '@chung-tay/domain/report/figures'
import { groupLabels, indicators } from '@chung-tay/domain/report/indicators'
import { type Prefilled, prefill } from '@chung-tay/domain/report/prefill'
import { z } from 'zod'
import { namesOfUnit, unitNamesOn } from '../agency/names.ts'
import type { Db } from '../http/context.ts'
import { annexOf } from './annex.ts'

const text = z.string()
const day = text.nullable()
const letterhead = z.object({ name: text, parentName: text, place: text, symbol: text, leaderTitle: text, leaderName: text })
const basis = z.object({ kind: text, number: text, issuedOn: text, issuer: text, subject: text })
const campaign = z.object({ id: text, year: z.int(), title: text, theme: text, reportDueOn: text, recipientName: text, guidance: z.array(basis) })
const section = z.object({ key: text, level: z.literal([1, 2]), heading: text, text, blocks: blocks.optional() })
const task = z.object({ unit: text, task: text, dueOn: day, completedOn: day, result: text })

/** A line of the annex as it stood; reports that were signed before there were lines have figures alone. */
const signedRow = annexRow.omit({ id: true })

/** Everything that the paper says, but for the number and day that the records desk gives it later. */
const content = z.object({
  letterhead,
  campaign,
  sections: z.array(section),
  figures: z.array(figure),
  annex: z.array(signedRow).optional(),
  tasks: z.array(task),
})
type ReportContent = z.output<typeof content>

const signature = z.union([
  z.object({ authority: z.literal('KT.'), onBehalfOf: text, title: text, name: text }),
  z.object({ title: text, name: text }),
])

/** What the signature freezes; `records` are the versions of the records behind each figure. */
const snapshot = content.extend({
  signer: z.object({ userId: text, signedAt: text, signature }),
  records: z.array(z.object({ key: text, subject: text, id: text, version: z.int() })),
})
export type ReportSnapshot = z.output<typeof snapshot>

/** Reads back what a signature froze. */
export const readSnapshot = (stored: Prisma.JsonValue): ReportSnapshot => snapshot.parse(stored)

/** SHA-256 in hexadecimal over the canonical text: the same after the database has stored it. */
export const hashOf = (stored: Prisma.JsonValue): string =>
  createHash('sha256')
    .update(canonicalJson(stored as Parameters<typeof canonicalJson>[0]))
    .digest('hex')

const loadCampaign = (db: Db, id: string) =>
  db.campaign.findUniqueOrThrow({
    where: { id },
    include: {
      legalBases: { orderBy: [{ sortOrder: 'asc' }, { issuedOn: 'asc' }] },
      activities: { orderBy: [{ sortOrder: 'asc' }, { clause: 'asc' }] },
      confirmations: { include: { unit: { select: { name: true } } }, orderBy: [{ unit: { sortOrder: 'asc' } }, { unit: { name: 'asc' } }] },
      tasks: {
        include: { unit: { select: namesOfUnit }, activity: { select: { clause: true } } },
        orderBy: [{ activity: { sortOrder: 'asc' } }, { unit: { sortOrder: 'asc' } }, { title: 'asc' }, { id: 'asc' }],
      },
    },
  })
type LoadedCampaign = Awaited<ReturnType<typeof loadCampaign>>

const planNumberOf = (planNumber: string | null, symbol: string): string | null =>
  planNumber === null || planNumber.includes('/') ? planNumber : `${planNumber.padStart(2, '0')}/KH-${symbol}`

/** The narrative as the records tell it now. */
export const prefillReport = async (db: Db, campaignId: string, figures: readonly Figure[]): Promise<Prefilled[]> => {
  const row = await loadCampaign(db, campaignId)
  const agency = await db.agency.findFirstOrThrow()
  return prefill({
    agencyName: agency.name,
    campaign: {
      title: row.title,
      schoolYear: row.schoolYear,
      planNumber: planNumberOf(row.planNumber, agency.symbol),
      planIssuedOn: row.planIssuedOn && fromDbDate(row.planIssuedOn),
    },
    activities: row.activities,
    tasks: row.tasks.map((item) => ({
      clause: item.activity.clause,
      unitName: item.unit.name,
      title: item.title,
      dueOn: fromDbDate(item.dueOn),
      accepted: item.status === 'accepted',
      result: item.result,
    })),
    figures,
    words: row.confirmations.map(({ unit, difficulties, proposals }) => ({ unitName: unit.name, difficulties, proposals })),
  })
}

const taskOf = ({ unit, title, dueOn, status, submittedOn, result }: LoadedCampaign['tasks'][number], endsOn: IsoDate) => ({
  unit: unitNamesOn(unit, endsOn).name,
  task: title,
  dueOn: fromDbDate(dueOn),
  completedOn: status === 'accepted' && submittedOn ? fromDbDate(submittedOn) : null,
  result: status === 'accepted' ? result : '',
})

/** What the report says now. */
export const loadContent = async (
  db: Db,
  campaignId: string,
  sections: readonly (Prefilled & { blocks?: WrittenBlock[] })[],
  figures: readonly Figure[],
  annex?: readonly AnnexRowRecord[],
): Promise<ReportContent> => {
  const row = await loadCampaign(db, campaignId)
  const agency = await db.agency.findFirstOrThrow()
  return content.parse({
    letterhead: agency,
    campaign: {
      ...row,
      reportDueOn: fromDbDate(row.reportDueOn),
      guidance: row.legalBases.map((item) => ({ ...item, issuedOn: fromDbDate(item.issuedOn) })),
    },
    sections,
    figures,
    annex: annex ?? (await annexOf(db, row)),
    tasks: row.tasks.map((item) => taskOf(item, fromDbDate(row.endsOn))),
  })
}

const figureRow = (line: Figure) => ({
  group: groupLabels[indicators[line.key].group],
  label: labelOf(line),
  unit: line.breakdown === null ? indicators[line.key].unit : '',
  value: line.value,
  previous: line.previous,
  part: line.breakdown !== null,
})

/** The paper's rows out of the annex: what stands under a heading, each line and the parts beneath it. */
const annexRows = (rows: readonly z.output<typeof signedRow>[]) => {
  let group = ''
  return rows.flatMap(({ indicator, label, unit, figures: lines }) => {
    if (indicator === null) {
      group = label
      return []
    }
    return lines.map((line) => {
      const part = line.breakdown !== null
      const { value, previous } = line
      return { group, label: part ? labelOf({ key: indicator, ...line }) : label, unit: part ? '' : unit, value, previous, part }
    })
  })
}

/** `Lãnh đạo Sở`: an agency speaks of itself by the kind of body it is. `Như trên` and `Lưu` are the layout's. */
const recipientsOf = (agencyName: string): string[] => {
  const kind = /^(?:Sở|Ban|Cục|Chi cục|Trung tâm|Viện)(?= )/u.exec(agencyName)?.[0] ?? 'cơ quan'
  return [`Lãnh đạo ${kind}`, `Các phòng, đơn vị trực thuộc ${kind}`]
}

const documentBlock = (block: WrittenBlock): Block => {
  if (block.type === 'dashes' || block.type === 'numbers') return { type: block.type, items: block.items.map(runsOf) }
  if (block.type === 'paragraph') return { type: 'paragraph', runs: runsOf(block.runs) }
  if (block.type === 'heading') return block
  const [head = [], ...rows] = block.rows
  const share = (at: number) => Math.min(60, Math.max(8, ...block.rows.map((row) => (row[at] ?? '').length)))
  return {
    type: 'table',
    columns: head.map((title, at) => ({ title, share: share(at), align: 'left' as const })),
    rows: rows.map((cells) => ({ cells })),
  }
}
const runsOf = (runs: readonly { text: string; bold?: boolean | undefined; italic?: boolean | undefined }[]) =>
  runs.map(({ text: words, bold, italic }) => ({ text: words, ...(bold && { bold }), ...(italic && { italic }) }))

/** What was written in the editor stands as it was written; what the records wrote is laid out from its lines. */
const sectionOf = ({ level, heading, text: plain, blocks: written }: ReportContent['sections'][number]) =>
  written === undefined ? { level, heading, text: plain } : { level, heading, blocks: written.map(documentBlock) }

type Desk = {
  number: string | null
  issuedOn: string | null
  replaces?: { number: string | null; issuedOn: string | null } | null
  signature?: Signature
}

/** The paper: signed from its snapshot, or a draft as it stands. */
export const reportDocument = (
  { letterhead: agency, campaign: month, sections, figures, annex, tasks }: ReportContent,
  { number, issuedOn, replaces = null, signature: signedAs }: Desk,
): OfficialDocument =>
  resultReport({
    agency,
    campaign: month,
    number,
    issuedOn,
    sections: sections.map(sectionOf),
    replaces,
    figures: annex ? annexRows(annex) : figures.map(figureRow),
    tasks,
    recipients: recipientsOf(agency.name),
    ...(signedAs && { signature: signedAs }),
  })
