import type { Relation } from '@chung-tay/domain/children/guardians'
import type { ChildProblem } from '@chung-tay/domain/children/import-plan'

// Words of the files people download; the screen has its own.
export const relationNames: Record<Relation, string> = { mother: 'mẹ', father: 'bố', guardian: 'người giám hộ' }

const reasons: Record<ChildProblem['reason'], string> = {
  nameMissing: 'Thiếu họ và tên cháu',
  nameInvalid: 'Họ và tên cháu có ký tự lạ',
  birthMissing: 'Thiếu ngày sinh',
  birthYearOnly: 'Mới có năm sinh, cần đủ ngày, tháng, năm',
  birthMonthOnly: 'Mới có tháng và năm sinh, cần đủ ngày, tháng, năm',
  birthAgeOnly: 'Mới có tuổi, cần đủ ngày, tháng, năm sinh',
  birthInvalid: 'Ngày sinh không có trong lịch hoặc không đọc được',
  birthAmbiguous: 'Chưa rõ đâu là ngày, đâu là tháng sinh',
  birthInFuture: 'Ngày sinh sau ngày hôm nay',
  birthTooOld: 'Ngày sinh của người lớn',
  sexMissing: 'Thiếu giới tính',
  sexUnclear: 'Giới tính phải là nam hoặc nữ',
  tooLong: 'Nội dung quá dài',
  relationUnknown: 'Quan hệ phải là bố, mẹ hoặc người giám hộ',
  relationMissing: 'Chưa rõ là bố, mẹ hay người giám hộ',
  parentMissing: 'Thiếu họ tên bố, mẹ là cán bộ',
  parentUnknown: 'Không có cán bộ này',
  parentAmbiguous: 'Có nhiều cán bộ cùng họ tên',
  parentElsewhere: 'Cán bộ cùng họ tên ở đơn vị khác',
  parentInactive: 'Cán bộ này đã nghỉ',
  parentTwice: 'Bố và mẹ là cùng một cán bộ, hoặc quá hai người',
  noEmployee: 'Không có bố hoặc mẹ là cán bộ của cơ quan',
  codeUnknown: 'Không có mã cán bộ này',
  codeOfAnother: 'Mã này là của cán bộ khác',
  tooManyGuardians: 'Cháu đã có hai người giám hộ khác',
  looksLike: 'Có thể là cháu đã có hồ sơ',
  looksLikeRow: 'Có thể trùng với cháu ở dòng khác',
  waitsForRow: 'Cùng một cháu với dòng chưa nhập được',
}

/** Why a row was refused, as it stands beside it. */
export const childReasonText = (problem: ChildProblem): string => {
  const detail = 'row' in problem ? `dòng ${problem.row}` : 'value' in problem ? problem.value : undefined
  return detail === undefined ? reasons[problem.reason] : `${reasons[problem.reason]}: ${detail}`
}
