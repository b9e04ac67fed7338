import type { IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Drawn, Paper } from './layout/paper.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { ruledTable, signedTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, Column, Row } from './model.ts'
import { formatMoney, formatNumber, inWords } from './money.ts'

export type CountedGoods = { name: string; measure: string; booked: number; counted: number; reason: string /** Whole đồng. */; writtenOff: number }

type Occasion = {
  agency: Agency & { place: string }
  countedOn: IsoDate
  /** Where the goods lie; empty when nobody said. */
  place: string
  members: readonly { name: string; role: string }[]
}

export type CountSheetInput = Occasion & { rows: readonly Pick<CountedGoods, 'name' | 'measure' | 'booked'>[] }
export type CountMinutesInput = Occasion & { number: string; finishedOn: IsoDate; rows: readonly CountedGoods[] }

const widths = { sheet: textWidth.landscape, minutes: textWidth.portrait }

/** Who answers for the goods and for the books, after the head of the committee. */
const signers = ({ members }: Occasion): Signer[] => [
  { title: 'Trưởng ban kiểm kê', name: members.find(({ role }) => /^trưởng/iu.test(role))?.name ?? null },
  { title: 'Thủ kho', name: null },
  { title: 'Kế toán', name: null },
  { title: 'Chủ tịch Công đoàn', name: null },
]

const above = ({ agency, countedOn, place }: Occasion, title: string, numberLine: string, width: number): Drawn[] => [
  head(agency, numberLine, null, width),
  centered(capitals(title), { size: 16, bold: true, before: 6 }),
  centered(`Thời điểm kiểm kê: ${longDate(countedOn)}${place === '' ? '' : `; địa điểm: ${place}`}`, { size: 13, italic: true, after: 10 }),
]

const beneath = (input: Occasion, on: IsoDate | null, width: number): Drawn[] => [
  line(on === null ? `${input.agency.place}, ngày …… tháng …… năm ………` : `${input.agency.place}, ${longDate(on)}`, {
    ...{ size: 13, italic: true, align: 'right', before: 10, after: 6, keepNext: true },
  }),
  signaturePlaces(signers(input), width),
]

const goods = (share: number): Column[] => [
  { title: 'TT', share: 10, align: 'center' },
  { title: 'Tên hàng, quà tặng', share, align: 'left' },
  { title: 'Đơn vị tính', share: 17, align: 'center' },
  { title: 'Theo sổ sách', share: 18, align: 'right' },
]

/** PHIẾU KIỂM KÊ: what the books say, with room to write what is found. */
export const countSheetPaper = (input: CountSheetInput): Paper => {
  const columns: Column[] = [
    ...goods(72),
    { title: 'Thực tế', share: 24, align: 'right' },
    { title: 'Chênh lệch (+/−)', share: 26, align: 'right' },
    { title: 'Lý do chênh lệch', share: 72, align: 'left' },
  ]
  const rows = input.rows.map(({ name, measure, booked }, at): Row => ({ cells: [String(at + 1), name, measure, formatNumber(booked), '', '', ''] }))
  return {
    properties: { title: 'Phiếu kiểm kê kho quà', creator: input.agency.name, issuedOn: input.countedOn },
    sheets: [
      {
        orientation: 'landscape',
        drawn: [
          ...above(input, 'Phiếu kiểm kê kho quà', '', widths.sheet),
          signedTable({ type: 'table', columns, rows, rowHeight: 11 }, widths.sheet),
          ...beneath(input, null, widths.sheet),
        ],
      },
    ],
  }
}

const signed = (difference: number): string => (difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${formatNumber(Math.abs(difference))}`)

const committee = ({ members }: Occasion): Drawn[] => [
  line('Ban kiểm kê gồm:', { size: 13, after: 4, keepNext: true }),
  ruledTable(
    {
      type: 'table',
      columns: [
        { title: 'TT', share: 10, align: 'center' },
        { title: 'Họ và tên', share: 55, align: 'left' },
        { title: 'Trách nhiệm', share: 55, align: 'left' },
        { title: 'Ký tên', share: 45, align: 'left' },
      ],
      rows: members.map(({ name, role }, at): Row => ({ cells: [String(at + 1), name, role, ''] })),
      rowHeight: 9,
    },
    widths.minutes,
  ),
]

const conclusion = (rows: readonly CountedGoods[]): string => {
  const wrong = rows.filter(({ booked, counted }) => booked !== counted).length
  if (wrong === 0) return `Đã kiểm kê ${rows.length} loại: số thực tế khớp với sổ sách.`
  return `Đã kiểm kê ${rows.length} loại: ${rows.length - wrong} loại khớp với sổ sách, ${wrong} loại chênh lệch; thẻ kho đã được điều chỉnh theo số thực tế.`
}

const writtenOff = (amount: number): Drawn[] =>
  amount === 0 ? [] : [line(`Hàng thiếu đã ghi giảm trên sổ: ${formatMoney(amount)} ${inWords(amount)}`, { size: 13, after: 4, keepNext: true })]

/** BIÊN BẢN KIỂM KÊ: what was found beside the books, why it differs, and who counted. */
export const countMinutesPaper = (input: CountMinutesInput): Paper => {
  const { number, finishedOn, rows } = input
  const columns: Column[] = [
    ...goods(40),
    { title: 'Thực tế', share: 15, align: 'right' },
    { title: 'Chênh lệch', share: 20, align: 'right' },
    { title: 'Ghi giảm sổ (đồng)', share: 23, align: 'right' },
    { title: 'Lý do chênh lệch', share: 34, align: 'left' },
  ]
  const total = rows.reduce((sum, row) => sum + row.writtenOff, 0)
  const table = rows.map(({ name, measure, booked, counted, reason, writtenOff: off }, at): Row => {
    const difference = signed(counted - booked)
    return {
      cells: [
        ...[String(at + 1), name, measure, formatNumber(booked), formatNumber(counted), difference],
        ...[off === 0 ? '' : formatNumber(off), counted === booked ? '' : reason],
      ],
    }
  })
  return {
    properties: { title: `Biên bản kiểm kê kho số ${number}`, creator: input.agency.name, issuedOn: finishedOn },
    sheets: [
      {
        orientation: 'portrait',
        drawn: [
          ...above(input, 'Biên bản kiểm kê kho quà', `Số: ${number}`, widths.minutes),
          ...committee(input),
          line('Kết quả kiểm kê:', { size: 13, before: 8, after: 4, keepNext: true }),
          signedTable({ type: 'table', columns, rows: table }, widths.minutes),
          line(conclusion(rows), { size: 13, before: 8, after: 4, keepNext: true }),
          ...writtenOff(total),
          ...beneath(input, finishedOn, widths.minutes),
        ],
      },
    ],
  }
}
