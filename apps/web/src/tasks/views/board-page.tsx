import { taskViews } from '@chung-tay/contracts/task-views'
import { type TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import { type TaskAction, taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Menu, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { infiniteOf, queryOf } from '../../api/query.ts'
import { useCampaign, useCan } from '../../session/session.ts'
import { useAction } from '../../ui/action.ts'
import { placeOf } from '../../ui/place.ts'
import { PlaceAnchor } from '../../ui/place-anchor.tsx'
import { Answer } from '../../ui/record-query.tsx'
import { Count, Day, StatusBadge } from '../../ui/texts.tsx'
import { boardRoute } from '../routes.ts'
import { taskStatusLabels } from '../task-labels.tsx'
import classes from './board.module.css'
import { TaskViewPage } from './view-page.tsx'
import { useViewSearch } from './view-search.ts'
import { ViewFilters, type ViewSearch } from './view-tabs.tsx'

/** The steps that need nothing but a click; the others are taken on the task's own page. */
const Moves = ({ task }: { task: TaskRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const acknowledge = useAction(tasks.acknowledge, { done: t`Đã tiếp nhận nhiệm vụ` })
  const begin = useAction(tasks.begin, { done: t`Đã ghi nhận bắt đầu thực hiện` })
  const accept = useAction(tasks.accept, { done: t`Đã nghiệm thu` })
  const input = { params: { id: task.id }, version: task.version }
  const moves = (action: TaskAction) => mayAdvance(taskTransitions, task.status, action)
  const items = [
    { label: t`Tiếp nhận`, may: moves('acknowledge') && can('acknowledge Task', task), run: () => acknowledge.mutate(input) },
    { label: t`Bắt đầu thực hiện`, may: moves('begin') && can('report Task', task), run: () => begin.mutate(input) },
    { label: t`Nghiệm thu`, may: moves('accept') && can('accept Task', task), run: () => accept.mutate(input) },
  ].filter(({ may }) => may)
  if (items.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`Chuyển trạng thái: ${task.title}`} className="no-print">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ label, run }) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const Card = ({ task }: { task: TaskRecord }) => {
  const { t } = useLingui()
  return (
    <Paper withBorder p="xs" component="li" className={classes.card ?? ''}>
      <Group wrap="nowrap" align="flex-start" gap={4}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={500}>
            <PlaceAnchor link={placeOf({ to: '/$year/tasks/$taskId', params: { year: task.year, taskId: task.id } })}>{task.title}</PlaceAnchor>
          </Text>
          <Text size="xs" c="dimmed">
            {task.unitName}
          </Text>
          <Group gap={6} mt={4}>
            <Text size="xs">
              <Trans>Hạn</Trans> <Day value={task.dueOn} />
            </Text>
            {task.late && <StatusBadge tone="bad">{t`Trễ ${task.daysLate} ngày`}</StatusBadge>}
          </Group>
        </div>
        <Moves task={task} />
      </Group>
    </Paper>
  )
}

const Column = ({ status, total, search }: { status: TaskRecord['status']; total: number; search: ViewSearch }) => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const label = taskStatusLabels()[status]
  const input = { params: { campaignId: id }, query: { ...search, status, sort: 'dueOn' as const, limit: 20 } }
  const list = useInfiniteQuery({ ...infiniteOf(tasks.list, input), enabled: total > 0 })
  const pages = (list.data as InfiniteData<{ items: TaskRecord[] }> | undefined)?.pages ?? []
  return (
    <section className={classes.column} aria-label={label}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h6">
          {label}
        </Title>
        <Text size="sm" c="dimmed">
          <Count value={total} />
        </Text>
      </Group>
      {total > 0 && list.isPending && <Skeleton h={84} />}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {pages
          .flatMap((page) => page.items)
          .map((task) => (
            <Card key={task.id} task={task} />
          ))}
      </Stack>
      {total === 0 && (
        <Text size="sm" c="dimmed">
          {t`Không có`}
        </Text>
      )}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          fullWidth
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="no-print"
        >
          {t`Xem thêm`}
        </Button>
      )}
    </section>
  )
}

/** Columns by state; a card is moved by its menu, so that a keyboard and a thumb can, too. */
export const BoardPage = () => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const [search, change] = useViewSearch(boardRoute)
  const query = useQuery(queryOf(taskViews.board, { params: { campaignId: id }, query: search }))
  return (
    <TaskViewPage view="board" search={search}>
      <ViewFilters search={search} change={change} />
      <Answer query={query}>
        {({ columns }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
          <section className={classes.board} aria-label={t`Bảng trạng thái`} tabIndex={0}>
            {columns.map(({ status, total }) => (
              <Column key={status} status={status} total={total} search={search} />
            ))}
          </section>
        )}
      </Answer>
    </TaskViewPage>
  )
}
