import type { EmployeeKind } from '@chung-tay/domain/agency/employee'
import type { ImportProblem, ImportReason } from '@chung-tay/domain/agency/import-row'
import type { UnitKind } from '@chung-tay/domain/agency/unit'

// Words of the files people download; the screen has its own.
export const employeeKindNames: Record<EmployeeKind, string> = {
  civilServant: 'Công chức',
  publicEmployee: 'Viên chức',
  worker: 'Người lao động',
}

export const unitKindNames: Record<UnitKind, string> = {
  leadership: 'Ban Lãnh đạo',
  office: 'Văn phòng',
  division: 'Phòng',
  subordinate: 'Đơn vị trực thuộc',
  union: 'Công đoàn',
}

const reasons: Record<ImportReason, string> = {
  codeMissing: 'Thiếu mã',
  codeInvalid: 'Mã chưa đúng',
  nameMissing: 'Thiếu họ và tên',
  nameInvalid: 'Họ và tên có ký tự lạ',
  unitMissing: 'Thiếu đơn vị',
  unitUnknown: 'Không có đơn vị này',
  unitClosed: 'Đơn vị đã ngừng hoạt động',
  kindMissing: 'Thiếu loại (công chức, viên chức hay người lao động)',
  kindUnknown: 'Loại phải là công chức, viên chức hoặc người lao động',
  emailInvalid: 'Thư điện tử chưa đúng',
  phoneInvalid: 'Số điện thoại chưa đúng',
  tooLong: 'Nội dung quá dài (tối đa 200 ký tự)',
  duplicate: 'Mã đã có ở dòng trên',
  inactive: 'Người này đã nghỉ; hãy mở lại trước khi cập nhật',
  stillHead: 'Đang là trưởng đơn vị khác; hãy chọn trưởng khác trước',
}

/** Why a row was refused, as it stands beside it. */
export const reasonText = ({ reason, value, row }: ImportProblem): string => {
  const detail = row === undefined ? value : `dòng ${row}`
  return detail === undefined ? reasons[reason] : `${reasons[reason]}: ${detail}`
}
