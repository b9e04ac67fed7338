import type { GiftListRecord } from '@chung-tay/contracts/gifts'
import type { StockMovementRecord } from '@chung-tay/contracts/stock'
import type { LeftOutReason } from '@chung-tay/domain/gifts/entitlement'
import type { StockAction } from '@chung-tay/domain/gifts/stock-actions'
import type { StockCountStatus } from '@chung-tay/domain/gifts/stock-count'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'

export const listStatusLabels = (): Record<GiftListRecord['status'], string> => ({
  draft: t`Bản nháp`,
  submitted: t`Chờ duyệt`,
  approved: t`Đã duyệt`,
  closed: t`Đã kết thúc`,
})

export const listTones: Record<GiftListRecord['status'], Tone> = { draft: 'neutral', submitted: 'warn', approved: 'good', closed: 'active' }

export const leftOutLabels = (): Record<LeftOutReason, string> => ({
  inactive: t`Ngừng theo dõi`,
  notBorn: t`Sinh sau ngày tính tuổi`,
  tooOld: t`Quá tuổi`,
  tooYoung: t`Chưa đủ tuổi`,
  noGuardian: t`Không còn bố mẹ làm việc tại cơ quan`,
  notEmployed: t`Không có bố mẹ công tác tại cơ quan vào ngày đó`,
  otherUnit: t`Bố mẹ thuộc đơn vị khác`,
  noCircumstances: t`Không có hoàn cảnh cần quan tâm`,
  otherSex: t`Khác giới tính`,
  otherLevel: t`Khác cấp học`,
  consentWithdrawn: t`Gia đình đã rút sự đồng ý`,
  onAnotherList: t`Đã có trong danh sách khác`,
})

export const stockActionLabels = (): Record<StockAction, string> => ({
  purchase: t`Nhập hàng không qua sổ (tiền mua đã ghi chi)`,
  returned: t`Nhập lại`,
  increase: t`Kiểm kê thừa (điều chỉnh tăng)`,
  loss: t`Hao hụt, hỏng`,
  decrease: t`Kiểm kê thiếu (điều chỉnh giảm)`,
})

export const movementLabels = (): Record<StockMovementRecord['kind'], string> => ({
  purchase: t`Mua vào`,
  purchaseReversal: t`Hủy mua`,
  donation: t`Nhận ủng hộ`,
  donationReversal: t`Hủy nhận ủng hộ`,
  handOut: t`Trao quà`,
  returned: t`Nhập lại`,
  loss: t`Hao hụt, hỏng`,
  adjustment: t`Điều chỉnh theo kiểm kê`,
  assembly: t`Đóng quà`,
  disassembly: t`Tháo quà`,
  opening: t`Tồn kho ban đầu`,
  openingReversal: t`Hủy tồn kho ban đầu`,
})

export const countStatusLabels = (): Record<StockCountStatus, string> => ({
  open: t`Đang kiểm kê`,
  finished: t`Đã hoàn thành`,
  cancelled: t`Đã hủy`,
})

export const countTones: Record<StockCountStatus, Tone> = { open: 'active', finished: 'good', cancelled: 'bad' }

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const listStatusOptions = () => optionsOf(listStatusLabels())
export const stockActionOptions = () => optionsOf(stockActionLabels())
export const countStatusOptions = () => optionsOf(countStatusLabels())
export const movementOptions = () => optionsOf(movementLabels())
