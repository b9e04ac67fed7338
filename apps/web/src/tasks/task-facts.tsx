import type { TaskDetail } from '@chung-tay/contracts/tasks'
import { taskFigures } from '@chung-tay/domain/tasks/submission'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Group, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCampaign } from '../session/session.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Count, DateTime, Day, Money } from '../ui/texts.tsx'
import { figureLabels } from './task-labels.tsx'

/** A part of the task's page; `note` stands beside its heading. */
export const Section = ({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) => (
  <Card withBorder component="section" aria-label={title}>
    <Group justify="space-between" mb="xs" gap="xs">
      <Title order={2} fz="md">
        {title}
      </Title>
      {note}
    </Group>
    {children}
  </Card>
)

/** For what is only read; the words beside it say the same. */
export const DoneMark = ({ done }: { done: boolean }) => {
  const { t } = useLingui()
  const Icon = done ? IconCheck : IconCircleDashed
  return (
    <ThemeIcon
      size="sm"
      radius="xl"
      variant={done ? 'filled' : 'default'}
      color="leaf.8"
      mt={1}
      role="img"
      aria-label={done ? t`Xong` : t`Chưa xong`}
    >
      <Icon size={14} aria-hidden />
    </ThemeIcon>
  )
}

const moment = (label: string, value: Date | null): Fact[] => (value === null ? [] : [{ label, value: <DateTime value={value} /> }])

/** The deadline that counts, and the one that was given first. */
const Deadline = ({ task }: { task: TaskDetail }) => (
  <>
    <Text component="span" inherit fw={600} c={task.late ? 'var(--mantine-color-error)' : 'inherit'}>
      <Day value={task.dueOn} />
    </Text>
    {task.firstDueOn && (
      <Text component="span" display="block" size="xs" c="dimmed">
        <Trans>
          Gia hạn từ <Day value={task.firstDueOn} />
        </Trans>
        {(task.daysAfterFirst ?? 0) > 0 && (
          <>
            {' · '}
            <Trans>sau hạn ban đầu {task.daysAfterFirst} ngày</Trans>
          </>
        )}
      </Text>
    )}
  </>
)

export const TaskFacts = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const activity = (
    <PlaceAnchor link={placeOf({ to: '/$year/tasks', params: { year }, search: { activityId: task.activityId } })}>
      {task.activityClause} {task.activityTitle}
    </PlaceAnchor>
  )
  return (
    <Facts
      facts={[
        { label: t`Hạn hoàn thành`, value: <Deadline task={task} /> },
        { label: t`Đơn vị thực hiện`, value: task.unitName },
        { label: t`Người thực hiện`, value: task.assigneeName ?? t`Trưởng đơn vị chưa phân công` },
        { label: t`Nội dung trong kế hoạch`, value: activity, wide: true },
        ...(task.instructions ? [{ label: t`Hướng dẫn thực hiện`, value: task.instructions, wide: true }] : []),
        ...moment(t`Tiếp nhận lúc`, task.acknowledgedAt),
        ...moment(t`Báo cáo lúc`, task.submittedAt),
        ...moment(t`Nghiệm thu lúc`, task.acceptedAt),
      ]}
    />
  )
}

/** What was reported: the words and every figure that was asked or given. */
export const TaskResult = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const labels = figureLabels()
  const figures = taskFigures.filter((figure) => task.figuresAsked.includes(figure) || task[figure] !== null)
  const value = (figure: (typeof taskFigures)[number]) => {
    const number = task[figure]
    if (number === null) return '–'
    return figure === 'cost' ? <Money value={number} /> : <Count value={number} />
  }
  return (
    <Facts
      facts={[
        { label: t`Kết quả`, value: task.result, wide: true },
        ...figures.map((figure) => ({ label: labels[figure], value: value(figure) })),
        { label: t`Ngày báo cáo`, value: <Day value={task.submittedOn} /> },
      ]}
    />
  )
}
