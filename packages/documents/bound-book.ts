import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Orientation, Paper } from './layout/paper.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { signedTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, Column, Row } from './model.ts'
import { formatNumber } from './money.ts'

/** What every book has: whose it is, of which period, and who signs it. */
export type Book = {
  agency: Agency & { place: string }
  from: IsoDate
  to: IsoDate
  /** The day it was printed. */
  on: IsoDate
  /** From left to right. */
  signers: readonly Signer[]
}

/** What stood before the first line; of a book that begins with the year it is what the year before left. */
export const openingLabel = ({ from }: Pick<Book, 'from'>): string => (from.endsWith('-01-01') ? 'Số dư đầu năm' : 'Số dư đầu kỳ')

export const money = (amount: number): string => (amount === 0 ? '' : formatNumber(amount))
export const sumOf = <Line>(lines: readonly Line[], pick: (line: Line) => number): number => lines.reduce((sum, one) => sum + pick(one), 0)

type Table = { title: string; under: readonly string[]; columns: readonly Column[]; rows: readonly Row[] }

/** Bound in the agency’s name: head, title, period, table, and the places to sign, which no page holds alone. */
export const bound = (
  { agency, from, to, on, signers }: Book,
  orientation: Orientation,
  { title, under, measure = 'đồng', columns, rows }: Table & { measure?: string },
): Paper => {
  const width = textWidth[orientation]
  return {
    properties: { title: `${title} từ ${formatDay(from)} đến ${formatDay(to)}`, creator: agency.name, issuedOn: on },
    sheets: [
      {
        orientation,
        drawn: [
          head(agency, '', null, width),
          centered(capitals(title), { bold: true, before: 6 }),
          ...under.map((text) => centered(text, { size: 13 })),
          centered(`Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}; đơn vị tính: ${measure}`, { size: 13, italic: true, after: 12 }),
          signedTable({ type: 'table', columns, rows }, width),
          line(`${agency.place}, ${longDate(on)}`, { size: 13, italic: true, align: 'right', before: 12, after: 6, keepNext: true }),
          signaturePlaces(signers, width),
        ],
      },
    ],
  }
}
