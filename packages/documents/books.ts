import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { type Book, bound, money, openingLabel, sumOf } from './bound-book.ts'
import type { Paper } from './layout/paper.ts'
import type { Row } from './model.ts'
import { formatNumber } from './money.ts'

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

/** Sổ quỹ: what went through the cash box or the bank account, with what was left after each. */
export const accountBook = (book: AccountBook): Paper => {
  const { opening, lines } = book
  const [received, paid] = [sumOf(lines, (one) => one.received), sumOf(lines, (one) => one.paid)]
  const rows: Row[] = [
    { cells: [{ text: openingLabel(book), span: 5, align: 'left' }, formatNumber(opening)], emphasis: 'group' },
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
