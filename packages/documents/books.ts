import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Orientation, Paper } from './layout/paper.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { ruledTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, Column, Row } from './model.ts'
import { formatNumber } from './money.ts'

type Book = {
  agency: Agency & { place: string }
  from: IsoDate
  to: IsoDate
  /** The day it was printed. */
  on: IsoDate
  /** From left to right. */
  signers: readonly Signer[]
}

/** One movement; whole đồng, one of the two sides is 0; `balance` is what was left after it. */
export type BookLine = { on: IsoDate; number: string; memo: string; received: number; paid: number; balance: number }

export type AccountBook = Book & {
  /** In running-text case, e.g. `Sổ quỹ tiền mặt`. */
  title: string
  /** The fund it is of; null for all. */
  fund: string | null
  opening: number
  lines: readonly BookLine[]
}

/** One line of an entry; an entry of two accounts has two of them. */
export type JournalBookLine = { on: IsoDate; number: string; memo: string; account: string; fund: string; debit: number; credit: number }
export type JournalBook = Book & { lines: readonly JournalBookLine[] }

const money = (amount: number): string => (amount === 0 ? '' : formatNumber(amount))
const sumOf = <Line>(lines: readonly Line[], pick: (line: Line) => number): number => lines.reduce((sum, one) => sum + pick(one), 0)

const bound = (
  { agency, from, to, on, signers }: Book,
  orientation: Orientation,
  { title, under, columns, rows }: { title: string; under: readonly string[]; columns: readonly Column[]; rows: readonly Row[] },
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
          centered(`Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}; đơn vị tính: đồng`, { size: 13, italic: true, after: 12 }),
          ruledTable({ type: 'table', columns, rows }, width),
          line(`${agency.place}, ${longDate(on)}`, { size: 13, italic: true, align: 'right', before: 12, after: 6, keepNext: true }),
          signaturePlaces(signers, width),
        ],
      },
    ],
  }
}

/** Sổ quỹ: what went through the cash box or the bank account, with what was left after each. */
export const accountBook = (book: AccountBook): Paper => {
  const { opening, lines } = book
  const [received, paid] = [sumOf(lines, (one) => one.received), sumOf(lines, (one) => one.paid)]
  const rows: Row[] = [
    { cells: [{ text: 'Số dư đầu kỳ', span: 5, align: 'left' }, formatNumber(opening)], emphasis: 'group' },
    ...lines.map(
      (one): Row => ({
        cells: [formatDay(one.on), one.number, one.memo, money(one.received), money(one.paid), formatNumber(one.balance)],
      }),
    ),
    { cells: [{ text: 'Cộng phát sinh trong kỳ', span: 3, align: 'left' }, formatNumber(received), formatNumber(paid), ''], emphasis: 'total' },
    { cells: [{ text: 'Số dư cuối kỳ', span: 5, align: 'left' }, formatNumber(opening + received - paid)], emphasis: 'total' },
  ]
  return bound(book, 'landscape', {
    title: book.title,
    under: book.fund === null ? [] : [book.fund],
    columns: [
      { title: 'Ngày', share: 24, align: 'center' },
      { title: 'Số bút toán', share: 30, align: 'center' },
      { title: 'Diễn giải', share: 92, align: 'left' },
      { title: 'Thu', share: 32, align: 'right' },
      { title: 'Chi', share: 32, align: 'right' },
      { title: 'Tồn', share: 34, align: 'right' },
    ],
    rows,
  })
}

/** Sổ nhật ký chung: every line of every entry, in the order of the entries. */
export const journalBook = (book: JournalBook): Paper => {
  const rows: Row[] = [
    ...book.lines.map(
      (one): Row => ({
        cells: [formatDay(one.on), one.number, one.memo, one.account, one.fund, money(one.debit), money(one.credit)],
      }),
    ),
    {
      cells: [
        { text: 'Cộng', span: 5, align: 'left' },
        formatNumber(sumOf(book.lines, (one) => one.debit)),
        formatNumber(sumOf(book.lines, (one) => one.credit)),
      ],
      emphasis: 'total',
    },
  ]
  return bound(book, 'landscape', {
    title: 'Sổ nhật ký chung',
    under: [],
    columns: [
      { title: 'Ngày', share: 24, align: 'center' },
      { title: 'Số bút toán', share: 30, align: 'center' },
      { title: 'Diễn giải', share: 74, align: 'left' },
      { title: 'Tài khoản', share: 22, align: 'center' },
      { title: 'Quỹ', share: 38, align: 'left' },
      { title: 'Nợ', share: 28, align: 'right' },
      { title: 'Có', share: 28, align: 'right' },
    ],
    rows,
  })
}
