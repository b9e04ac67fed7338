import type { OutputOf } from '@chung-tay/contracts/contract'
import { type TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Button, SimpleGrid } from '@mantine/core'
import { IconChecklist, IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { placeOf } from '../ui/place.ts'
import { FigureCard } from '../ui/states.tsx'
import { Count, Day, Highlight, PersonName } from '../ui/texts.tsx'
import { AssignForm } from './assign-form.tsx'
import { ChaseMany } from './chase-many.tsx'
import { activityOptions, useActivities, useUnitOptions } from './queries.ts'
import { tasksRoute } from './routes.ts'
import { TaskBadges, taskNeedLabels, taskStatusOptions } from './task-labels.tsx'
import { UnitTable } from './unit-table.tsx'
import { TaskViewTabs } from './views/view-tabs.tsx'

type Summary = OutputOf<typeof tasks.summary>

const Figures = ({ total }: { total: Summary['total'] }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const to = (search: Record<string, string>) => placeOf({ to: '/$year/tasks', params: { year }, search })
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mb="md">
      <FigureCard label={t`Được giao`} value={<Count value={total.total} />} link={to({})} />
      <FigureCard
        label={t`Hoàn thành`}
        value={<Count value={total.accepted} />}
        note={t`${total.onTime} đúng hạn`}
        link={to({ status: 'accepted' })}
      />
      <FigureCard label={t`Chưa xong`} value={<Count value={total.open} />} link={to({ openOnly: 'true' })} />
      <FigureCard
        label={t`Trễ hạn`}
        value={<Count value={total.late} />}
        note={t`${total.late - total.accepted + total.onTime} chưa xong`}
        tone={total.late > 0 ? 'bad' : 'plain'}
        link={to({ late: 'true' })}
      />
    </SimpleGrid>
  )
}

type Search = ReturnType<typeof tasksRoute.useSearch>
type FilterProps = { search: Search; change: (part: Partial<Search>) => void; wide: boolean }

const Filters = ({ search, change, wide }: FilterProps) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const activities = useActivities()
  const yesNo = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  return (
    <>
      <FilterSelect
        label={t`Trạng thái`}
        value={search.status}
        options={taskStatusOptions()}
        onChange={(value) => change({ status: value as Search['status'], openOnly: undefined })}
      />
      <FilterSelect
        label={t`Thời hạn`}
        value={search.late}
        options={yesNo(t`Trễ hạn`, t`Đúng hạn`)}
        onChange={(value) => change({ late: value as Search['late'] })}
      />
      {wide && <FilterSelect label={t`Đơn vị`} value={search.unitId} options={units} onChange={(unitId) => change({ unitId })} />}
      <FilterSelect
        label={t`Nội dung kế hoạch`}
        value={search.activityId}
        options={activityOptions(activities)}
        onChange={(activityId) => change({ activityId })}
      />
      <FilterSelect
        label={t`Cần xử lý`}
        value={search.need}
        options={Object.entries(taskNeedLabels()).map(([value, label]) => ({ value, label }))}
        onChange={(value) => change({ need: value as Search['need'] })}
      />
      {wide && (
        <FilterSelect
          label={t`Phạm vi`}
          value={search.mine}
          options={[{ value: 'true', label: t`Việc của tôi` }]}
          onChange={(value) => change({ mine: value as Search['mine'] })}
        />
      )}
    </>
  )
}

const useColumns = (q: string | undefined): Column<TaskRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'title',
      header: t`Nhiệm vụ`,
      sortKey: 'title',
      cell: (task) => <PersonName name={<Highlight text={task.title} search={q} />} note={task.activityClause} />,
    },
    { key: 'unit', header: t`Đơn vị`, sortKey: 'unit', cell: (task) => task.unitName },
    { key: 'assignee', header: t`Người thực hiện`, hideBelow: 'md', cell: (task) => task.assigneeName ?? '–' },
    { key: 'dueOn', header: t`Hạn`, sortKey: 'dueOn', cell: (task) => <Day value={task.dueOn} /> },
    { key: 'status', header: t`Trạng thái`, cell: (task) => <TaskBadges task={task} /> },
  ]
}

/** What the plan gives to whom, and how far it is. */
export const TasksPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const navigate = useNavigate()
  const [search, change] = useListSearch(tasksRoute, tasks.list)
  const { q, status, late, unitId, activityId, mine, need, openOnly, sort } = search
  // A record without anything passes only a rule without conditions: those see every unit's tasks.
  const wide = can('read Task', {})
  const mayAssign = can('create Task') && (campaign.status === 'approved' || campaign.status === 'running')
  const mayChase = can('chase Task') && campaign.status !== 'closed'
  const params = { campaignId: campaign.id }
  const summary = useQuery(queryOf(tasks.summary, { params }))
  const columns = useColumns(q)
  const { open: _, ...kept } = search
  const filtered = [status, late, unitId, activityId, mine, need, openOnly].some((one) => one !== undefined)
  return (
    <ListPage
      title={t({ message: 'Nhiệm vụ', context: 'menu' })}
      description={t`Việc trong kế hoạch giao cho từng đơn vị. Việc trễ hạn vẫn được ghi là trễ sau khi hoàn thành.`}
      action={
        <>
          {mayChase && (
            <Button variant="default" leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => change({ open: 'chase' })}>
              {t`Đôn đốc`}
            </Button>
          )}
          {mayAssign && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
              {t`Giao nhiệm vụ`}
            </Button>
          )}
        </>
      }
      above={
        <>
          <TaskViewTabs view="table" search={kept} />
          {summary.data && summary.data.total.total > 0 && (
            <>
              <Figures total={summary.data.total} />
              {wide && <UnitTable />}
            </>
          )}
        </>
      }
      contract={tasks.list}
      input={{ params, query: { q, status, late, unitId, activityId, mine, need, open: openOnly, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm nhiệm vụ, không cần gõ dấu`}
      filters={<Filters search={search} change={change} wide={wide} />}
      filtered={filtered}
      columns={columns}
      defaultSort="dueOn"
      onOpen={(task) => void navigate({ to: '/$year/tasks/$taskId', params: { year: campaign.year, taskId: task.id } })}
      empty={{
        icon: IconChecklist,
        title: t`Chưa có nhiệm vụ nào`,
        hint: mayAssign
          ? t`Chọn một nội dung của kế hoạch rồi giao cho các đơn vị kèm thời hạn.`
          : can('create Task')
            ? t`Nhiệm vụ được giao sau khi Lãnh đạo duyệt kế hoạch.`
            : t`Khi Văn phòng giao việc cho đơn vị của bạn, việc sẽ hiện ở đây.`,
      }}
    >
      {search.open === 'chase' && mayChase && <ChaseMany filter={{ q, unitId, activityId }} onClose={() => change({ open: undefined })} />}
      {search.open === 'new' && mayAssign && <AssignForm activityId={activityId} onClose={() => change({ open: undefined })} />}
    </ListPage>
  )
}
