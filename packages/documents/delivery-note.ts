import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Line, Paper } from './layout/paper.ts'
import { signaturePlaces } from './layout/signature-places.ts'
import { signedTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Row, Table } from './model.ts'
import { formatNumber, inWords } from './money.ts'
import type { DonationReceiptInput, ReceiptItem } from './receipt.ts'

export type DeliveryNoteInput = Pick<
  DonationReceiptInput,
  'agency' | 'number' | 'issuedOn' | 'giver' | 'amount' | 'fund' | 'note' | 'items' | 'preparedBy' | 'voidedReason'
>

const itemTable = (items: readonly ReceiptItem[], amount: number): Table => ({
  type: 'table',
  columns: [
    { title: 'TT', share: 10, align: 'center' },
    { title: 'Tên hiện vật', share: 62, align: 'left' },
    { title: 'Đơn vị tính', share: 22, align: 'center' },
    { title: 'Số lượng', share: 20, align: 'right' },
    { title: 'Đơn giá (đồng)', share: 25, align: 'right' },
    { title: 'Trị giá (đồng)', share: 27, align: 'right' },
  ],
  rows: [
    ...items.map(
      ({ name, unit, quantity, value }, index): Row => ({
        cells: [String(index + 1), name, unit, formatNumber(quantity), formatNumber(quantity === 0 ? 0 : value / quantity), formatNumber(value)],
      }),
    ),
    { cells: [{ text: 'Tổng cộng', span: 5, align: 'center' }, formatNumber(amount)], emphasis: 'total' },
  ],
})

const party = (label: string, name: string, address: string | null): Line[] => [
  line([{ text: `${label}: ` }, { text: name, bold: true }], { after: 4 }),
  ...(address ? [line(`Địa chỉ: ${address}`, { after: 4, left: 360 })] : []),
  line('Đại diện: ………………………………  Chức vụ: …………………………', { after: 6, left: 360 }),
]

/** BIÊN BẢN GIAO NHẬN HIỆN VẬT: what both sides sign when goods change hands, and what the stock-keeper takes them in by. It bears the number of the receipt. */
export const deliveryNotePaper = (input: DeliveryNoteInput): Paper => {
  const { agency, number, issuedOn, giver, amount, fund, note, items, preparedBy, voidedReason } = input
  return {
    properties: { title: `Biên bản giao nhận hiện vật số ${number}`, creator: agency.name, issuedOn },
    sheets: [
      {
        orientation: 'portrait',
        drawn: [
          head(agency, `Số: ${number}`, { name: agency.place, on: issuedOn }, textWidth.portrait),
          centered(capitals('Biên bản giao nhận hiện vật'), { size: 16, bold: true, before: 18 }),
          centered('Đóng góp, ủng hộ tự nguyện', { bold: true, after: 12 }),
          ...(voidedReason ? [centered(`ĐÃ HỦY – ${voidedReason}`, { bold: true, after: 12 })] : []),
          line(`Hôm nay, ${longDate(issuedOn)}, hai bên gồm:`, { after: 6 }),
          ...party('1. Bên giao', giver.name, giver.address),
          ...party('2. Bên nhận', agency.name, null),
          line(`Cùng giao nhận số hiện vật dưới đây, dành cho “${fund}”, kèm theo Giấy biên nhận số ${number}:`, { after: 6 }),
          signedTable(itemTable(items, amount), textWidth.portrait),
          line(inWords(amount), { italic: true, before: 6, after: 6, keepNext: true }),
          ...(note ? [line([{ text: 'Ghi chú: ' }, { text: note, bold: true }], { after: 6, keepNext: true })] : []),
          line('Hiện vật đủ số lượng, còn dùng được. Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.', { after: 12, keepNext: true }),
          signaturePlaces(
            [
              { title: 'Bên giao', name: giver.name },
              { title: 'Người lập', name: preparedBy },
              { title: 'Thủ kho', name: null },
              { title: 'Bên nhận', name: null },
            ],
            textWidth.portrait,
          ),
        ],
      },
    ],
  }
}
