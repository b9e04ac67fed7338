import type { OutputOf } from '@chung-tay/contracts/contract'
import { type TaskBrief, taskViews } from '@chung-tay/contracts/task-views'
import { addDays, formatDay, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../api/query.ts'
import { useCampaign, useMe } from '../../session/session.ts'
import { placeOf } from '../../ui/place.ts'
import { PlaceAnchor } from '../../ui/place-anchor.tsx'
import { Answer } from '../../ui/record-query.tsx'
import { StatusBadge } from '../../ui/texts.tsx'
import { calendarRoute } from '../routes.ts'
import classes from './calendar.module.css'
import { TaskViewPage } from './view-page.tsx'
import { useViewSearch } from './view-search.ts'
import { ViewFilters } from './view-tabs.tsx'

type Calendar = OutputOf<typeof taskViews.calendar>

const monthAfter = (month: string, by: number): string => {
  const [year = 2021, number = 1] = month.split('-').map(Number)
  const date = new Date(Date.UTC(year, number - 1 + by, 1))
  return date.toISOString().slice(0, 7)
}

/** The weeks of a month from Monday to Sunday, with the days of its neighbours. */
const weeksOf = (month: string): IsoDate[][] => {
  const first = `${month}-01`
  const monday = addDays(first, -((toDbDate(first).getUTCDay() + 6) % 7))
  const weeks: IsoDate[][] = []
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(start, at)))
  }
  return weeks
}

const Entry = ({ task }: { task: TaskBrief }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const state = task.status === 'accepted' ? classes.done : task.late ? classes.late : classes.open
  return (
    <li className={`${classes.entry} ${state}`}>
      <PlaceAnchor link={placeOf({ to: '/$year/tasks/$taskId', params: { year, taskId: task.id } })}>{task.title}</PlaceAnchor>
      <Text component="span" size="xs" c="dimmed">
        {' '}
        {task.unitName}
        {task.late && ` · ${t`trễ`}`}
      </Text>
    </li>
  )
}

const EventEntry = ({ event }: { event: Calendar['events'][number] }) => {
  const { year } = useCampaign()
  return (
    <li className={`${classes.entry} ${classes.event}`}>
      <PlaceAnchor link={placeOf({ to: '/$year/events', params: { year }, search: { open: event.id } })}>{event.name}</PlaceAnchor>
    </li>
  )
}

const Entries = ({ day, calendar }: { day: IsoDate; calendar: Calendar }) => (
  <ul className={classes.entries}>
    {calendar.events
      .filter(({ heldOn }) => heldOn === day)
      .map((event) => (
        <EventEntry key={event.id} event={event} />
      ))}
    {calendar.tasks
      .filter(({ dueOn }) => dueOn === day)
      .map((task) => (
        <Entry key={task.id} task={task} />
      ))}
  </ul>
)

const Month = ({ month, calendar }: { month: string; calendar: Calendar }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const heads = [
    t({ message: 'Hai', context: 'weekday' }),
    t({ message: 'Ba', context: 'weekday' }),
    t({ message: 'Tư', context: 'weekday' }),
    t({ message: 'Năm', context: 'weekday' }),
    t({ message: 'Sáu', context: 'weekday' }),
    t({ message: 'Bảy', context: 'weekday' }),
    t({ message: 'CN', context: 'weekday' }),
  ]
  return (
    <table className={classes.month} aria-label={t`Lịch nhiệm vụ`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={day.startsWith(month) ? '' : classes.outside} {...(day === today && { 'aria-current': 'date' as const })}>
                <time dateTime={day} className={day === today ? classes.today : undefined}>
                  {Number(day.slice(8))}
                </time>
                <Entries day={day} calendar={calendar} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same days one under the other: for phones. */
const Agenda = ({ month, calendar }: { month: string; calendar: Calendar }) => {
  const { t } = useLingui()
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month))
    .filter((day) => calendar.tasks.some(({ dueOn }) => dueOn === day) || calendar.events.some(({ heldOn }) => heldOn === day))
  if (days.length === 0) return <Text c="dimmed">{t`Tháng này không có thời hạn hay sự kiện nào.`}</Text>
  return (
    <Stack gap="sm">
      {days.map((day) => (
        <section key={day} aria-label={formatDay(day)}>
          <Text fw={600} size="sm">
            {formatDay(day)}
          </Text>
          <Entries day={day} calendar={calendar} />
        </section>
      ))}
    </Stack>
  )
}

/** Deadlines and events of a month. */
export const CalendarPage = () => {
  const { t } = useLingui()
  const { id, startsOn } = useCampaign()
  const { today } = useMe()
  const [search, change] = useViewSearch(calendarRoute)
  const { month: asked, ...filter } = search
  const month = asked ?? (today.slice(0, 4) === startsOn.slice(0, 4) ? today.slice(0, 7) : startsOn.slice(0, 7))
  const days = weeksOf(month).flat()
  const range = { from: days[0] ?? `${month}-01`, to: days.at(-1) ?? `${month}-28` }
  const query = useQuery(queryOf(taskViews.calendar, { params: { campaignId: id }, query: { ...filter, ...range } }))
  return (
    <TaskViewPage view="calendar" search={search}>
      <ViewFilters search={filter} change={change} />
      <Group gap="xs" mb="sm">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t`Tháng trước`}
          onClick={() => change({ month: monthAfter(month, -1) })}
          className="no-print"
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Title order={2} size="h4" aria-live="polite">
          <Trans>
            Tháng {Number(month.slice(5))} năm {month.slice(0, 4)}
          </Trans>
        </Title>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t`Tháng sau`}
          onClick={() => change({ month: monthAfter(month, 1) })}
          className="no-print"
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Answer query={query}>
        {(calendar) => (
          <>
            <div className={classes.wide}>
              <Month month={month} calendar={calendar} />
            </div>
            <div className={classes.narrow}>
              <Agenda month={month} calendar={calendar} />
            </div>
            {calendar.left > 0 && <StatusBadge tone="warn">{t`Còn ${calendar.left} nhiệm vụ; hãy lọc bớt`}</StatusBadge>}
          </>
        )}
      </Answer>
    </TaskViewPage>
  )
}
