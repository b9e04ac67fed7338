import { type NominationRecord, nominations } from '@chung-tay/contracts/nominations'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAward, IconPlus } from '@tabler/icons-react'
import { useCampaign, useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Highlight, Money, PersonName } from '../ui/texts.tsx'
import { levelOptions, NominationBadge, nominationOptions } from './award-labels.tsx'
import { NominationDrawer } from './nomination-drawer.tsx'
import { NewNomination } from './nomination-form.tsx'
import { useTiers } from './queries.ts'
import { nominationsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<NominationRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'child',
      header: t`Họ và tên`,
      sortKey: 'child',
      cell: (one) => <PersonName name={<Highlight text={one.childName} search={q} />} note={t`Lớp ${one.className}, ${one.school}`} />,
    },
    { key: 'unit', header: t`Đơn vị`, sortKey: 'unit', cell: (one) => one.unitName },
    { key: 'tier', header: t`Mức khen thưởng`, sortKey: 'tier', cell: (one) => one.tierName },
    { key: 'amount', header: t`Số tiền`, align: 'end', cell: (one) => <Money value={one.amount} /> },
    { key: 'achievement', header: t`Thành tích`, hideBelow: 'md', cell: (one) => one.achievement },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <NominationBadge status={one.status} /> },
  ]
}

type Search = ReturnType<typeof nominationsRoute.useSearch>

type FilterProps = { search: Search; change: (part: Partial<Search>) => void; wide: boolean }

const Filters = ({ search, change, wide }: FilterProps) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const tiers = useTiers().map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FilterSelect
        label={t`Trạng thái`}
        value={search.status}
        options={nominationOptions()}
        onChange={(value) => change({ status: value as Search['status'] })}
      />
      <FilterSelect label={t`Mức khen thưởng`} value={search.tierId} options={tiers} onChange={(value) => change({ tierId: value })} />
      <FilterSelect
        label={t`Cấp học`}
        value={search.schoolLevel}
        options={levelOptions()}
        onChange={(value) => change({ schoolLevel: value as Search['schoolLevel'] })}
      />
      {wide && <FilterSelect label={t`Đơn vị`} value={search.unitId} options={units} onChange={(value) => change({ unitId: value })} />}
    </>
  )
}

/** II.4 of the plan: children whose achievement is to be commended. */
export const NominationsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [search, change] = useListSearch(nominationsRoute, nominations.list)
  const { q, status, tierId, unitId, schoolLevel, decisionId, sort, open } = search
  const columns = useColumns(q)
  const mayCreate = can('create Nomination') && (campaign.status === 'approved' || campaign.status === 'running')
  // A record without anything passes only a rule without conditions: those see every unit's nominations.
  const wide = can('read Nomination', {})
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={t`Đề nghị khen thưởng`}
      description={t`Con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập cao trong năm học. Mỗi cháu một đề nghị.`}
      action={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm đề nghị`}
          </Button>
        )
      }
      contract={nominations.list}
      input={{ params: { campaignId: campaign.id }, query: { q, status, tierId, unitId, schoolLevel, decisionId, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên cháu`}
      filters={<Filters search={search} change={change} wide={wide} />}
      filtered={[status, tierId, unitId, schoolLevel, decisionId].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="child"
      onOpen={(nomination) => change({ open: nomination.id })}
      empty={{
        icon: IconAward,
        title: t`Chưa có đề nghị nào`,
        hint: mayCreate
          ? t`Chọn cháu, mức khen thưởng và chụp giấy khen để gửi đề nghị đầu tiên.`
          : t`Đề nghị của phụ huynh và các đơn vị sẽ hiện ở đây.`,
      }}
    >
      {open === 'new' && mayCreate && <NewNomination onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <NominationDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
