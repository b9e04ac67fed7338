import type { TaskRecord } from '@chung-tay/contracts/tasks'
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

export const taskStatusOptions = () => Object.entries(taskStatusLabels()).map(([value, label]) => ({ value, label }))

/** Where a task stands, and by how many days it is or was late: late stays late once it is done. */
export const TaskBadges = ({ task }: { task: Pick<TaskRecord, 'status' | 'late' | 'daysLate'> }) => {
  const { t: say } = useLingui()
  return (
    <Group gap={4} component="span">
      <StatusBadge tone={tones[task.status]}>{taskStatusLabels()[task.status]}</StatusBadge>
      {task.late && <StatusBadge tone="bad">{say`Trễ ${task.daysLate} ngày`}</StatusBadge>}
    </Group>
  )
}
