import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { countingDay } from '@chung-tay/domain/children/age'
import { ageOn } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconCopy, IconFileImport, IconMoodKid, IconPlus, IconQrcode } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { placeOf } from '../ui/place.ts'
import { Day, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { ChildDrawer } from './child-drawer.tsx'
import { NewChild } from './child-form.tsx'
import { guardiansText, schoolLevelLabels, schoolLevelOptions, schoolText, sexLabels, sexOptions } from './child-labels.ts'
import { useChildScope } from './queries.ts'
import { childrenRoute } from './routes.ts'

type Search = ReturnType<typeof childrenRoute.useSearch>
type FilterProps = { search: Search; change: (part: Partial<Search>) => void }

const Filters = ({ search, change }: FilterProps) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const { employeeId } = useMe()
  const yesNo = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  return (
    <>
      <FilterSelect label={t`Đơn vị`} value={search.unitId} options={units} onChange={(unitId) => change({ unitId })} />
      <FilterSelect
        label={t`Độ tuổi`}
        value={search.under16}
        options={[{ value: 'true', label: t`Dưới 16 tuổi vào 1/6` }]}
        onChange={(value) => change({ under16: value as Search['under16'] })}
      />
      <FilterSelect label={t`Giới tính`} value={search.sex} options={sexOptions()} onChange={(value) => change({ sex: value as Search['sex'] })} />
      <FilterSelect
        label={t`Cấp học`}
        value={search.schoolLevel}
        options={schoolLevelOptions()}
        onChange={(value) => change({ schoolLevel: value as Search['schoolLevel'] })}
      />
      <FilterSelect
        label={t`Theo dõi`}
        value={search.active}
        options={yesNo(t`Đang theo dõi`, t`Ngừng theo dõi`)}
        onChange={(value) => change({ active: value as Search['active'] })}
      />
      {employeeId !== null && (
        <FilterSelect
          label={t`Phạm vi`}
          value={search.mine}
          options={[{ value: 'true', label: t`Con của tôi` }]}
          onChange={(value) => change({ mine: value as Search['mine'] })}
        />
      )}
    </>
  )
}

const useColumns = (q: string | undefined, year: number): Column<ChildRecord>[] => {
  const { t } = useLingui()
  const levels = schoolLevelLabels()
  const age = ({ birthDate }: ChildRecord) => (birthDate === null ? '–' : Math.max(0, ageOn(birthDate, countingDay(year))))
  return [
    {
      key: 'name',
      header: t`Họ và tên`,
      sortKey: 'name',
      cell: (child) => (
        <PersonName
          name={<Highlight text={child.name} search={q} />}
          note={child.active ? guardiansText(child.guardians) : <StatusBadge tone="neutral">{t`Ngừng theo dõi`}</StatusBadge>}
        />
      ),
    },
    {
      key: 'birthDate',
      header: t`Ngày sinh`,
      sortKey: 'birthDate',
      cell: ({ birthDate, birthYear }) => (birthDate === null ? birthYear : <Day value={birthDate} />),
    },
    { key: 'age', header: t`Tuổi vào 1/6`, align: 'end', cell: age },
    { key: 'sex', header: t`Giới tính`, hideBelow: 'md', cell: ({ sex }) => (sex === null ? '–' : sexLabels()[sex]) },
    {
      key: 'school',
      header: t`Trường, lớp`,
      hideBelow: 'md',
      cell: ({ schoolLevel, ...child }) =>
        schoolText(child) === '' ? (
          ((schoolLevel && levels[schoolLevel]) ?? '–')
        ) : (
          <>
            {schoolText(child)}
            {schoolLevel && (
              <Text component="span" display="block" size="xs" c="dimmed">
                {levels[schoolLevel]}
              </Text>
            )}
          </>
        ),
    },
    { key: 'unit', header: t`Đơn vị`, cell: ({ unitName }) => unitName ?? '–' },
  ]
}

/** What a unit head needs to know of the unit's children: of their birth the year alone. */
const useCountedColumns = (all: readonly Column<ChildRecord>[]): Column<ChildRecord>[] => {
  const { t } = useLingui()
  return all.flatMap((column) => {
    if (column.key === 'birthDate') return [{ ...column, header: t`Năm sinh`, cell: ({ birthYear }) => birthYear }]
    return ['name', 'unit'].includes(column.key) ? [column] : []
  })
}

const Actions = ({ onAdd }: { onAdd: () => void }) => {
  const { year } = useCampaign()
  const can = useCan()
  const { keepsAll, creates } = useChildScope()
  const { employeeId } = useMe()
  const link = (to: string) => placeOf({ to, params: { year } })
  return (
    <>
      {employeeId !== null && !keepsAll && (
        <Button
          variant="default"
          leftSection={<IconQrcode size={16} aria-hidden />}
          renderRoot={(root) => <Link {...root} {...link('/$year/gift-codes')} />}
        >
          <Trans>Mã nhận quà</Trans>
        </Button>
      )}
      {can('read GiftListLine') && !can('read GiftList') && (
        <Button variant="default" renderRoot={(root) => <Link {...root} {...link('/$year/gift-lines')} />}>
          <Trans>Trẻ của đơn vị được nhận quà</Trans>
        </Button>
      )}
      {keepsAll && (
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          renderRoot={(root) => <Link {...root} {...link('/$year/children/duplicates')} />}
        >
          <Trans>Tìm trùng</Trans>
        </Button>
      )}
      {can('import Child') && (
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          renderRoot={(root) => <Link {...root} {...link('/$year/children/import')} />}
        >
          <Trans>Nhập từ bảng tính</Trans>
        </Button>
      )}
      {creates && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          {keepsAll ? <Trans>Thêm cháu</Trans> : <Trans>Thêm con của tôi</Trans>}
        </Button>
      )}
    </>
  )
}

/** The children of the department's employees; for a parent the own ones. */
export const ChildrenPage = () => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const can = useCan()
  const [search, change] = useListSearch(childrenRoute, children.list)
  const { q, unitId, sex, schoolLevel, active, mine, sort } = search
  const { readsAll, creates } = useChildScope()
  const heads = can('read GiftListLine')
  const columns = useColumns(q, year)
  const counted = useCountedColumns(columns)
  const close = () => change({ open: undefined })
  const under16In = search.under16 === 'true' ? year : undefined
  return (
    <ListPage
      title={readsAll ? t`Trẻ em` : heads ? t`Con em trong đơn vị` : t`Con của tôi`}
      description={
        readsAll
          ? t`Con em cán bộ, công chức, viên chức, người lao động. Mỗi cháu một hồ sơ, kể cả khi cả bố và mẹ đều làm việc tại cơ quan.`
          : t`Thông tin này dùng để lập danh sách quà 1/6, khen thưởng và hoạt động hè.`
      }
      action={<Actions onAdd={() => change({ open: 'new' })} />}
      contract={children.list}
      input={{ query: { q, unitId, sex, schoolLevel, active, mine, under16In, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm tên cháu, bố mẹ; không cần gõ dấu`}
      filters={readsAll && <Filters search={search} change={change} />}
      filtered={[unitId, sex, schoolLevel, active, mine, under16In].some((one) => one !== undefined)}
      columns={heads && !readsAll ? counted : columns}
      defaultSort="name"
      onOpen={({ id }) => change({ open: id })}
      empty={{
        icon: IconMoodKid,
        title: t`Chưa có cháu nào`,
        hint: creates ? t`Thêm từng cháu cùng bố mẹ; hệ thống báo khi cháu có thể đã được nhập.` : t`Công đoàn và phụ huynh nhập thông tin các cháu.`,
      }}
    >
      {search.open === 'new' && creates && <NewChild onClose={close} onOpen={(id) => change({ open: id })} />}
      {search.open !== undefined && search.open !== 'new' && <ChildDrawer key={search.open} id={search.open} onClose={close} />}
    </ListPage>
  )
}
