import { StartError, type StartErrorCode } from '@chung-tay/db/start-error'
import { z } from 'zod'

type Details = Readonly<Record<string, string>>

/** By the code of the network or of PostgreSQL. */
const causes: Record<string, string> = {
  ECONNREFUSED: 'không có máy chủ nào ở địa chỉ và cổng này',
  ENOTFOUND: 'không có máy nào mang tên này',
  EAI_AGAIN: 'không tra được tên máy',
  ETIMEDOUT: 'quá thời gian chờ mà không có trả lời',
  EHOSTUNREACH: 'không có đường tới máy này',
  '28P01': 'sai tên hoặc mật khẩu',
  '28000': 'tài khoản này không được kết nối',
  '3D000': 'không có cơ sở dữ liệu mang tên này',
  '53100': 'đĩa của máy chủ cơ sở dữ liệu đã đầy',
  '53300': 'máy chủ đã hết kết nối',
  '57P03': 'máy chủ đang khởi động hoặc đang dừng',
}

const sentences: Record<StartErrorCode, (details: Details) => string> = {
  DATA_DIR_IN_USE: () => 'Thư mục dữ liệu đang được một chương trình khác dùng',
  DATA_DIR_UNUSABLE: () => 'Không dùng được thư mục dữ liệu',
  DATABASE_NEWER: () => 'Cơ sở dữ liệu đã được một phiên bản mới hơn của phần mềm thay đổi',
  DATABASE_UNREACHABLE: ({ cause = '' }) => `Không dùng được cơ sở dữ liệu${causes[cause] ? `: ${causes[cause]}` : ''}`,
  DISK_FULL: () => 'Đĩa đã đầy',
  MIGRATION_FAILED: () => 'Không cập nhật được cấu trúc cơ sở dữ liệu; mọi thứ vẫn như trước',
  ROLE_NOT_ALLOWED: ({ sql }) =>
    sql === undefined
      ? 'Tài khoản cơ sở dữ liệu không được tạo bảng: hãy dùng tài khoản sở hữu cơ sở dữ liệu'
      : 'Tài khoản cơ sở dữ liệu không được tạo vai trò: nhờ người quản trị PostgreSQL chạy các lệnh SQL dưới đây',
  SAMPLE_REFUSED: () => 'Không nạp được dữ liệu mẫu',
}

const ofSystem = ({ code, port }: { code?: string; port?: number }): string | undefined => {
  if (code === 'EADDRINUSE') return `Cổng ${port} đang được dùng: chọn cổng khác bằng PORT=… / Port ${port} is in use: choose another with PORT=…`
  if (code === 'EACCES') return `Cổng ${port} cần thêm quyền: chọn cổng trên 1023 / Port ${port} needs more rights: choose one above 1023 with PORT=…`
  return code === 'ENOSPC' || code === '53100' ? 'Đĩa đã đầy / The disk is full' : undefined
}

/** Why the server does not start: one line in both languages, with the SQL beneath it that an administrator would have to run. */
export const startWords = (error: unknown): string => {
  if (error instanceof StartError) {
    const { sql } = error.details
    return `${sentences[error.code](error.details)} / ${error.message}${sql === undefined ? '' : `\n${sql}`}`
  }
  if (error instanceof z.ZodError) {
    return `Sai cài đặt / Wrong setting: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`
  }
  return ofSystem(error as { code?: string; port?: number }) ?? (error instanceof Error ? error.message : String(error))
}
