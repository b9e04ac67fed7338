import type { UnitRecord } from '@chung-tay/contracts/agency'
import type { EmployeeRecord, ImportRow } from '@chung-tay/contracts/employees'
import { importFields, missingFields } from '@chung-tay/domain/agency/import-header'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'

export const unitKindLabels = (): Record<UnitRecord['kind'], string> => ({
  leadership: t`Ban Lãnh đạo`,
  office: t`Văn phòng`,
  division: t`Phòng chuyên môn`,
  subordinate: t`Đơn vị trực thuộc`,
  union: t`Công đoàn`,
})

export const employeeKindLabels = (): Record<EmployeeRecord['kind'], string> => ({
  civilServant: t`Công chức`,
  publicEmployee: t`Viên chức`,
  worker: t`Người lao động`,
})

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const unitKindOptions = () => optionsOf(unitKindLabels())
export const employeeKindOptions = () => optionsOf(employeeKindLabels())

export const outcomeLabels = (): Record<ImportRow['outcome'], string> => ({
  create: t`Thêm mới`,
  update: t`Cập nhật`,
  unchanged: t`Không đổi`,
  refused: t`Có lỗi`,
})

export const outcomeTones: Record<ImportRow['outcome'], Tone> = { create: 'good', update: 'active', unchanged: 'neutral', refused: 'bad' }

type Problem = ImportRow['problems'][number]

const reasonLabels = (): Record<Problem['reason'], string> => ({
  codeMissing: t`Thiếu mã`,
  codeInvalid: t`Mã chưa đúng`,
  nameMissing: t`Thiếu họ và tên`,
  nameInvalid: t`Họ và tên có ký tự lạ`,
  unitMissing: t`Thiếu đơn vị`,
  unitUnknown: t`Không có đơn vị này`,
  unitClosed: t`Đơn vị đã ngừng hoạt động`,
  kindMissing: t`Thiếu loại (công chức, viên chức hay người lao động)`,
  kindUnknown: t`Loại phải là công chức, viên chức hoặc người lao động`,
  emailInvalid: t`Thư điện tử chưa đúng`,
  phoneInvalid: t`Số điện thoại chưa đúng`,
  tooLong: t`Nội dung quá dài (tối đa 200 ký tự)`,
  duplicate: t`Mã đã có ở dòng trên`,
  inactive: t`Người này đã nghỉ; hãy mở lại trước khi cập nhật`,
  stillHead: t`Đang là trưởng đơn vị khác; hãy chọn trưởng khác trước`,
})

/** Why a row is refused, with what stood in the cell or the earlier row of the same code. */
export const problemLabel = ({ reason, value, row }: Problem): string => {
  const label = reasonLabels()[reason]
  if (row !== undefined) return t`${label} (dòng ${row})`
  return value === undefined ? label : `${label}: ${value}`
}

type ImportField = (typeof importFields)[number]

/** What a column of the spreadsheet may hold. */
export const importFieldLabels = (): Record<ImportField, string> => ({
  code: t`Mã cán bộ`,
  name: t`Họ và tên`,
  familyName: t`Họ và tên đệm`,
  givenName: t`Tên`,
  unit: t`Đơn vị`,
  position: t`Chức vụ`,
  kind: t`Loại`,
  email: t`Thư điện tử`,
  phone: t`Điện thoại`,
})

/** Which columns a list of employees cannot do without, as far as none is told. */
export const lackingColumns = (fields: readonly (string | null)[]): string[] => {
  const labels = importFieldLabels()
  const columns = new Map(fields.flatMap((field, at) => importFields.flatMap((one) => (one === field ? [[at, one] as const] : []))))
  return missingFields({ at: 0, columns }).map((field) => labels[field])
}
