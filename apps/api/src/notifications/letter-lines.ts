import { type NotificationData, type NotificationKind, notificationData } from '@chung-tay/contracts/notifications'
import { formatDay } from '@chung-tay/domain/dates'
import { z } from 'zod'

type Lines = { [Kind in NotificationKind]: ((data: NotificationData[Kind]) => string) | null }

/**
 * What a letter says of each kind, or null when it never goes by mail. Letters cross other people's servers: no child's name stands in one.
 */
const lines: Lines = {
  taskAssigned: ({ title, unitName, dueOn }) => `Nhiệm vụ mới: ${title} (${unitName}), hạn ${formatDay(dueOn)}`,
  taskDelegated: ({ title, dueOn }) => `Được phân công thực hiện: ${title}, hạn ${formatDay(dueOn)}`,
  taskSubmitted: ({ title, unitName, late }) => `Báo cáo chờ nghiệm thu${late ? ' (trễ hạn)' : ''}: ${title} (${unitName})`,
  taskReturned: ({ title, reason }) => `Báo cáo bị trả lại: ${title}. Lý do: ${reason}`,
  taskAccepted: ({ title, unitName }) => `Kết quả được chấp nhận: ${title} (${unitName})`,
  taskCommented: ({ title, authorName }) => `${authorName} trao đổi về nhiệm vụ: ${title}`,
  taskMoved: ({ title, toUnitName, reason }) => `Nhiệm vụ chuyển sang ${toUnitName}: ${title}. Lý do: ${reason}`,
  taskStepGiven: ({ title, stepTitle, stepDueOn }) =>
    `Được giao phần việc: ${stepTitle} (${title})${stepDueOn === null ? '' : `, hạn ${formatDay(stepDueOn)}`}`,
  taskChased: ({ title, unitName, dueOn, text }) => `Văn phòng đôn đốc: ${title} (${unitName}), hạn ${formatDay(dueOn)}. ${text}`,
  taskChaseAnswered: ({ title, unitName, answer }) => `${unitName} trả lời đôn đốc về ${title}: ${answer}`,
  taskEscalated: ({ title, unitName, chases }) => `Đã đôn đốc ${chases} lần chưa chuyển biến: ${title} (${unitName})`,
  taskExtensionAsked: ({ title, unitName, askedDueOn, reason }) => `${unitName} xin gia hạn đến ${formatDay(askedDueOn)}: ${title}. Lý do: ${reason}`,
  taskExtensionGranted: ({ title, dueOn }) => `Được gia hạn: ${title}, hạn mới ${formatDay(dueOn)}`,
  taskExtensionRefused: ({ title, reason }) => `Không được gia hạn: ${title}. Lý do: ${reason}`,
  planSubmitted: ({ year }) => `Kế hoạch năm ${year} chờ duyệt`,
  planReturned: ({ year, reason }) => `Kế hoạch năm ${year} bị trả lại. Lý do: ${reason}`,
  planApproved: ({ year }) => `Kế hoạch năm ${year} đã được duyệt`,
  planCommented: ({ year, authorName }) => `${authorName} góp ý vào kế hoạch năm ${year}`,
  planCommentResolved: ({ year }) => `Góp ý của bạn vào kế hoạch năm ${year} đã được xử lý`,
  booksWrong: ({ checks }) => `Sổ quỹ có ${checks.length} phép kiểm tra chưa khớp, cần xem lại`,
  booksClosed: ({ until, byName }) => `${byName} đã khóa sổ đến hết ngày ${formatDay(until ?? '')}`,
  booksReopened: ({ until, byName, reason }) =>
    `${byName} đã mở lại sổ quỹ${until === null ? '' : ` sau ngày ${formatDay(until)}`}. Lý do: ${reason ?? ''}`,
  pledgeDue: ({ reference, fundName, expectedOn }) => `Bạn đã đăng ký ủng hộ ${fundName} vào ngày ${formatDay(expectedOn)}, mã ${reference}`,
  dataRequestReceived: ({ dueOn }) => `Có yêu cầu về dữ liệu cá nhân của trẻ em, hạn trả lời ${formatDay(dueOn)}`,
  dataRequestAnswered: () => 'Yêu cầu về dữ liệu cá nhân của con bạn đã có trả lời',
  // What it was and whom it concerns is read in the program.
  consentWithdrawn: () => 'Có gia đình rút sự đồng ý dùng thông tin của con, cần xem lại',
  takeDown: ({ publications }) => `Có ${publications} tin, bài phải gỡ hoặc sửa vì gia đình đã rút sự đồng ý`,
  noticePublished: ({ title }) => `${title}: mời đọc và phổ biến cho gia đình`,
  noticeUnread: ({ title }) => `Nhắc đọc: ${title}`,
  giftListSubmitted: ({ name }) => `Danh sách nhận quà chờ duyệt: ${name}`,
  giftListReturned: ({ name, reason }) => `Danh sách nhận quà bị trả lại: ${name}. Lý do: ${reason}`,
  giftListApproved: ({ name }) => `Danh sách nhận quà đã được duyệt: ${name}`,
  nominationSubmitted: ({ unitName }) => `Có đề nghị khen thưởng chờ xét (${unitName})`,
  // The reason is written about a child: it is read in the program.
  nominationReturned: ({ unitName }) => `Có đề nghị khen thưởng bị trả lại (${unitName})`,
  nominationApproved: ({ unitName }) => `Có đề nghị khen thưởng được chấp thuận (${unitName})`,
  nominationRejected: ({ unitName }) => `Có đề nghị khen thưởng không được chấp thuận (${unitName})`,
  decisionDrafted: ({ year }) => `Quyết định khen thưởng năm ${year} chờ ký`,
  decisionSigned: ({ number }) => `Quyết định khen thưởng số ${number} đã được ký`,
  reportSubmitted: ({ year }) => `Báo cáo kết quả năm ${year} chờ ký`,
  reportReturned: ({ year, reason }) => `Báo cáo kết quả năm ${year} bị trả lại. Lý do: ${reason}`,
  reportSigned: ({ year }) => `Báo cáo kết quả năm ${year} đã được ký`,
  figuresAsked: ({ year, unitName }) => `Đề nghị xác nhận số liệu năm ${year} (${unitName})`,
  figuresConfirmed: ({ year, unitName }) => `${unitName} đã xác nhận số liệu năm ${year}`,
  figuresReturned: ({ year, unitName, reason }) => `Số liệu năm ${year} của ${unitName} bị trả lại. Lý do: ${reason}`,
  figuresExcepted: ({ year, unitName, reason }) => `${unitName} được sửa số liệu năm ${year} sau khi khóa. Lý do: ${reason}`,
  digest: null,
}

const kinds = Object.keys(lines) as NotificationKind[]

/** What waits for the day's digest when it comes by mail. */
export const mailedKinds: readonly string[] = kinds.filter((kind) => lines[kind] !== null)

/** What does not wait for the next digest, only for the person's hours. */
export const urgentKinds: readonly string[] = [
  'booksWrong',
  'taskReturned',
  'taskChased',
  'taskEscalated',
  'planReturned',
  'reportReturned',
] satisfies NotificationKind[]

/** The line of one notification; null when it is of another version's form. */
export const lineOf = ({ kind, data }: { kind: string; data: unknown }): string | null => {
  const known = kinds.find((one) => one === kind)
  if (known === undefined) return null
  const parsed = z.safeParse(notificationData[known], data)
  const line = lines[known] as ((data: unknown) => string) | null
  return parsed.success && line ? line(parsed.data) : null
}
