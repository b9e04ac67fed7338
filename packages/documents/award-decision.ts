import { enumeration } from './citation.ts'
import { frameOf, type Issue } from './frame.ts'
import { bold, type OfficialDocument, paragraph, type Row, type Table } from './model.ts'
import { formatMoney, formatNumber, inWords } from './money.ts'

/** A child to be commended; `amount` in whole đồng. No birth date: the list goes to many desks and does not need it. */
export type AwardRow = { childName: string; className: string; school: string; parentName: string; unitName: string; tier: string; amount: number }

export type AwardDecisionInput = Issue & {
  /** `2020-2021` */
  schoolYear: string
  /** Full sentences: `Căn cứ …`, the last one usually `Theo đề nghị của …`. */
  legalBases: readonly string[]
  /** Where the money comes from, e.g. `quỹ Công đoàn Sở năm 2021`. */
  fundedBy: string
  /** Who carries it out, besides the parents named in the list: `Chánh Văn phòng Sở`, `Công đoàn Sở`. */
  executors: readonly string[]
  awards: readonly AwardRow[]
}

const families = 'con cán bộ, công chức, viên chức, người lao động'

const total = (awards: readonly AwardRow[]): number => awards.reduce((sum, award) => sum + award.amount, 0)

/** Counts below ten take a zero, as amounts on paper do. */
const childCount = (awards: readonly AwardRow[]): string => `${formatNumber(awards.length).padStart(2, '0')} cháu`

const awardTable = (awards: readonly AwardRow[]): Table => ({
  type: 'table',
  columns: [
    { title: 'TT', share: 10, align: 'center' },
    { title: 'Họ và tên', share: 46, align: 'left' },
    { title: 'Lớp', share: 16, align: 'center' },
    { title: 'Trường', share: 48, align: 'left' },
    { title: 'Con ông/bà', share: 44, align: 'left' },
    { title: 'Phòng, đơn vị', share: 42, align: 'left' },
    { title: 'Thành tích, mức thưởng', share: 48, align: 'left' },
    { title: 'Số tiền (đồng)', share: 27, align: 'right' },
  ],
  rows: [
    ...awards.map(
      (award, index): Row => ({
        cells: [
          String(index + 1),
          award.childName,
          award.className,
          award.school,
          award.parentName,
          award.unitName,
          award.tier,
          formatNumber(award.amount),
        ],
      }),
    ),
    { cells: [{ text: `Tổng cộng: ${childCount(awards)}`, span: 7, align: 'center' }, formatNumber(total(awards))], emphasis: 'total' },
  ],
})

/** QUYẾT ĐỊNH Về việc khen thưởng, with the list of children as its annex. */
export const awardDecision = (input: AwardDecisionInput): OfficialDocument => {
  const { agency, awards, schoolYear } = input
  const sum = total(awards)
  const executors = enumeration([...input.executors, `${families.replace('con ', '')} có con được khen thưởng`])
  return {
    ...frameOf('decision', input),
    subject: `Về việc khen thưởng ${families} đạt thành tích học tập cao năm học ${schoolYear}`,
    issuer: `${agency.leaderTitle} ${agency.name}`,
    legalBases: input.legalBases,
    body: [
      paragraph(
        bold('Điều 1. '),
        `Khen thưởng ${childCount(awards)} là ${families} của ${agency.name} đạt thành tích học tập cao năm học ${schoolYear} (có danh sách tại Phụ lục kèm theo).`,
      ),
      paragraph(bold('Điều 2. '), `Tổng số tiền thưởng: ${formatMoney(sum)} `, { text: inWords(sum), italic: true }, `, chi từ ${input.fundedBy}.`),
      paragraph(bold('Điều 3. '), `Quyết định này có hiệu lực kể từ ngày ký. ${executors} chịu trách nhiệm thi hành Quyết định này.`),
    ],
    recipients: ['Như Điều 3', ...input.recipients],
    annexes: [
      {
        numeral: null,
        title: `Danh sách ${families} đạt thành tích học tập cao được khen thưởng năm học ${schoolYear}`,
        landscape: true,
        blocks: [awardTable(awards), paragraph({ text: inWords(sum), italic: true })],
      },
    ],
  }
}
