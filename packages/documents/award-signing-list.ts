import type { AwardRow } from './award-decision.ts'
import type { Paper } from './layout/paper.ts'
import type { Signer } from './layout/signature-places.ts'
import type { Agency, PartialDate } from './model.ts'
import { formatNumber } from './money.ts'
import { byUnit, signingList } from './signing-list.ts'

/** `paid` fills the place of the signature where the money is paid already. */
export type AwardSigningRow = AwardRow & { paid: string | null }

export type AwardSigningListInput = {
  agency: Agency & { place: string }
  schoolYear: string
  /** The decision it pays, e.g. `Quyết định số 87/QĐ-KHCN ngày 25 tháng 6 năm 2021`. */
  decision: string
  paidOn: PartialDate
  rows: readonly AwardSigningRow[]
  signers: readonly Signer[]
}

const countText = (count: number): string => `${formatNumber(count)} cháu`

const cells = ({ childName, className, school, parentName, tier, amount, paid }: AwardSigningRow): string[] => [
  childName,
  className,
  school,
  parentName,
  tier,
  formatNumber(amount),
  paid ?? '',
]

/** DANH SÁCH KÝ NHẬN TIỀN THƯỞNG, ready for `toDocx` and `toPdf`. */
export const awardSigningPaper = ({ agency, schoolYear, decision, paidOn, rows, signers }: AwardSigningListInput): Paper =>
  signingList({
    agency,
    title: 'Danh sách ký nhận tiền thưởng',
    occasion: `Con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập cao năm học ${schoolYear} (${decision})`,
    columns: [
      { title: 'Họ và tên', share: 45, align: 'left' },
      { title: 'Lớp', share: 16, align: 'center' },
      { title: 'Trường', share: 42, align: 'left' },
      { title: 'Con ông/bà', share: 42, align: 'left' },
      { title: 'Thành tích, mức thưởng', share: 42, align: 'left' },
      { title: 'Số tiền (đồng)', share: 26, align: 'right' },
      { title: 'Ký nhận', share: 38, align: 'center' },
    ],
    groups: byUnit(rows).map(([unit, children]) => ({ title: `${unit}: ${countText(children.length)}`, rows: children.map(cells) })),
    total: { label: 'Tổng cộng', text: countText(rows.length), span: 3 },
    sum: { label: 'Tổng số tiền', amount: rows.reduce((sum, row) => sum + row.amount, 0) },
    on: paidOn,
    signers,
  })
