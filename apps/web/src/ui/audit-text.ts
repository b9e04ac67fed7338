import { t } from '@lingui/core/macro'

const verbs: readonly (readonly [RegExp, () => string])[] = [
  [/^(create|add|record|register|nominate)/, () => t`Tạo mới`],
  [/^(update|change|set|edit|save)/, () => t`Sửa`],
  [/^import/, () => t`Nhập từ bảng tính`],
  [/^submit/, () => t`Trình`],
  [/^approve/, () => t`Duyệt`],
  [/^acknowledge/, () => t`Tiếp nhận`],
  [/^assign/, () => t`Giao`],
  [/^accept/, () => t`Chấp nhận kết quả`],
  [/^report/, () => t`Báo cáo kết quả`],
  [/^return/, () => t`Trả lại`],
  [/^reject/, () => t`Từ chối`],
  [/^(void|reverse)/, () => t`Hủy`],
  [/^withdraw/, () => t`Rút lại`],
  [/^sign/, () => t`Ký`],
  [/^(handOut|handout)/i, () => t`Trao`],
  [/^comment/, () => t`Trao đổi`],
  [/^(remove|delete)/, () => t`Xóa`],
  [/^(start|run|open)/, () => t`Bắt đầu`],
  [/^close/, () => t`Kết thúc`],
  [/^publish/, () => t`Đăng`],
  [/^receive/, () => t`Nhận`],
  [/^reset/, () => t`Đặt lại`],
  [/^review/, () => t`Xét`],
]

/** The operation of a history entry in a word, by the verb its name begins with. */
export const actionText = (action: string): string => verbs.find(([verb]) => verb.test(action))?.[1]() ?? t`Thay đổi`

const names: Readonly<Record<string, () => string>> = {
  name: () => t`Tên`,
  shortName: () => t`Tên ngắn`,
  title: () => t`Tiêu đề`,
  theme: () => t`Chủ đề`,
  status: () => t`Trạng thái`,
  roles: () => t`Vai trò`,
  active: () => t`Đang hoạt động`,
  employeeId: () => t`Cán bộ`,
  unitId: () => t`Đơn vị`,
  amount: () => t`Số tiền`,
  dueOn: () => t`Hạn`,
  startsOn: () => t`Từ ngày`,
  endsOn: () => t`Đến ngày`,
  reportDueOn: () => t`Hạn báo cáo`,
  description: () => t`Mô tả`,
  note: () => t`Ghi chú`,
  reason: () => t`Lý do`,
  code: () => t`Mã`,
  position: () => t`Chức vụ`,
  email: () => t`Thư điện tử`,
  phone: () => t`Điện thoại`,
  birthDate: () => t`Ngày sinh`,
  quantity: () => t`Số lượng`,
  place: () => t`Địa điểm`,
  link: () => t`Đường dẫn`,
  number: () => t`Số`,
  version: () => t`Phiên bản`,
}

/** A field of a record's history by the word of the screen; one without a word keeps its own name. */
export const fieldName = (field: string): string => names[field]?.() ?? field
