import type { NotificationData, NotificationKind, NotificationRecord } from '@chung-tay/contracts/notifications'
import { formatDay } from '@chung-tay/domain/dates'
import { plural, t } from '@lingui/core/macro'
import type { LinkProps } from '@tanstack/react-router'
import { placeOf } from '../ui/place.ts'

type Words = { title: string; detail: string }

const due = ({ unitName, dueOn }: { unitName: string; dueOn: string }) => t`${unitName} · hạn ${formatDay(dueOn)}`

const digestTitle = ({ late, soon }: NotificationData['digest']): string => {
  const parts = [late > 0 && plural(late, { other: '# nhiệm vụ trễ hạn' }), soon > 0 && plural(soon, { other: '# nhiệm vụ đến hạn trong 3 ngày' })]
  return parts.filter((part) => part !== false).join(', ')
}

const words: { [Kind in NotificationKind]: (data: NotificationData[Kind]) => Words } = {
  taskAssigned: (data) => ({ title: t`Nhiệm vụ mới: ${data.title}`, detail: due(data) }),
  taskDelegated: (data) => ({ title: t`Bạn được phân công: ${data.title}`, detail: due(data) }),
  taskSubmitted: (data) => ({ title: data.late ? t`Báo cáo (trễ hạn): ${data.title}` : t`Báo cáo chờ nghiệm thu: ${data.title}`, detail: due(data) }),
  taskReturned: (data) => ({ title: t`Báo cáo bị trả lại: ${data.title}`, detail: t`Lý do: ${data.reason}` }),
  taskAccepted: (data) => ({ title: t`Kết quả được chấp nhận: ${data.title}`, detail: data.unitName }),
  taskCommented: (data) => ({ title: t`${data.authorName} trao đổi về: ${data.title}`, detail: data.excerpt }),
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

/** Where it leads: the task itself, or for the digest the tasks it speaks of. */
export const notificationPlace = (notice: NotificationRecord): LinkProps => {
  if (notice.kind !== 'digest') return placeOf({ to: '/$year/tasks/$taskId', params: { year: notice.data.year, taskId: notice.data.taskId } })
  const [first] = notice.data.tasks
  return first
    ? placeOf({ to: '/$year/tasks', params: { year: first.year }, search: { mine: 'true', sort: 'dueOn', openOnly: 'true' } })
    : placeOf({ to: '/' })
}
