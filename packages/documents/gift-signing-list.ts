import type { IsoDate } from '@chung-tay/domain/dates'
import type { Paper, Picture } from './layout/paper.ts'
import type { Signer } from './layout/signature-places.ts'
import type { Agency, Cell, PartialDate } from './model.ts'
import { formatNumber } from './money.ts'
import { byUnit, signingList } from './signing-list.ts'

/**
 * `value` in whole đồng. `collected` fills the place of the signature where the gift is gone already, e.g. `Đã nhận 01/6/2021`, with what was
 * signed on the screen under it. An approved list has for each line the number it is entered by again, and its code.
 */
export type GiftSigningRow = {
  number?: number | null
  code?: Picture | null
  childName: string
  birthYear: number
  parentNames: string
  unitName: string
  value: number
  collected: string | null
  signature?: Picture | undefined
}

export type GiftSigningListInput = {
  agency: Agency & { place: string }
  /** The list's occasion, e.g. `Tết Thiếu nhi 1-6 năm 2021`. */
  occasion: string
  /** What each child gets, one of it; `measure` e.g. `túi`. */
  gift: { name: string; measure: string }
  /** Who is on the list, as a sentence. */
  rule?: string
  /** The day of hand-out, or its month when it is still open. */
  handedOutOn: IsoDate | PartialDate
  /** In the order to be printed; rows of one unit are brought together under the unit's first place. */
  rows: readonly GiftSigningRow[]
  /** From left to right, e.g. `Người lập danh sách`, `Chủ tịch Công đoàn`, `Giám đốc`. */
  signers: readonly Signer[]
}

const countText = (count: number): string => `${formatNumber(count)} suất quà`

const cells = ({ childName, birthYear, parentNames, code, collected, signature }: GiftSigningRow): Cell[] => [
  childName,
  String(birthYear),
  parentNames,
  ...(code === undefined ? [] : [{ text: '', span: 1, picture: code ?? undefined }]),
  { text: collected ?? '', span: 1, picture: signature },
]

/** DANH SÁCH KÝ NHẬN QUÀ, ready for `toDocx` and `toPdf`. */
export const giftSigningPaper = ({ agency, occasion, gift, rule, handedOutOn, rows, signers }: GiftSigningListInput): Paper =>
  signingList({
    agency,
    title: 'Danh sách ký nhận quà',
    occasion,
    under: [`Quà: ${gift.name}, mỗi cháu một ${gift.measure}`, ...(rule === undefined ? [] : [rule])],
    columns: [
      { title: 'Họ và tên trẻ', share: 70, align: 'left' },
      { title: 'Năm sinh', share: 18, align: 'center' },
      { title: 'Phụ huynh', share: 80, align: 'left' },
      ...(rows.some(({ code }) => code !== undefined) ? [{ title: 'Mã', share: 18, align: 'center' as const }] : []),
      { title: 'Ký nhận', share: 50, align: 'center' },
    ],
    groups: byUnit(rows).map(([unit, children]) => ({
      title: `${unit}: ${countText(children.length)}`,
      rows: children.map(cells),
      numbers: children.map(({ number }) => number ?? null),
    })),
    total: { label: 'Tổng cộng', text: countText(rows.length), span: 2 },
    sum: { label: 'Tổng trị giá', amount: rows.reduce((sum, row) => sum + row.value, 0) },
    on: handedOutOn,
    signers,
  })

/** The same as a Word file. */
export const giftSigningList = async (input: GiftSigningListInput): Promise<Uint8Array> => {
  const { toDocx } = await import('./docx.ts')
  return await toDocx(giftSigningPaper(input))
}
