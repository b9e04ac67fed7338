import type { NotificationData, NotificationKind, NotificationRecord } from '@chung-tay/contracts/notifications'
import { formatDay } from '@chung-tay/domain/dates'
import { plural, t } from '@lingui/core/macro'
import type { LinkProps } from '@tanstack/react-router'
import { purposeLabels } from '../children/child-labels.ts'
import { requestKindLabels, requestStatusLabels } from '../children/request-labels.ts'
import { formatMoment, formatMoney } from '../ui/format.ts'
import { placeOf } from '../ui/place.ts'

type Words = { title: string; detail: string }

const due = ({ unitName, dueOn }: { unitName: string; dueOn: string }) => t`${unitName} · hạn ${formatDay(dueOn)}`

const digestTitle = ({ late, soon }: NotificationData['digest']): string => {
  const parts = [late > 0 && plural(late, { other: '# nhiệm vụ trễ hạn' }), soon > 0 && plural(soon, { other: '# nhiệm vụ đến hạn trong 3 ngày' })]
  return parts.filter((part) => part !== false).join(', ')
}

const childrenOf = ({ children }: { children: number }) => plural(children, { other: '# cháu' })

const stoppedOf = ({ giftLines, nominations, publications, photos }: NotificationData['consentWithdrawn']): string => {
  const parts = [
    giftLines > 0 && plural(giftLines, { other: 'đưa ra khỏi # danh sách quà' }),
    nominations > 0 && plural(nominations, { other: 'trả lại # đề nghị khen thưởng' }),
    publications > 0 && plural(publications, { other: '# tin, bài phải gỡ' }),
    photos > 0 && plural(photos, { other: '# ảnh trao quà không hiện nữa' }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? t`Không có việc nào đang dùng` : parts.join(', ')
}

const words: { [Kind in NotificationKind]: (data: NotificationData[Kind]) => Words } = {
  taskAssigned: (data) => ({ title: t`Nhiệm vụ mới: ${data.title}`, detail: due(data) }),
  taskDelegated: (data) => ({ title: t`Bạn được phân công: ${data.title}`, detail: due(data) }),
  taskSubmitted: (data) => ({ title: data.late ? t`Báo cáo (trễ hạn): ${data.title}` : t`Báo cáo chờ nghiệm thu: ${data.title}`, detail: due(data) }),
  taskReturned: (data) => ({ title: t`Báo cáo bị trả lại: ${data.title}`, detail: t`Lý do: ${data.reason}` }),
  taskAccepted: (data) => ({ title: t`Kết quả được chấp nhận: ${data.title}`, detail: data.unitName }),
  taskCommented: (data) => ({ title: t`${data.authorName} trao đổi về: ${data.title}`, detail: data.excerpt }),
  taskMoved: (data) => ({ title: t`Nhiệm vụ chuyển sang ${data.toUnitName}: ${data.title}`, detail: t`Lý do: ${data.reason}` }),
  taskStepGiven: (data) => ({
    title: t`Bạn được giao phần việc: ${data.stepTitle}`,
    detail: data.stepDueOn === null ? data.title : t`${data.title} · hạn ${formatDay(data.stepDueOn)}`,
  }),
  taskChased: (data) => ({ title: t`Văn phòng đôn đốc: ${data.title}`, detail: data.text }),
  taskChaseAnswered: (data) => ({ title: t`${data.unitName} trả lời đôn đốc: ${data.title}`, detail: data.answer }),
  taskEscalated: (data) => ({ title: t`Đã đôn đốc ${data.chases} lần chưa xong: ${data.title}`, detail: due(data) }),
  taskExtensionAsked: (data) => ({
    title: t`${data.unitName} xin gia hạn đến ${formatDay(data.askedDueOn)}: ${data.title}`,
    detail: t`Lý do: ${data.reason}`,
  }),
  taskExtensionGranted: (data) => ({ title: t`Được gia hạn: ${data.title}`, detail: due(data) }),
  taskExtensionRefused: (data) => ({ title: t`Không được gia hạn: ${data.title}`, detail: t`Lý do: ${data.reason}` }),
  planSubmitted: (data) => ({ title: t`Kế hoạch năm ${String(data.year)} chờ duyệt`, detail: data.title }),
  planReturned: (data) => ({ title: t`Kế hoạch năm ${String(data.year)} bị trả lại`, detail: t`Lý do: ${data.reason}` }),
  planApproved: (data) => ({ title: t`Kế hoạch năm ${String(data.year)} đã được duyệt`, detail: data.title }),
  planCommented: (data) => ({ title: t`${data.authorName} góp ý kế hoạch năm ${String(data.year)}`, detail: data.excerpt }),
  planCommentResolved: (data) => ({ title: t`Góp ý của bạn về kế hoạch năm ${String(data.year)} đã được xử lý`, detail: data.excerpt }),
  booksWrong: (data) => ({ title: t`Sổ quỹ có chỗ chưa khớp`, detail: plural(data.checks.length, { other: '# phép kiểm tra chưa đúng' }) }),
  booksClosed: (data) => ({ title: t`Đã khóa sổ đến hết ngày ${formatDay(data.until ?? '')}`, detail: data.byName }),
  booksReopened: (data) => ({
    title: data.until === null ? t`Sổ quỹ được mở lại` : t`Sổ quỹ được mở lại sau ngày ${formatDay(data.until)}`,
    detail: t`${data.byName}. Lý do: ${data.reason ?? ''}`,
  }),
  pledgeDue: (data) => ({
    title: t`Bạn đã đăng ký ủng hộ ${data.fundName}`,
    detail: t`Ngày dự kiến ${formatDay(data.expectedOn)}, mã ${data.reference}`,
  }),
  dataRequestReceived: (data) => ({
    title: t`Phụ huynh yêu cầu: ${requestKindLabels()[data.kind]}`,
    detail: t`Hạn trả lời ${formatDay(data.dueOn)}`,
  }),
  dataRequestAnswered: (data) => ({
    title: t`Yêu cầu ${requestKindLabels()[data.kind].toLowerCase()}: ${requestStatusLabels()[data.status].toLowerCase()}`,
    detail: data.status === 'accepted' ? t`Hạn thực hiện ${formatDay(data.dueOn)}` : '',
  }),
  consentWithdrawn: (data) => ({ title: t`Gia đình rút sự đồng ý: ${purposeLabels()[data.purpose]}`, detail: stoppedOf(data) }),
  takeDown: (data) => ({
    title: plural(data.publications, { other: 'Phải gỡ # tin, bài' }),
    detail: t`Gia đình đã rút sự đồng ý công bố tên hoặc ảnh của cháu`,
  }),
  noticePublished: (data) => ({ title: data.title, detail: t`Mời đọc và phổ biến cho gia đình` }),
  noticeUnread: (data) => ({ title: t`Nhắc đọc: ${data.title}`, detail: t`Mời đọc và phổ biến cho gia đình` }),
  giftListSubmitted: (data) => ({ title: t`Danh sách nhận quà chờ duyệt: ${data.name}`, detail: childrenOf(data) }),
  giftListReturned: (data) => ({ title: t`Danh sách nhận quà bị trả lại: ${data.name}`, detail: t`Lý do: ${data.reason}` }),
  giftListApproved: (data) => ({ title: t`Danh sách nhận quà đã được duyệt: ${data.name}`, detail: childrenOf(data) }),
  nominationSubmitted: (data) => ({ title: t`Đề nghị khen thưởng chờ xét: cháu ${data.childName}`, detail: data.unitName }),
  nominationReturned: (data) => ({ title: t`Đề nghị khen thưởng bị trả lại: cháu ${data.childName}`, detail: t`Lý do: ${data.reason}` }),
  nominationApproved: (data) => ({ title: t`Đề nghị khen thưởng được chấp thuận: cháu ${data.childName}`, detail: data.unitName }),
  nominationRejected: (data) => ({ title: t`Đề nghị khen thưởng không được chấp thuận: cháu ${data.childName}`, detail: t`Lý do: ${data.reason}` }),
  decisionDrafted: (data) => ({ title: t`Quyết định khen thưởng chờ ký`, detail: `${childrenOf(data)} · ${formatMoney(data.total)}` }),
  decisionSigned: (data) => ({
    title: t`Quyết định khen thưởng số ${data.number} đã được ký`,
    detail: `${childrenOf(data)} · ${formatMoney(data.total)}`,
  }),
  reportSubmitted: (data) => ({ title: t`Báo cáo kết quả năm ${String(data.year)} chờ ký`, detail: data.title }),
  reportReturned: (data) => ({ title: t`Báo cáo kết quả năm ${String(data.year)} bị trả lại`, detail: t`Lý do: ${data.reason}` }),
  reportSigned: (data) => ({ title: t`Báo cáo kết quả năm ${String(data.year)} đã được ký`, detail: data.title }),
  figuresAsked: (data) => ({ title: t`Đề nghị xác nhận số liệu năm ${String(data.year)}`, detail: data.unitName }),
  figuresConfirmed: (data) => ({ title: t`${data.unitName} đã xác nhận số liệu`, detail: data.confirmedName }),
  figuresReturned: (data) => ({ title: t`Số liệu của ${data.unitName} bị trả lại`, detail: t`Lý do: ${data.reason}` }),
  figuresExcepted: (data) => ({
    title: t`Được sửa số liệu đã khóa của ${data.unitName}`,
    detail: t`Đến ${formatMoment(new Date(data.ends))}. Lý do: ${data.reason}`,
  }),
  digest: (data) => ({
    title: digestTitle(data),
    detail: data.tasks
      .map(({ title }) => title)
      .slice(0, 3)
      .join('; '),
  }),
}

/** A notification in words; call it while rendering, so that it follows the language. */
export const notificationWords = ({ kind, data }: NotificationRecord): Words => (words[kind] as (data: unknown) => Words)(data)

/** A record's own page or drawer in its year. */
const recordPlace = ({ data }: Exclude<NotificationRecord, { kind: 'digest' }>): LinkProps => {
  if ('requestId' in data) return placeOf({ to: '/data-requests', search: { open: data.requestId } })
  const params = { year: data.year }
  if ('purpose' in data) return placeOf({ to: '/$year/children', params, search: { open: data.childId } })
  if ('publications' in data) return placeOf({ to: '/$year/publications', params, search: { status: 'takeDown' } })
  if ('taskId' in data) return placeOf({ to: '/$year/tasks/$taskId', params: { ...params, taskId: data.taskId } })
  if ('before' in data || 'checks' in data) return placeOf({ to: '/$year/closing', params })
  if ('pledgeId' in data) return placeOf({ to: '/$year/pledges', params, search: { open: data.pledgeId } })
  if ('noticeId' in data) return placeOf({ to: '/$year/notices/$noticeId', params: { ...params, noticeId: data.noticeId } })
  if ('giftListId' in data) return placeOf({ to: '/$year/gift-lists/$giftListId', params: { ...params, giftListId: data.giftListId } })
  if ('nominationId' in data) return placeOf({ to: '/$year/nominations', params, search: { open: data.nominationId } })
  if ('figuresUnitId' in data) return placeOf({ to: '/$year/unit-figures', params, search: { unit: data.figuresUnitId } })
  if ('decisionId' in data) return placeOf({ to: '/$year/decisions/$decisionId', params: { ...params, decisionId: data.decisionId } })
  return placeOf({ to: 'reportId' in data ? '/$year/report' : '/$year/plan', params })
}

/** Where it leads: the record itself, or for the digest the tasks it speaks of. */
export const notificationPlace = (notice: NotificationRecord): LinkProps => {
  if (notice.kind !== 'digest') return recordPlace(notice)
  const [first] = notice.data.tasks
  return first
    ? placeOf({ to: '/$year/tasks', params: { year: first.year }, search: { mine: 'true', sort: 'dueOn', openOnly: 'true' } })
    : placeOf({ to: '/' })
}
