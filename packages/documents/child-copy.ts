import type { IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Drawn, Paper } from './layout/paper.ts'
import { ruledTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, Column } from './model.ts'

/** A part of the copy: a table with its title, or a sentence where there is nothing. */
export type CopyPart = { title: string; columns: readonly Column[]; rows: readonly (readonly string[])[]; none: string }

export type ChildCopy = {
  agency: Agency & { place: string }
  childName: string
  /** The day it was made. */
  on: IsoDate
  /** Who it was made for. */
  forName: string
  /** Name and value, as they are kept. */
  facts: readonly (readonly [string, string])[]
  parts: readonly CopyPart[]
}

const factColumns: readonly Column[] = [
  { title: 'Mục', share: 50, align: 'left' },
  { title: 'Nội dung đang lưu', share: 120, align: 'left' },
]

const titled = (title: string): Drawn => line(title, { size: 13, bold: true, before: 12, after: 6, keepNext: true })

const drawnPart = ({ title, columns, rows, none }: CopyPart, width: number): Drawn[] => [
  titled(title),
  rows.length === 0
    ? line(none, { size: 13, italic: true })
    : ruledTable({ type: 'table', columns, rows: rows.map((cells) => ({ cells: [...cells] })) }, width),
]

/** BẢN SAO DỮ LIỆU CÁ NHÂN: all that is kept of a child, for its parents (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). */
export const childCopyPaper = ({ agency, childName, on, forName, facts, parts }: ChildCopy): Paper => {
  const width = textWidth.portrait
  return {
    properties: { title: 'Bản sao dữ liệu cá nhân', creator: agency.name, issuedOn: on },
    sheets: [
      {
        orientation: 'portrait',
        drawn: [
          head(agency, '', null, width),
          centered(capitals('Bản sao dữ liệu cá nhân'), { bold: true, before: 12 }),
          centered(`của cháu ${childName}`, { bold: true, after: 6 }),
          centered(`Lập cho ${forName}, ${longDate(on)}`, { size: 13, italic: true }),
          titled('1. Thông tin của cháu'),
          ruledTable({ type: 'table', columns: factColumns, rows: facts.map(([name, value]) => ({ cells: [name, value] })) }, width),
          ...parts.flatMap((part, at) => drawnPart({ ...part, title: `${at + 2}. ${part.title}` }, width)),
        ],
      },
    ],
  }
}
