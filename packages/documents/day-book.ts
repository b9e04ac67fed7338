import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { type Book, bound, money, openingLabel, sumOf } from './bound-book.ts'
import type { Paper } from './layout/paper.ts'
import type { Row } from './model.ts'
import { formatNumber } from './money.ts'

/** One receipt or payment of money; `paper` is the number of the voucher; whole đồng, one of the two sides is 0. */
export type DayBookLine = { on: IsoDate; paper: string; memo: string; fund: string; method: string; received: number; paid: number }
export type DayBook = Book & { opening: number; lines: readonly DayBookLine[] }

const lineRow = (one: DayBookLine): Row => ({ cells: ['', one.paper, one.memo, one.fund, one.method, money(one.received), money(one.paid), ''] })

/** The lines of one day under its date, and what it came to with what was left that evening. */
const dayRows = (on: IsoDate, lines: readonly DayBookLine[], before: number): Row[] => {
  const [received, paid] = [sumOf(lines, (one) => one.received), sumOf(lines, (one) => one.paid)]
  const [first, ...rest] = lines.map(lineRow)
  return [
    ...(first ? [{ cells: [formatDay(on), ...first.cells.slice(1)] }] : []),
    ...rest,
    {
      cells: [
        { text: `Cộng ngày ${formatDay(on)}`, span: 5, align: 'left' },
        formatNumber(received),
        formatNumber(paid),
        formatNumber(before + received - paid),
      ],
      emphasis: 'total',
    },
  ]
}

/** Sổ nhật ký thu, chi: day by day what came in and went out of cash and bank, of all funds, and what there was each evening. */
export const dayBook = (book: DayBook): Paper => {
  const { opening, lines } = book
  const days = [...Map.groupBy(lines, ({ on }) => on)]
  let balance = opening
  const rows = days.flatMap(([on, members]) => {
    const before = balance
    balance += sumOf(members, (one) => one.received - one.paid)
    return dayRows(on, members, before)
  })
  const total: Row = {
    cells: [
      { text: 'Cộng phát sinh trong kỳ', span: 5, align: 'left' },
      formatNumber(sumOf(lines, (one) => one.received)),
      formatNumber(sumOf(lines, (one) => one.paid)),
      formatNumber(balance),
    ],
    emphasis: 'total',
  }
  return bound(book, 'landscape', {
    title: 'Sổ nhật ký thu, chi',
    under: [],
    columns: [
      { title: 'Ngày', share: 24, align: 'center' },
      { title: 'Chứng từ', share: 28, align: 'center' },
      { title: 'Diễn giải', share: 66, align: 'left' },
      { title: 'Quỹ', share: 36, align: 'left' },
      { title: 'Hình thức', share: 26, align: 'left' },
      { title: 'Thu', share: 26, align: 'right' },
      { title: 'Chi', share: 26, align: 'right' },
      { title: 'Tồn', share: 28, align: 'right' },
    ],
    rows: [{ cells: [{ text: openingLabel(book), span: 7, align: 'left' }, formatNumber(opening)], emphasis: 'group' }, ...rows, total],
  })
}
