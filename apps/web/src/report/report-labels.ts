import type { Figure } from '@chung-tay/domain/report/figures'
import { type IndicatorGroup, type IndicatorKey, indicators } from '@chung-tay/domain/report/indicators'
import type { ReportStatus, SendingWay } from '@chung-tay/domain/report/report-status'
import { t } from '@lingui/core/macro'
import { formatCount, formatMoney } from '../ui/format.ts'
import type { Tone } from '../ui/texts.tsx'

export const statusLabels = (): Record<ReportStatus, string> => ({ draft: t`Bản nháp`, submitted: t`Chờ ký`, signed: t`Đã ký` })
export const statusTones: Record<ReportStatus, Tone> = { draft: 'neutral', submitted: 'warn', signed: 'good' }

export const groupLabels = (): Record<IndicatorGroup, string> => ({
  direction: t`Công tác chỉ đạo, triển khai`,
  communication: t`Tuyên truyền, phổ biến`,
  donation: t`Vận động đóng góp tự nguyện`,
  gift: t`Tặng quà và hoạt động vui chơi, giải trí`,
  award: t`Tuyên dương, khen thưởng`,
  movement: t`Phong trào chăm sóc, giáo dục và bảo vệ trẻ em`,
  organisation: t`Thực hiện nhiệm vụ của các phòng, đơn vị`,
})

// The paper's words are those of the domain; the screen says the same in the language of the person.
const labels = (): Record<IndicatorKey, string> => ({
  guidanceReceived: t`Văn bản chỉ đạo, hướng dẫn được triển khai`,
  directivesIssued: t`Văn bản đã ban hành`,
  publications: t`Tin, bài, khẩu hiệu, thông điệp đã đăng tải`,
  reach: t`Lượt người được tuyên truyền, tiếp cận`,
  sessionsHeld: t`Buổi tuyên truyền, tập huấn đã tổ chức`,
  sessionReach: t`Lượt người dự các buổi tuyên truyền`,
  sessionCost: t`Kinh phí tổ chức tuyên truyền`,
  sessionIncidents: t`Sự cố tại các buổi tuyên truyền`,
  givers: t`Tổ chức, cá nhân đóng góp`,
  moneyReceived: t`Số tiền đã tiếp nhận`,
  inKindReceived: t`Giá trị hiện vật đã tiếp nhận`,
  moneySpent: t`Số tiền đã chi`,
  transferredOut: t`Số tiền đã chuyển Quỹ`,
  balance: t`Số dư quỹ`,
  childrenGifted: t`Trẻ em được tặng quà`,
  giftsHandedOut: t`Suất quà đã trao`,
  giftValue: t`Giá trị quà đã trao`,
  eventsHeld: t`Hoạt động vui chơi, tham quan đã tổ chức`,
  eventParticipants: t`Lượt người tham gia`,
  eventChildren: t`Lượt trẻ em tham gia`,
  eventCost: t`Kinh phí tổ chức`,
  eventIncidents: t`Sự cố mất an toàn`,
  childrenCommended: t`Trẻ em được khen thưởng`,
  awardMoney: t`Tiền thưởng`,
  movementEvents: t`Hoạt động phong trào của các đơn vị`,
  movementParticipants: t`Lượt người tham gia phong trào`,
  movementChildren: t`Lượt trẻ em được thụ hưởng`,
  movementCost: t`Kinh phí tổ chức phong trào`,
  movementIncidents: t`Sự cố trong phong trào`,
  tasks: t`Nhiệm vụ đã giao`,
  tasksOnTime: t`Nhiệm vụ hoàn thành đúng hạn`,
  tasksLate: t`Nhiệm vụ hoàn thành quá hạn`,
  tasksOpen: t`Nhiệm vụ chưa hoàn thành`,
  tasksOnTimeRate: t`Tỷ lệ nhiệm vụ hoàn thành đúng hạn`,
  tasksDelay: t`Số ngày hoàn thành quá hạn`,
  taskChases: t`Lượt đôn đốc`,
  taskEscalations: t`Nhiệm vụ phải báo cáo Lãnh đạo`,
  taskSessions: t`Buổi, hoạt động theo báo cáo nhiệm vụ`,
  taskParticipants: t`Lượt người tham gia theo báo cáo nhiệm vụ`,
  taskChildren: t`Lượt trẻ em theo báo cáo nhiệm vụ`,
  taskCost: t`Kinh phí theo báo cáo nhiệm vụ`,
  noticesTold: t`Người lao động được thông báo kế hoạch`,
  noticesRead: t`Người lao động đã xác nhận đọc kế hoạch`,
  noticeReadRate: t`Tỷ lệ người lao động đã đọc kế hoạch`,
})

const sendingLabels = (): Record<SendingWay, string> => ({
  axis: t`Trục liên thông văn bản`,
  post: t`Bưu điện`,
  direct: t`Trực tiếp`,
  mail: t`Thư điện tử`,
})
export const sendingLabel = (way: SendingWay): string => sendingLabels()[way]
export const sendingOptions = () => Object.entries(sendingLabels()).map(([value, label]) => ({ value, label }))

const units = (): Record<(typeof indicators)[IndicatorKey]['unit'], string> => ({
  'văn bản': t`văn bản`,
  'sản phẩm': t`sản phẩm`,
  'lượt người': t`lượt người`,
  'tổ chức, cá nhân': t`tổ chức, cá nhân`,
  đồng: t`đồng`,
  cháu: t`cháu`,
  suất: t`suất`,
  'hoạt động': t`hoạt động`,
  'lượt trẻ em': t`lượt trẻ em`,
  vụ: t`vụ`,
  buổi: t`buổi`,
  'nhiệm vụ': t`nhiệm vụ`,
  '%': '%',
  ngày: t`ngày`,
  lượt: t`lượt`,
  người: t`người`,
})

const breakdowns = (): Readonly<Record<string, string>> => ({
  'directive:plan': t`Kế hoạch`,
  'directive:decision': t`Quyết định khen thưởng`,
  'kind:news': t`Tin`,
  'kind:article': t`Bài viết`,
  'kind:slogan': t`Khẩu hiệu`,
  'kind:message': t`Thông điệp`,
  'channel:website': t`Trang thông tin điện tử`,
  'channel:zalo': t`Zalo`,
  'channel:facebook': t`Facebook`,
  'channel:loudspeaker': t`Hệ thống loa truyền thanh`,
  'channel:noticeBoard': t`Bảng tin`,
  'channel:press': t`Báo chí`,
  'channel:other': t`Hình thức khác`,
  'giver:person': t`Cá nhân`,
  'giver:organisation': t`Tổ chức`,
  'source:budget': t`Ngân sách nhà nước`,
  'source:union': t`Kinh phí công đoàn`,
  'source:donation': t`Đóng góp tự nguyện`,
  'purpose:gift': t`Tặng quà`,
  'purpose:award': t`Khen thưởng`,
  'purpose:event': t`Hoạt động, sự kiện`,
  'purpose:support': t`Hỗ trợ`,
  'purpose:fundTransfer': t`Chuyển Quỹ`,
  'purpose:other': t`Khác`,
  'sex:female': t`Nữ`,
  'sex:male': t`Nam`,
  'age:0-5': t`Từ 0 đến 5 tuổi`,
  'age:6-10': t`Từ 6 đến 10 tuổi`,
  'age:11-15': t`Từ 11 đến 15 tuổi`,
  'age:16+': t`Từ 16 tuổi trở lên`,
  'event:outing': t`Tham quan`,
  'event:entertainment': t`Vui chơi, giải trí`,
  'event:sport': t`Thể thao`,
  'event:culture': t`Văn hóa, văn nghệ`,
  'event:ceremony': t`Lễ tuyên dương, gặp mặt`,
  'level:preschool': t`Mầm non`,
  'level:primary': t`Tiểu học`,
  'level:lowerSecondary': t`Trung học cơ sở`,
  'level:upperSecondary': t`Trung học phổ thông`,
  'via:account': t`Qua tài khoản`,
  'via:link': t`Qua mã QR`,
  'via:paper': t`Ký trên giấy`,
})

/** The words of a fixed breakdown such as `sex:female`. */
export const breakdownLabel = (breakdown: string): string => breakdowns()[breakdown] ?? breakdown

type Line = Pick<Figure, 'key' | 'breakdown' | 'label'>

export const indicatorLabel = (key: IndicatorKey): string => labels()[key]
export const unitLabel = (key: IndicatorKey): string => units()[indicators[key].unit]

/** A figure's line: the indicator itself, or the fund, unit, sex … it is broken down to. */
export const lineLabel = ({ key, breakdown, label }: Line): string => {
  if (breakdown === null) return indicatorLabel(key)
  if (breakdown.startsWith('clause:')) return t`Mục ${breakdown.slice('clause:'.length)}`
  return label ?? breakdowns()[breakdown] ?? breakdown
}

/** As it is called away from its table: "Trẻ em được tặng quà: Nữ". */
export const fullLabel = (line: Line): string => (line.breakdown === null ? lineLabel(line) : `${indicatorLabel(line.key)}: ${lineLabel(line)}`)

export const valueText = (key: IndicatorKey, value: number): string => {
  const { kind } = indicators[key]
  if (kind === 'rate') return `${formatCount(value)}%`
  return kind === 'money' ? formatMoney(value) : formatCount(value)
}
