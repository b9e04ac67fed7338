import type { IsoDate } from '@chung-tay/domain/dates'
import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Drawn, Line, Paper } from './layout/paper.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { signedTable } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import type { Agency, Row, Table as TableBlock } from './model.ts'
import { formatMoney, formatNumber, inWords } from './money.ts'

export type ReceiptMethod = 'cash' | 'transfer' | 'in-kind'

/** `value` is the estimated value of the whole line in đồng. */
export type ReceiptItem = { name: string; unit: string; quantity: number; value: number }

export type DonationReceiptInput = {
  /** The body that receives, e.g. the union under its department. */
  agency: Agency & { place: string }
  number: string
  issuedOn: IsoDate
  giver: { name: string; address: string | null }
  /** Whole đồng; for gifts in kind the sum of their values. */
  amount: number
  fund: string
  method: ReceiptMethod
  /** Bank reference, or anything else the giver wants to see again. */
  note: string | null
  items: readonly ReceiptItem[]
  preparedBy: string | null
  receivedBy: string | null
  /** The head of the body that receives. */
  head: Signer
  /** Printed across the head of a receipt whose donation was reversed. */
  voidedReason: string | null
}

// The voucher of the cash box is a PHIẾU THU; what never passes the cash box is acknowledged in writing instead.
const titles: Record<ReceiptMethod, string> = { cash: 'Phiếu thu', transfer: 'Giấy biên nhận', 'in-kind': 'Giấy biên nhận' }
const methods: Record<ReceiptMethod, string> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', 'in-kind': 'Hiện vật' }

const field = (label: string, value: string): Line => line([{ text: `${label}: ` }, { text: value, bold: true }], { after: 6 })

const itemTable = (items: readonly ReceiptItem[], amount: number): TableBlock => ({
  type: 'table',
  columns: [
    { title: 'TT', share: 12, align: 'center' },
    { title: 'Tên hiện vật', share: 75, align: 'left' },
    { title: 'Đơn vị tính', share: 24, align: 'center' },
    { title: 'Số lượng', share: 22, align: 'right' },
    { title: 'Trị giá (đồng)', share: 32, align: 'right' },
  ],
  rows: [
    ...items.map(
      (item, index): Row => ({
        cells: [String(index + 1), item.name, item.unit, formatNumber(item.quantity), formatNumber(item.value)],
      }),
    ),
    { cells: [{ text: 'Tổng cộng', span: 4, align: 'center' }, formatNumber(amount)], emphasis: 'total' },
  ],
})

const fields = (input: DonationReceiptInput): Drawn[] => {
  const { giver, method, amount } = input
  return [
    field(method === 'in-kind' ? 'Người giao' : 'Người nộp', giver.name),
    ...(giver.address ? [field('Địa chỉ', giver.address)] : []),
    field('Nội dung', `Đóng góp, ủng hộ tự nguyện vào ${input.fund}`),
    field('Hình thức', methods[method]),
    field(method === 'in-kind' ? 'Tổng trị giá' : 'Số tiền', formatMoney(amount)),
    line(inWords(amount), { italic: true, after: 6 }),
    ...(input.note ? [field('Ghi chú', input.note)] : []),
    ...(input.items.length > 0 ? [signedTable(itemTable(input.items, amount), textWidth.portrait)] : []),
  ]
}

const signers = ({ method, giver, preparedBy, receivedBy, head: leader }: DonationReceiptInput): Signer[] => [
  { title: method === 'in-kind' ? 'Người giao' : 'Người nộp', name: giver.name },
  { title: 'Người lập phiếu', name: preparedBy },
  { title: method === 'in-kind' ? 'Thủ kho' : 'Thủ quỹ', name: receivedBy },
  leader,
]

/** A donation's PHIẾU THU or GIẤY BIÊN NHẬN on one page, ready for `toDocx` and `toPdf`. */
export const receiptPaper = (input: DonationReceiptInput): Paper => {
  const title = titles[input.method]
  return {
    properties: { title: `${title} số ${input.number}`, creator: input.agency.name, issuedOn: input.issuedOn },
    sheets: [
      {
        orientation: 'portrait',
        drawn: [
          head(input.agency, `Số: ${input.number}`, { name: input.agency.place, on: input.issuedOn }, textWidth.portrait),
          centered(capitals(title), { size: 16, bold: true, before: 18 }),
          centered('Đóng góp, ủng hộ tự nguyện', { bold: true, after: 12 }),
          ...(input.voidedReason ? [centered(`ĐÃ HỦY – ${input.voidedReason}`, { bold: true, after: 12 })] : []),
          ...fields(input),
          line('', { size: 6, after: 6, keepNext: true }),
          signaturePlaces(signers(input), textWidth.portrait),
        ],
      },
    ],
  }
}

/** The same as a Word file. */
export const donationReceipt = async (input: DonationReceiptInput): Promise<Uint8Array> => {
  const { toDocx } = await import('./docx.ts')
  return await toDocx(receiptPaper(input))
}
