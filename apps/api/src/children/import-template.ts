import type { Context } from '../http/context.ts'
import { templateOf } from '../imports/files.ts'

const columns = [
  { header: 'STT', width: 6, hint: 'Có thể để trống.' },
  { header: 'Họ tên con (*)', width: 28, hint: 'Bắt buộc. Mỗi cháu một dòng; con chung của hai cán bộ có thể ghi trên hai dòng, hệ thống tự ghép.' },
  { header: 'Ngày sinh (*)', width: 14, hint: 'Bắt buộc, đủ ngày/tháng/năm, ví dụ 09/03/2014. Chỉ có năm hoặc “5 tuổi” thì hệ thống sẽ hỏi lại.' },
  { header: 'Giới tính (*)', width: 10, hint: 'Nam hoặc Nữ; cũng có thể dùng hai cột Nam, Nữ đánh dấu x.' },
  { header: 'Trường', width: 30, hint: 'Có thể để trống. Cấp học được suy ra từ tên trường hoặc lớp.' },
  { header: 'Lớp', width: 10, hint: 'Có thể để trống, ví dụ 3A2.' },
  { header: 'Mã cán bộ', width: 12, hint: 'Mã của bố hoặc mẹ là cán bộ. Có mã thì không cần ghi họ tên, đơn vị.' },
  { header: 'Họ tên cán bộ (*)', width: 28, hint: 'Bắt buộc khi không có mã: bố hoặc mẹ đang công tác tại cơ quan.' },
  { header: 'Quan hệ (*)', width: 14, hint: 'Bố, Mẹ hoặc Người giám hộ.' },
  { header: 'Đơn vị', width: 34, hint: 'Cần có khi nhiều cán bộ cùng họ tên. Ghi tên hoặc tên ngắn như trong danh sách bên dưới.' },
  { header: 'Hoàn cảnh', width: 30, hint: 'Có thể để trống. Chỉ Công đoàn, Văn phòng và phụ huynh đọc được.' },
] as const

export const childTemplate = async ({ db }: Context): Promise<Buffer> => {
  const units = await db.unit.findMany({ where: { active: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] })
  const listed = units.map(({ shortName, name }) => [shortName, name])
  return templateOf(columns, 'Ô để trống giữ nguyên nội dung đã có của cháu.', [['Tên ngắn', 'Đơn vị'], ...listed])
}
