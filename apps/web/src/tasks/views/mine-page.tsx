import type { OutputOf } from '@chung-tay/contracts/contract'
import { taskViews } from '@chung-tay/contracts/task-views'
import type { TaskRecord } from '@chung-tay/contracts/tasks'
import type { Bucket } from '@chung-tay/domain/tasks/buckets'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/query.ts'
import { useCampaign } from '../../session/session.ts'
import { placeOf } from '../../ui/place.ts'
import { PlaceAnchor } from '../../ui/place-anchor.tsx'
import { Answer } from '../../ui/record-query.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Count, Day } from '../../ui/texts.tsx'
import { TaskBadges } from '../task-labels.tsx'
import { TaskViewPage } from './view-page.tsx'

const bucketLabels = (): Record<Bucket, string> => ({
  late: t`Trễ hạn`,
  today: t`Hôm nay`,
  week: t`Trong 7 ngày tới`,
  later: t`Sau đó`,
  waiting: t`Chờ nghiệm thu`,
})

const Line = ({ task }: { task: TaskRecord }) => {
  const { t: say } = useLingui()
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <PlaceAnchor link={placeOf({ to: '/$year/tasks/$taskId', params: { year: task.year, taskId: task.id } })}>{task.title}</PlaceAnchor>
          <Text size="sm" c="dimmed">
            {task.unitName} · {task.assigneeName ?? say`chưa phân công`} · <Day value={task.dueOn} />
          </Text>
        </div>
        <TaskBadges task={task} />
      </Group>
    </Paper>
  )
}

type Group_ = OutputOf<typeof taskViews.mine>['groups'][number]

const Part = ({ group }: { group: Group_ }) => {
  const label = bucketLabels()[group.bucket]
  return (
    <section aria-label={label}>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          {label}
        </Title>
        <Text c="dimmed">
          <Count value={group.total} />
        </Text>
      </Group>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {group.items.map((task) => (
          <Line key={task.id} task={task} />
        ))}
      </Stack>
    </section>
  )
}

/** What is mine to do, the most pressing first. */
export const MyWorkPage = () => {
  const { t: say } = useLingui()
  const { id } = useCampaign()
  const query = useQuery(queryOf(taskViews.mine, { params: { campaignId: id } }))
  return (
    <TaskViewPage view="mine" search={{}}>
      <Answer query={query}>
        {({ groups }) =>
          groups.every(({ total }) => total === 0) ? (
            <EmptyState
              icon={IconListCheck}
              title={say`Không có việc nào chờ bạn`}
              hint={say`Việc giao cho bạn hoặc đơn vị bạn phụ trách hiện ở đây.`}
            />
          ) : (
            <Stack gap="lg">
              {groups
                .filter(({ total }) => total > 0)
                .map((group) => (
                  <Part key={group.bucket} group={group} />
                ))}
            </Stack>
          )
        }
      </Answer>
    </TaskViewPage>
  )
}
