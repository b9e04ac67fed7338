import type { ChildImportRow, childrenImport } from '@chung-tay/contracts/children-import'
import type { OutputOf } from '@chung-tay/contracts/contract'
import { missingFields } from '@chung-tay/domain/children/import-header'
import { type ChildField, importFields } from '@chung-tay/domain/children/import-heading'
import type { ParentSlot } from '@chung-tay/domain/children/import-row'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'
import { relationLabels } from './child-labels.ts'

export type Outcome = ChildImportRow['outcome']
export type Problem = ChildImportRow['problems'][number]
export type Note = ChildImportRow['notes'][number]
export type Checked = OutputOf<typeof childrenImport.check>

export const outcomeLabels = (): Record<Outcome, string> => ({
  create: t`Thêm mới`,
  update: t`Cập nhật`,
  unchanged: t`Không đổi`,
  joined: t`Ghép dòng`,
  refused: t`Cần xem lại`,
})
export const outcomeTones: Record<Outcome, Tone> = { create: 'good', update: 'active', unchanged: 'neutral', joined: 'neutral', refused: 'warn' }

const reasonLabels = (): Record<Problem['reason'], string> => ({
  nameMissing: t`Thiếu họ và tên cháu`,
  nameInvalid: t`Họ và tên cháu có ký tự lạ`,
  birthMissing: t`Thiếu ngày sinh`,
  birthYearOnly: t`Mới có năm sinh, cần đủ ngày, tháng, năm`,
  birthMonthOnly: t`Mới có tháng và năm sinh, cần đủ ngày, tháng, năm`,
  birthAgeOnly: t`Mới có tuổi, cần đủ ngày, tháng, năm sinh`,
  birthInvalid: t`Ngày sinh không có trong lịch hoặc không đọc được`,
  birthAmbiguous: t`Chưa rõ đâu là ngày, đâu là tháng sinh`,
  birthInFuture: t`Ngày sinh sau ngày hôm nay`,
  birthTooOld: t`Ngày sinh của người lớn`,
  sexMissing: t`Thiếu giới tính`,
  sexUnclear: t`Giới tính phải là nam hoặc nữ`,
  tooLong: t`Nội dung quá dài`,
  relationUnknown: t`Quan hệ phải là bố, mẹ hoặc người giám hộ`,
  relationMissing: t`Chưa rõ là bố, mẹ hay người giám hộ`,
  parentMissing: t`Thiếu họ tên bố, mẹ là cán bộ`,
  parentUnknown: t`Không có cán bộ này`,
  parentAmbiguous: t`Có nhiều cán bộ cùng họ tên`,
  parentElsewhere: t`Cán bộ cùng họ tên ở đơn vị khác`,
  parentInactive: t`Cán bộ này đã nghỉ`,
  parentTwice: t`Bố và mẹ là cùng một cán bộ, hoặc quá hai người`,
  noEmployee: t`Không có bố hoặc mẹ là cán bộ của cơ quan`,
  codeUnknown: t`Không có mã cán bộ này`,
  codeOfAnother: t`Mã này là của cán bộ khác`,
  tooManyGuardians: t`Cháu đã có hai người giám hộ khác`,
  looksLike: t`Có thể là cháu đã có hồ sơ`,
  looksLikeRow: t`Có thể trùng với cháu ở dòng khác`,
  waitsForRow: t`Cùng một cháu với dòng cần xem lại`,
})

/** Why a row waits, with what stood in the cell or the other row. */
export const problemLabel = ({ reason, value, row, candidates }: Problem): string => {
  const label = reasonLabels()[reason]
  if (row !== undefined) return t`${label} (dòng ${row})`
  if (reason === 'looksLike') return `${label}: ${candidates.map(({ name, detail }) => `${name} (${detail})`).join('; ')}`
  return value === undefined ? label : `${label}: ${value}`
}

/** What a person should know of a row that is right. */
export const noteLabel = ({ note, value = '', row = 0 }: Note): string => {
  const texts: Record<Note['note'], () => string> = {
    unitFromHeading: () => t`Đơn vị lấy theo dòng tiêu đề phía trên`,
    parentFromAbove: () => t`Bố mẹ lấy theo dòng trên`,
    birthSwapped: () => t`Cột ngày sinh ghi tháng trước ngày: đã đổi lại`,
    childMerged: () => t`Hồ sơ này đã được gộp vào hồ sơ khác nên giữ nguyên`,
    childInactive: () => t`Cháu đã ngừng theo dõi nên giữ nguyên`,
    notEmployee: () => t`${value} không phải cán bộ của cơ quan nên không ghi`,
    unitUnknown: () => t`Không có đơn vị “${value}”: tìm theo họ tên`,
    relationByName: () => {
      const relation = (relationLabels() as Readonly<Record<string, string>>)[value] ?? value
      return t`Quan hệ theo quy tắc đã chọn: ${relation}`
    },
    joinsRow: () => t`Cùng một cháu với dòng ${row}`,
    differsFromRow: () => t`Trường, lớp hoặc hoàn cảnh khác dòng ${row}: lấy theo dòng ${row}`,
  }
  return texts[note]()
}

export const slotLabels = (): Record<ParentSlot, string> => ({ parent: t`Cán bộ là bố, mẹ`, father: t`Bố`, mother: t`Mẹ` })

/** What a column of the spreadsheet may hold. */
export const fieldLabels = (): Record<ChildField, string> => ({
  name: t`Họ và tên cháu`,
  number: t`Số thứ tự`,
  familyName: t`Họ và tên đệm của cháu`,
  givenName: t`Tên của cháu`,
  birthDate: t`Ngày sinh`,
  birthDay: t`Ngày sinh: ngày`,
  birthMonth: t`Ngày sinh: tháng`,
  birthYear: t`Năm sinh`,
  age: t`Tuổi`,
  sex: t`Giới tính`,
  male: t`Nam (đánh dấu x)`,
  female: t`Nữ (đánh dấu x)`,
  level: t`Cấp học`,
  school: t`Trường`,
  className: t`Lớp`,
  schoolClass: t`Trường và lớp`,
  circumstances: t`Hoàn cảnh cần quan tâm`,
  relation: t`Quan hệ (bố, mẹ)`,
  parentName: t`Cán bộ: họ và tên`,
  parentCode: t`Cán bộ: mã`,
  parentUnit: t`Cán bộ: đơn vị`,
  fatherName: t`Bố: họ và tên`,
  fatherCode: t`Bố: mã`,
  fatherUnit: t`Bố: đơn vị`,
  motherName: t`Mẹ: họ và tên`,
  motherCode: t`Mẹ: mã`,
  motherUnit: t`Mẹ: đơn vị`,
})

/** Which columns a list of children cannot do without, as far as none is told. */
export const lackingColumns = (fields: readonly (string | null)[]): string[] => {
  const labels = { name: t`họ và tên cháu`, birthDate: t`ngày sinh`, parentName: t`họ tên hoặc mã của bố, mẹ là cán bộ` }
  const columns = new Map(fields.flatMap((field, at) => importFields.flatMap((one) => (one === field ? [[at, one] as const] : []))))
  return missingFields({ at: 0, columns }).map((field) => labels[field])
}
