import type { IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { pack, section, textWidth } from './layout/page.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { ruledTable } from './layout/table.ts'
import { centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, PartialDate, Row, Table as TableBlock } from './model.ts'
import { formatMoney, formatNumber, inWords } from './money.ts'

/** `value` in whole đồng. `collected` fills the place of the signature where the gift is gone already, e.g. `Đã nhận 01/6/2021`. */
export type GiftSigningRow = {
  childName: string
  birthYear: number
  parentNames: string
  unitName: string
  gift: string
  value: number
  collected: string | null
}

export type GiftSigningListInput = {
  agency: Agency & { place: string }
  /** The list's occasion, e.g. `Tết Thiếu nhi 1-6 năm 2021`. */
  occasion: string
  /** The day of hand-out, or its month when it is still open. */
  handedOutOn: IsoDate | PartialDate
  /** In the order to be printed; rows of one unit are brought together under the unit's first place. */
  rows: readonly GiftSigningRow[]
  /** From left to right, e.g. `Người lập danh sách`, `Chủ tịch Công đoàn`, `Giám đốc`. */
  signers: readonly Signer[]
}

const groupByUnit = (rows: readonly GiftSigningRow[]): [string, GiftSigningRow[]][] => {
  const units = new Map<string, GiftSigningRow[]>()
  for (const row of rows) units.set(row.unitName, [...(units.get(row.unitName) ?? []), row])
  return [...units]
}

const countText = (count: number): string => `${formatNumber(count)} suất quà`

const listRows = (rows: readonly GiftSigningRow[]): Row[] => {
  let position = 0
  return groupByUnit(rows).flatMap(([unit, children]) => [
    { cells: [{ text: `${unit}: ${countText(children.length)}`, span: 7, align: 'left' as const }], emphasis: 'group' as const },
    ...children.map((row): Row => {
      position += 1
      return { cells: [String(position), row.childName, String(row.birthYear), row.parentNames, row.unitName, row.gift, row.collected ?? ''] }
    }),
  ])
}

const table = (rows: readonly GiftSigningRow[]): TableBlock => ({
  type: 'table',
  // A signature needs about a centimetre.
  rowHeight: 10,
  columns: [
    { title: 'TT', share: 10, align: 'center' },
    { title: 'Họ và tên trẻ', share: 50, align: 'left' },
    { title: 'Năm sinh', share: 18, align: 'center' },
    { title: 'Phụ huynh', share: 50, align: 'left' },
    { title: 'Đơn vị', share: 45, align: 'left' },
    { title: 'Quà', share: 40, align: 'left' },
    { title: 'Ký nhận', share: 40, align: 'center' },
  ],
  rows: [
    ...listRows(rows),
    {
      cells: [
        { text: 'Tổng cộng', span: 5, align: 'center' },
        { text: countText(rows.length), span: 2, align: 'left' },
      ],
      emphasis: 'total',
    },
  ],
})

/** DANH SÁCH KÝ NHẬN QUÀ in landscape, unit by unit, as a Word file: the paper for when there is no network. */
export const giftSigningList = (input: GiftSigningListInput): Promise<Uint8Array> => {
  const { agency, rows } = input
  const value = rows.reduce((sum, row) => sum + row.value, 0)
  const children = [
    head(agency, '', null, textWidth.landscape),
    centered('DANH SÁCH KÝ NHẬN QUÀ', { bold: true }),
    centered(input.occasion, { bold: true, after: 12 }),
    ruledTable(table(rows), textWidth.landscape),
    line(
      [{ text: `Tổng trị giá: ${formatMoney(value)} ` }, { text: inWords(value), italic: true }],
      { size: 13, before: 6, after: 6 },
      { keepNext: true },
    ),
    line(`${agency.place}, ${longDate(input.handedOutOn)}`, { size: 13, italic: true, align: 'right', after: 6 }, { keepNext: true }),
    ...(input.signers.length > 0 ? [signaturePlaces(input.signers, textWidth.landscape)] : []),
  ]
  return pack([section('landscape', children)], {
    title: `Danh sách ký nhận quà ${input.occasion}`,
    creator: agency.name,
    issuedOn: input.handedOutOn,
  })
}
