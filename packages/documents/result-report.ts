import type { IsoDate } from '@chung-tay/domain/dates'
import { cite, type LegalBasis } from './citation.ts'
import { frameOf, type Letterhead } from './frame.ts'
import { shortDate } from './long-date.ts'
import {
  type Annex,
  type Block,
  bold,
  heading,
  numberAnnexes,
  type OfficialDocument,
  paragraph,
  type Row,
  roman,
  type Signature,
  symbolOf,
} from './model.ts'
import { formatNumber } from './money.ts'
import { textBlocks, withoutNumeral } from './rich-text.ts'

/** Level 2 sections are the clauses under the level 1 section before them. `text` as typed (see `textBlocks`), or `blocks` out of an editor. */
export type ReportSection = { level: 1 | 2; heading: string } & ({ text: string } | { blocks: readonly Block[] })

/** A `part` breaks the figure above it down: it stands after a dash and is not counted. */
export type FigureRow = {
  group: string
  label: string
  unit: string
  value: number | string
  previous?: number | null
  note?: string
  part?: boolean
}

export type TaskRow = { unit: string; task: string; dueOn: IsoDate | null; completedOn: IsoDate | null; result: string }

export type ResultReportInput = {
  agency: Letterhead
  /** `title` is the month's full name, e.g. `Tháng hành động vì trẻ em năm 2021`. */
  campaign: { title: string; theme: string | null; reportDueOn: IsoDate; guidance: readonly LegalBasis[]; recipientName: string }
  number: string | null
  issuedOn: IsoDate | null
  sections: readonly ReportSection[]
  figures: readonly FigureRow[]
  tasks: readonly TaskRow[]
  /** The signed report that this one stands for. */
  replaces?: { number: string | null; issuedOn: IsoDate | null } | null
  recipients: readonly string[]
  filing?: string
  /** When somebody signs for the leader. */
  signature?: Signature
}

const opening = ({ agency, campaign }: ResultReportInput): Block => {
  const basis = campaign.guidance.length > 0 ? `Thực hiện ${campaign.guidance.map(cite).join('; ')}, ` : ''
  const lead = `${basis}${agency.name} báo cáo kết quả triển khai ${campaign.title}`
  const theme = campaign.theme?.replace(/^[“"]|[”"]$/gu, '')
  return theme ? paragraph(`${lead} với chủ đề `, { ...bold(`“${theme}”`), italic: true }, ' như sau:') : paragraph(`${lead} như sau:`)
}

const annexSentence = (annexes: readonly Annex[]): Block[] => {
  if (annexes.length === 0) return []
  const names = annexes.map((annex) => (annex.numeral === null ? 'Phụ lục' : `Phụ lục\u00a0${annex.numeral}`))
  return [paragraph(`(Số liệu và kết quả thực hiện nhiệm vụ chi tiết tại ${names.join(' và ')} kèm theo Báo cáo này).`)]
}

const replacing = ({ agency, replaces }: ResultReportInput): Block[] => {
  if (!replaces) return []
  const number = replaces.number === null ? '' : ` số ${replaces.number}/${symbolOf('report', agency.symbol)}`
  const day = replaces.issuedOn === null ? '' : ` ngày ${shortDate(replaces.issuedOn)}`
  return [paragraph(`Báo cáo này thay thế Báo cáo${number}${day} của ${agency.name}.`)]
}

const closing = ({ agency, campaign }: ResultReportInput): Block =>
  paragraph(`Trên đây là báo cáo kết quả triển khai ${campaign.title} của ${agency.name}, kính gửi ${campaign.recipientName} tổng hợp.`)

const printed = (value: number | null | undefined): string => (typeof value === 'number' ? formatNumber(value) : '')

/** Rows of one group follow its bold line, each group counted from 1; parts take no number. */
const figureRows = (figures: readonly FigureRow[]): Row[] => {
  const groups = [...new Set(figures.map((figure) => figure.group))]
  const named = groups.filter((group) => group !== '')
  return groups.flatMap((group) => {
    const rows = figures.filter((figure) => figure.group === group)
    const numbered = rows.filter((figure) => !figure.part)
    return [
      // What stands before the first heading needs none.
      ...(group === '' ? [] : [{ cells: [roman(named.indexOf(group) + 1), { text: group, span: 5 }], emphasis: 'group' as const }]),
      ...rows.map((row): Row => {
        const { label, unit, value, previous, note, part = false } = row
        return {
          cells: [
            part ? '' : String(numbered.indexOf(row) + 1),
            part ? `- ${label}` : label,
            unit,
            typeof value === 'number' ? formatNumber(value) : { text: value, span: 1, align: 'center' },
            printed(previous),
            note ?? '',
          ],
        }
      }),
    ]
  })
}

const figureAnnex = ({ campaign, figures }: ResultReportInput): Omit<Annex, 'numeral'> => ({
  title: `Số liệu kết quả ${campaign.title}`,
  landscape: false,
  blocks: [
    {
      type: 'table',
      columns: [
        { title: 'TT', share: 9, align: 'center' },
        { title: 'Chỉ tiêu', share: 56, align: 'left' },
        { title: 'Đơn vị tính', share: 20, align: 'center' },
        { title: 'Kết quả', share: 30, align: 'right' },
        { title: 'Năm trước', share: 30, align: 'right' },
        { title: 'Ghi chú', share: 20, align: 'left' },
      ],
      rows: figureRows(figures),
    },
  ],
})

const completion = ({ dueOn, completedOn }: TaskRow): string => {
  if (completedOn === null) return 'Chưa hoàn thành'
  return dueOn !== null && completedOn > dueOn ? `${shortDate(completedOn)}\n(quá hạn)` : shortDate(completedOn)
}

const taskAnnex = ({ tasks }: ResultReportInput): Omit<Annex, 'numeral'> => ({
  title: 'Kết quả thực hiện nhiệm vụ của các phòng, đơn vị',
  landscape: true,
  blocks: [
    {
      type: 'table',
      columns: [
        { title: 'TT', share: 10, align: 'center' },
        { title: 'Đơn vị', share: 45, align: 'left' },
        { title: 'Nhiệm vụ', share: 85, align: 'left' },
        { title: 'Thời hạn', share: 24, align: 'center' },
        { title: 'Hoàn thành', share: 28, align: 'center' },
        { title: 'Kết quả', share: 60, align: 'left' },
      ],
      rows: tasks.map((task, index) => ({
        cells: [String(index + 1), task.unit, task.task, task.dueOn === null ? '' : shortDate(task.dueOn), completion(task), task.result],
      })),
    },
  ],
})

/** BÁO CÁO Kết quả triển khai Tháng hành động: narrative, figures and tasks as annexes. An undated report is dated to the month it is due. */
export const resultReport = (input: ResultReportInput): OfficialDocument => {
  const { campaign } = input
  const annexes = numberAnnexes([...(input.figures.length > 0 ? [figureAnnex(input)] : []), ...(input.tasks.length > 0 ? [taskAnnex(input)] : [])])
  return {
    ...frameOf('report', { ...input, expectedOn: campaign.reportDueOn.slice(0, 7) }),
    subject: `Kết quả triển khai ${campaign.title}`,
    addressees: [campaign.recipientName],
    body: [
      opening(input),
      ...input.sections.flatMap((part) => [
        heading(part.level, withoutNumeral(part.heading)),
        ...('blocks' in part ? part.blocks : textBlocks(part.text)),
      ]),
      ...annexSentence(annexes),
      ...replacing(input),
      closing(input),
    ],
    annexes,
  }
}
