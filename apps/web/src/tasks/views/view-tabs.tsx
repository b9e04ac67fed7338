import { useLingui } from '@lingui/react/macro'
import { Group, Tabs } from '@mantine/core'
import { IconCalendar, IconColumns3, IconGrid4x4, IconListCheck, IconTable, IconTimeline } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCampaign } from '../../session/session.ts'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { placeOf } from '../../ui/place.ts'
import { activityOptions, useActivities, useUnitOptions } from '../queries.ts'

export const taskViewNames = ['table', 'mine', 'board', 'calendar', 'timeline', 'matrix'] as const
export type TaskView = (typeof taskViewNames)[number]

const keyOf = (view: TaskView) => `tasks-view:${view}`
const remembered = (view: TaskView): Record<string, string> => {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(view)) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

const pathOf = (view: TaskView) => (view === 'table' ? '/$year/tasks' : `/$year/tasks/${view}`)

/** The ways to look at the same tasks. Each remembers its own conditions; the address always wins. */
export const TaskViewTabs = ({ view, search }: { view: TaskView; search: Record<string, string | undefined> }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const navigate = useNavigate()
  const kept = JSON.stringify(search)
  useEffect(() => {
    window.localStorage.setItem(keyOf(view), kept)
  }, [view, kept])
  const tabs = [
    { value: 'table', label: t`Bảng`, icon: IconTable },
    { value: 'mine', label: t`Việc của tôi`, icon: IconListCheck },
    { value: 'board', label: t`Trạng thái`, icon: IconColumns3 },
    { value: 'calendar', label: t`Lịch`, icon: IconCalendar },
    { value: 'timeline', label: t`Dòng thời gian`, icon: IconTimeline },
    { value: 'matrix', label: t`Ma trận`, icon: IconGrid4x4 },
  ] as const
  return (
    <Tabs
      value={view}
      mb="md"
      className="no-print"
      variant="pills"
      onChange={(next) => {
        const chosen = taskViewNames.find((one) => one === next)
        if (chosen) void navigate(placeOf({ to: pathOf(chosen), params: { year }, search: remembered(chosen) }))
      }}
    >
      <Tabs.List style={{ flexWrap: 'wrap' }} aria-label={t`Cách xem nhiệm vụ`}>
        {tabs.map(({ value, label, icon: Icon }) => (
          <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} aria-hidden />}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

export type ViewSearch = { unitId?: string | undefined; activityId?: string | undefined }

/** The conditions that all pictures share. */
export const ViewFilters = ({
  search,
  change,
  units: withUnits = true,
}: {
  search: ViewSearch
  change: (part: ViewSearch) => void
  units?: boolean
}) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const activities = useActivities()
  return (
    <Group gap="xs" mb="md" className="no-print">
      {withUnits && <FilterSelect label={t`Đơn vị`} value={search.unitId} options={units} onChange={(unitId) => change({ unitId })} />}
      <FilterSelect
        label={t`Nội dung kế hoạch`}
        value={search.activityId}
        options={activityOptions(activities)}
        onChange={(activityId) => change({ activityId })}
      />
    </Group>
  )
}
