import type { OutputOf } from '@chung-tay/contracts/contract'
import { taskViews } from '@chung-tay/contracts/task-views'
import { daysBetween, formatDay, type IsoDate } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { infiniteOf } from '../../api/query.ts'
import { useCampaign, useMe } from '../../session/session.ts'
import { PageSkeleton } from '../../ui/page-skeleton.tsx'
import { placeOf } from '../../ui/place.ts'
import { PlaceAnchor } from '../../ui/place-anchor.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { timelineRoute } from '../routes.ts'
import { taskStatusLabels } from '../task-labels.tsx'
import classes from './timeline.module.css'
import { TaskViewPage } from './view-page.tsx'
import { useViewSearch } from './view-search.ts'
import { ViewFilters } from './view-tabs.tsx'

type Unit = OutputOf<typeof taskViews.timeline>['items'][number]
type Task = Unit['tasks'][number]
type Scale = { from: IsoDate; days: number }

// Days compare as text.
const earlier = (...days: IsoDate[]): IsoDate => days.sort()[0] ?? ''
const later = (...days: IsoDate[]): IsoDate => days.sort().at(-1) ?? ''

const endOf = (task: Task, today: IsoDate): IsoDate => {
  const end = task.submittedOn ?? (task.status === 'accepted' ? task.dueOn : today)
  return later(end, task.dueOn)
}

/** From the first task given to the last day that matters. */
const scaleOf = (units: readonly Unit[], today: IsoDate): Scale => {
  const tasks = units.flatMap((unit) => unit.tasks)
  const from = tasks.reduce((first, { givenOn, dueOn }) => earlier(first, givenOn, dueOn), today)
  const to = tasks.reduce((last, task) => later(last, endOf(task, today)), today)
  return { from, days: Math.max(1, daysBetween(from, to) + 1) }
}

const share = ({ from, days }: Scale, day: IsoDate): number => (Math.min(Math.max(daysBetween(from, day), 0), days) * 100) / days

const Bar = ({ task, scale, today }: { task: Task; scale: Scale; today: IsoDate }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const done = task.submittedOn ?? today
  const start = earlier(task.givenOn, task.dueOn)
  const [left, due, late] = [share(scale, start), share(scale, task.dueOn), share(scale, task.late ? done : task.dueOn)]
  const one = 100 / scale.days
  const label = taskStatusLabels()[task.status]
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <PlaceAnchor link={placeOf({ to: '/$year/tasks/$taskId', params: { year, taskId: task.id } })}>{task.title}</PlaceAnchor>
        <Text component="span" size="xs" c="dimmed">
          {' '}
          {label}, <Trans>hạn</Trans> {formatDay(task.dueOn)}
          {task.submittedOn && `, ${t`báo cáo`} ${formatDay(task.submittedOn)}`}
        </Text>
      </div>
      <div className={classes.track} aria-hidden>
        <span className={classes.today} style={{ left: `${share(scale, today) + one / 2}%` }} />
        <span
          className={`${classes.bar} ${task.status === 'accepted' ? classes.done : classes.open}`}
          style={{ left: `${left}%`, width: `${due - left + one}%` }}
        />
        {late > due && <span className={classes.late} style={{ left: `${due + one}%`, width: `${late - due}%` }} />}
      </div>
    </li>
  )
}

const UnitBars = ({ unit, scale, today }: { unit: Unit; scale: Scale; today: IsoDate }) => (
  <section aria-label={unit.unitName}>
    <Title order={2} size="h5" mb={4}>
      {unit.unitName}
    </Title>
    <ul className={classes.rows}>
      {unit.tasks.map((task) => (
        <Bar key={task.id} task={task} scale={scale} today={today} />
      ))}
    </ul>
    {unit.left > 0 && (
      <Text size="xs" c="dimmed">
        <Trans>và {unit.left} nhiệm vụ khác</Trans>
      </Text>
    )}
  </section>
)

/** Each unit's tasks over the month: given, due, late. */
export const TimelinePage = () => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const { today } = useMe()
  const [search, change] = useViewSearch(timelineRoute)
  const list = useInfiniteQuery(infiniteOf(taskViews.timeline, { params: { campaignId: id }, query: { ...search, limit: 20 } }))
  const pages = (list.data as InfiniteData<{ items: Unit[] }> | undefined)?.pages ?? []
  const units = pages.flatMap(({ items }) => items)
  const scale = scaleOf(units, today)
  return (
    <TaskViewPage view="timeline" search={search}>
      <ViewFilters search={search} change={change} />
      {list.isPending && <PageSkeleton />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && units.length === 0 && (
        <EmptyState icon={IconTimeline} title={t`Chưa có nhiệm vụ nào`} hint={t`Dòng thời gian hiện khi đã giao nhiệm vụ cho các đơn vị.`} />
      )}
      {units.length > 0 && (
        <Stack gap="lg">
          <Group gap="md">
            <Text size="sm" c="dimmed">
              {formatDay(scale.from)} – {t`vạch dọc là hôm nay ${formatDay(today)}; phần đỏ là số ngày trễ`}
            </Text>
          </Group>
          {units.map((unit) => (
            <UnitBars key={unit.id} unit={unit} scale={scale} today={today} />
          ))}
          {list.hasNextPage && (
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} className="no-print">
              {t`Xem thêm`}
            </Button>
          )}
        </Stack>
      )}
    </TaskViewPage>
  )
}
