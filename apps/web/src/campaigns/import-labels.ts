import type { PlanImportCheck } from '@chung-tay/contracts/plan-import'
import { t } from '@lingui/core/macro'

export type Piece = PlanImportCheck['pieces'][number]
type Role = NonNullable<Piece['role']>

/** What a piece of the paper was taken for. */
export const roleLabels = (): Record<Role, string> => ({
  motto: t`Quốc hiệu, Tiêu ngữ`,
  rule: t`Dòng kẻ`,
  parent: t`Cơ quan chủ quản`,
  agency: t`Cơ quan ban hành`,
  number: t`Số, ký hiệu`,
  place: t`Địa danh, ngày tháng`,
  kind: t`Tên loại văn bản`,
  title: t`Trích yếu`,
  basis: t`Căn cứ`,
  preface: t`Lời mở đầu`,
  heading: t`Đề mục`,
  theme: t`Chủ đề`,
  purpose: t`Mục đích`,
  requirements: t`Yêu cầu`,
  activity: t`Nội dung`,
  period: t`Thời gian`,
  organisation: t`Tổ chức thực hiện`,
  closing: t`Câu kết`,
  recipients: t`Nơi nhận`,
  archive: t`Lưu`,
  signerTitle: t`Chức vụ người ký`,
  signer: t`Người ký`,
})

/** The field of the form that a role went to; what belongs to the letterhead has none. */
export const fieldOfRole: Partial<Record<Role, 'title' | 'theme' | 'preface' | 'purpose' | 'requirements' | 'startsOn' | 'recipients'>> = {
  title: 'title',
  theme: 'theme',
  preface: 'preface',
  purpose: 'purpose',
  requirements: 'requirements',
  period: 'startsOn',
  recipients: 'recipients',
}
