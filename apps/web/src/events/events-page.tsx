import { type EventRecord, events } from '@chung-tay/contracts/events'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react'
import { useCampaign, useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Count, Day, Highlight, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { NewEvent } from './event-form.tsx'
import { eventKindLabels, eventKindOptions, eventStatusLabels, eventStatusOptions, eventTones } from './event-labels.ts'
import { eventsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<EventRecord>[] => {
  const { t } = useLingui()
  const kinds = eventKindLabels()
  const statuses = eventStatusLabels()
  return [
    {
      key: 'name',
      header: t`Hoạt động, sự kiện`,
      sortKey: 'name',
      cell: (event) => <PersonName name={<Highlight text={event.name} search={q} />} note={kinds[event.kind]} />,
    },
    { key: 'heldOn', header: t`Ngày`, sortKey: 'heldOn', cell: (event) => <Day value={event.heldOn} /> },
    { key: 'unit', header: t`Đơn vị`, sortKey: 'unit', cell: (event) => event.unitName },
    { key: 'place', header: t`Địa điểm`, hideBelow: 'md', cell: (event) => <Highlight text={event.place} search={q} /> },
    {
      key: 'children',
      header: t`Trẻ em`,
      align: 'end',
      cell: (event) => (event.status === 'held' ? <Count value={event.childrenReached} /> : '–'),
    },
    {
      key: 'cost',
      header: t`Kinh phí`,
      align: 'end',
      hideBelow: 'md',
      cell: (event) => <Money value={event.status === 'held' ? event.cost : null} />,
    },
    {
      key: 'status',
      header: t`Trạng thái`,
      cell: (event) => <StatusBadge tone={eventTones[event.status]}>{statuses[event.status]}</StatusBadge>,
    },
  ]
}

/** Outings, festivities and what the units hold themselves. */
export const EventsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const units = useUnitOptions()
  const [search, change] = useListSearch(eventsRoute, events.list)
  const { q, unitId, kind, status, sort, open } = search
  const columns = useColumns(q)
  const mayCreate = can('create Event') && campaign.status !== 'closed'
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={t`Hoạt động, sự kiện`}
      description={t`Tham quan, vui chơi ngày 1/6 và phong trào do các đơn vị tổ chức.`}
      action={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm hoạt động`}
          </Button>
        )
      }
      contract={events.list}
      input={{ params: { campaignId: campaign.id }, query: { q, unitId, kind, status, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên, địa điểm`}
      filters={
        <>
          <FilterSelect
            label={t`Trạng thái`}
            value={status}
            options={eventStatusOptions()}
            onChange={(value) => change({ status: value as typeof status })}
          />
          <FilterSelect label={t`Loại`} value={kind} options={eventKindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
          <FilterSelect label={t`Đơn vị`} value={unitId} options={units} onChange={(value) => change({ unitId: value })} />
        </>
      }
      filtered={[unitId, kind, status].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="heldOn"
      onOpen={(event) => change({ open: event.id })}
      empty={{
        icon: IconCalendarEvent,
        title: t`Chưa có hoạt động nào`,
        hint: mayCreate
          ? t`Thêm hoạt động dự kiến; tổ chức xong thì ghi số người tham gia, kinh phí và ảnh.`
          : t`Khi các đơn vị lên kế hoạch hoạt động, chúng sẽ hiện ở đây.`,
      }}
    >
      {open === 'new' && mayCreate && <NewEvent onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <EventDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
