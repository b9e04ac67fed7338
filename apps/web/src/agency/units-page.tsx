import { units } from '@chung-tay/contracts/agency'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ItemOf, queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { unitKindLabels, unitKindOptions } from './agency-labels.ts'
import { unitsRoute } from './routes.ts'
import { EditUnit, NewUnit } from './unit-form.tsx'

type Unit = ItemOf<typeof units.list>

const OpenUnit = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(units.get, { params: { id } }))
  if (query.data) return <EditUnit unit={query.data} onClose={onClose} />
  return (
    <RecordDrawer title={t`Đơn vị`} onClose={onClose}>
      <Answer query={query}>{() => null}</Answer>
    </RecordDrawer>
  )
}

const useColumns = (q: string | undefined): Column<Unit>[] => {
  const { t } = useLingui()
  const mayReadPeople = useCan()('read Employee')
  const kinds = unitKindLabels()
  const people = (unit: Unit) => <Count value={unit.employeeCount} />
  return [
    {
      key: 'name',
      header: t`Đơn vị`,
      sortKey: 'name',
      cell: (unit) => <PersonName name={<Highlight text={unit.name} search={q} />} note={unit.shortName === unit.name ? null : unit.shortName} />,
    },
    { key: 'kind', header: t`Loại`, hideBelow: 'md', cell: (unit) => kinds[unit.kind] },
    {
      key: 'head',
      header: t`Trưởng đơn vị`,
      cell: (unit) => unit.headName ?? (unit.active ? <StatusBadge tone="warn">{t`Chưa có`}</StatusBadge> : '–'),
    },
    {
      key: 'people',
      header: t`Số người`,
      align: 'end',
      cell: (unit) =>
        mayReadPeople ? (
          <PlaceAnchor link={placeOf({ to: '/agency/employees', search: { unitId: unit.id, active: 'true' } })}>{people(unit)}</PlaceAnchor>
        ) : (
          people(unit)
        ),
    },
    {
      key: 'active',
      header: t`Tình trạng`,
      cell: (unit) => <StatusBadge tone={unit.active ? 'good' : 'neutral'}>{unit.active ? t`Đang hoạt động` : t`Đã ngừng`}</StatusBadge>,
    },
  ]
}

/** The department's units with their heads. */
export const UnitsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(unitsRoute, units.list)
  const all = useQuery(queryOf(units.list, { query: { limit: 200 } }))
  const { q, kind, active, sort, open } = search
  const close = () => change({ open: undefined })
  const columns = useColumns(q)
  const nextOrder = Math.max(0, ...(all.data?.items ?? []).map((unit) => unit.sortOrder)) + 1
  return (
    <ListPage
      title={t({ message: 'Đơn vị', context: 'menu' })}
      description={t`Các phòng, đơn vị thuộc cơ quan, theo thứ tự trong văn bản. Nhiệm vụ được giao cho đơn vị, trưởng đơn vị triển khai.`}
      action={
        can('create Unit') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm đơn vị`}
          </Button>
        )
      }
      contract={units.list}
      input={{ query: { q, kind, active, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm đơn vị, không cần gõ dấu`}
      filters={
        <>
          <FilterSelect label={t`Loại`} value={kind} options={unitKindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
          <FilterSelect
            label={t`Tình trạng`}
            value={active}
            options={[
              { value: 'true', label: t`Đang hoạt động` },
              { value: 'false', label: t`Đã ngừng` },
            ]}
            onChange={(value) => change({ active: value as typeof active })}
          />
        </>
      }
      filtered={kind !== undefined || active !== undefined}
      columns={columns}
      defaultSort="order"
      onOpen={(unit) => change({ open: unit.id })}
      empty={{ icon: IconBuilding, title: t`Chưa có đơn vị nào`, hint: t`Thêm các phòng, đơn vị trước, rồi nhập danh sách cán bộ, nhân viên.` }}
    >
      {open === 'new' && all.data && <NewUnit sortOrder={nextOrder} onClose={close} />}
      {open && open !== 'new' && <OpenUnit key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
