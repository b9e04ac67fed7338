import { formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { type Book, bound, sumOf } from './bound-book.ts'
import type { Paper } from './layout/paper.ts'
import type { Row } from './model.ts'
import { formatNumber } from './money.ts'

/** One movement in pieces, one of the two sides is 0; `paper` is the number of its voucher, empty when it has none. */
export type StockCardLine = { on: IsoDate; paper: string; memo: string; received: number; issued: number; balance: number }
export type StockCard = Book & { kind: string; measure: string; opening: number; lines: readonly StockCardLine[] }

const pieces = (count: number): string => (count === 0 ? '' : formatNumber(count))

/** THẺ KHO of one kind: what was there, what came in and went out, and what was left after each. */
export const stockCardPaper = (card: StockCard): Paper => {
  const { kind, measure, opening, lines, from } = card
  const [received, issued] = [sumOf(lines, (one) => one.received), sumOf(lines, (one) => one.issued)]
  const rows: Row[] = [
    {
      cells: [{ text: from.endsWith('-01-01') ? 'Tồn đầu năm' : 'Tồn đầu kỳ', span: 5, align: 'left' }, formatNumber(opening), ''],
      emphasis: 'group',
    },
    ...lines.map((one): Row => {
      const sides = [pieces(one.received), pieces(one.issued), formatNumber(one.balance)]
      return { cells: [formatDay(one.on), one.paper, one.memo, ...sides, ''] }
    }),
    {
      cells: [
        { text: 'Cộng phát sinh trong kỳ', span: 3, align: 'left' },
        ...[formatNumber(received), formatNumber(issued), formatNumber(opening + received - issued), ''],
      ],
      emphasis: 'total',
    },
  ]
  return bound(card, 'portrait', {
    title: 'Thẻ kho',
    under: [kind],
    measure,
    columns: [
      { title: 'Ngày', share: 25, align: 'center' },
      { title: 'Số chứng từ', share: 29, align: 'center' },
      { title: 'Diễn giải', share: 48, align: 'left' },
      { title: 'Nhập', share: 15, align: 'right' },
      { title: 'Xuất', share: 15, align: 'right' },
      { title: 'Tồn', share: 15, align: 'right' },
      { title: 'Ký xác nhận', share: 20, align: 'center' },
    ],
    rows,
  })
}
