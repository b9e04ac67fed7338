import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { type Book, bound, money, openingLabel, sumOf } from './bound-book.ts'
import type { Paper } from './layout/paper.ts'
import type { Row } from './model.ts'
import { formatNumber } from './money.ts'

/** One movement of cash, bank or goods; `against` are the accounts on the other side; whole đồng, one of the two sides is 0. */
export type FundBookLine = {
  on: IsoDate
  number: string
  memo: string
  account: string
  against: string
  received: number
  paid: number
  balance: number
}

export type FundBook = Book & {
  fund: string
  opening: number
  lines: readonly FundBookLine[]
  /** What the fund's balance at the end is made of. */
  parts: readonly { name: string; balance: number }[]
}

/** Sổ chi tiết quỹ: all that one fund has, in whatever form, with what was left after each movement. */
export const fundBook = (book: FundBook): Paper => {
  const { fund, opening, lines, parts } = book
  const [received, paid] = [sumOf(lines, (one) => one.received), sumOf(lines, (one) => one.paid)]
  const rows: Row[] = [
    { cells: [{ text: openingLabel(book), span: 7, align: 'left' }, formatNumber(opening)], emphasis: 'group' },
    ...lines.map(
      (one): Row => ({
        cells: [formatDay(one.on), one.number, one.memo, one.account, one.against, money(one.received), money(one.paid), formatNumber(one.balance)],
      }),
    ),
    { cells: [{ text: 'Cộng phát sinh trong kỳ', span: 5, align: 'left' }, formatNumber(received), formatNumber(paid), ''], emphasis: 'total' },
    { cells: [{ text: 'Số dư cuối kỳ', span: 7, align: 'left' }, formatNumber(opening + received - paid)], emphasis: 'total' },
    ...parts.map(
      ({ name, balance }): Row => ({ cells: [{ text: `Trong đó: ${name}`, span: 7, align: 'left' }, formatNumber(balance)], emphasis: 'total' }),
    ),
  ]
  return bound(book, 'landscape', {
    title: 'Sổ chi tiết quỹ',
    under: [fund],
    columns: [
      { title: 'Ngày', share: 24, align: 'center' },
      { title: 'Số bút toán', share: 28, align: 'center' },
      { title: 'Diễn giải', share: 76, align: 'left' },
      { title: 'Tài khoản', share: 20, align: 'center' },
      { title: 'Đối ứng', share: 20, align: 'center' },
      { title: 'Thu', share: 28, align: 'right' },
      { title: 'Chi', share: 28, align: 'right' },
      { title: 'Tồn', share: 30, align: 'right' },
    ],
    rows,
  })
}
