import type { TaskNeed, TaskRecord } from '@chung-tay/contracts/tasks'
import type { EvidenceKind } from '@chung-tay/domain/tasks/evidence'
import { type TaskFigure, taskFigures } from '@chung-tay/domain/tasks/submission'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Group } from '@mantine/core'
import { StatusBadge, type Tone } from '../ui/texts.tsx'

type TaskStatus = TaskRecord['status']

export const taskStatusLabels = (): Record<TaskStatus, string> => ({
  assigned: t`Chờ tiếp nhận`,
  acknowledged: t`Đã tiếp nhận`,
  inProgress: t`Đang thực hiện`,
  submitted: t`Chờ nghiệm thu`,
  returned: t({ message: 'Trả lại', context: 'status' }),
  accepted: t`Hoàn thành`,
})

const tones: Record<TaskStatus, Tone> = {
  assigned: 'neutral',
  acknowledged: 'active',
  inProgress: 'active',
  submitted: 'warn',
  returned: 'bad',
  accepted: 'good',
}

export const figureLabels = (): Record<TaskFigure, string> => ({
  reach: t`Số người tiếp cận`,
  sessions: t`Số buổi`,
  participants: t`Số người tham gia`,
  children: t`Số trẻ em`,
  cost: t`Kinh phí`,
})

export const figureOptions = () => taskFigures.map((value) => ({ value, label: figureLabels()[value] }))

export const evidenceKindLabels = (): Record<EvidenceKind, string> => ({ photo: t`Ảnh`, list: t`Danh sách`, document: t`Văn bản` })

export const taskNeedLabels = (): Record<TaskNeed, string> => ({
  answer: t`Đôn đốc chờ trả lời`,
  decision: t`Gia hạn chờ quyết định`,
  leadership: t`Đã báo Lãnh đạo`,
  myStep: t`Có phần việc của tôi`,
})

export const taskStatusOptions = () => Object.entries(taskStatusLabels()).map(([value, label]) => ({ value, label }))

type Badged = Pick<TaskRecord, 'status' | 'late' | 'daysLate'> & Partial<Pick<TaskRecord, 'chaseCount'>>

/** Where a task stands, by how many days it is or was late (late stays late once it is done), and how often it was chased. */
export const TaskBadges = ({ task }: { task: Badged }) => {
  const { chaseCount = 0 } = task
  const { t: say } = useLingui()
  return (
    <Group gap={4} component="span">
      <StatusBadge tone={tones[task.status]}>{taskStatusLabels()[task.status]}</StatusBadge>
      {task.late && <StatusBadge tone="bad">{say`Trễ ${task.daysLate} ngày`}</StatusBadge>}
      {chaseCount > 0 && <StatusBadge tone="warn">{say`Đôn đốc ${chaseCount} lần`}</StatusBadge>}
    </Group>
  )
}
