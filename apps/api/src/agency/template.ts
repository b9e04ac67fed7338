import type { Context } from '../http/context.ts'
import { templateOf } from '../imports/files.ts'
import { employeeKindNames } from './words.ts'

const columns = [
  { header: 'Mã (*)', width: 12, hint: 'Bắt buộc. Mỗi người một mã; người đã có mã này sẽ được cập nhật.' },
  { header: 'Họ và tên (*)', width: 28, hint: 'Bắt buộc với người mới.' },
  { header: 'Đơn vị (*)', width: 34, hint: 'Bắt buộc với người mới. Ghi tên hoặc tên ngắn như trong danh sách bên dưới.' },
  { header: 'Chức vụ', width: 22, hint: 'Có thể để trống.' },
  { header: 'Loại (*)', width: 16, hint: `Bắt buộc với người mới: ${Object.values(employeeKindNames).join(', ')}.` },
  { header: 'Thư điện tử', width: 28, hint: 'Có thể để trống.' },
  { header: 'Điện thoại', width: 16, hint: 'Có thể để trống. Để ô ở dạng văn bản để giữ số 0 ở đầu.' },
] as const

export const employeeTemplate = async ({ db }: Context): Promise<Buffer> => {
  const units = await db.unit.findMany({ where: { active: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] })
  const listed = units.map(({ shortName, name }) => [shortName, name])
  return templateOf(columns, 'Ô để trống giữ nguyên nội dung đã có của người đó.', [['Tên ngắn', 'Đơn vị'], ...listed])
}
