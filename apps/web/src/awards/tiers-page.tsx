import { type AwardTierRecord, awardTiers } from '@chung-tay/contracts/award-tiers'
import { useLingui } from '@lingui/react/macro'
import { Button, Paper } from '@mantine/core'
import { IconAward, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Count, Money } from '../ui/texts.tsx'
import { levelText } from './award-labels.tsx'
import { tiersRoute } from './routes.ts'
import { EditTier, NewTier } from './tier-form.tsx'

const useColumns = (): Column<AwardTierRecord>[] => {
  const { t } = useLingui()
  return [
    { key: 'name', header: t`Mức khen thưởng`, cell: (tier) => tier.name },
    { key: 'level', header: t`Cấp học`, cell: (tier) => levelText(tier.schoolLevel) },
    { key: 'criterion', header: t`Tiêu chuẩn`, hideBelow: 'md', cell: (tier) => tier.criterion || '–' },
    { key: 'amount', header: t`Số tiền thưởng`, align: 'end', cell: (tier) => <Money value={tier.amount} /> },
    { key: 'nominations', header: t`Đề nghị`, align: 'end', cell: (tier) => <Count value={tier.nominations} /> },
  ]
}

/** The awards of the school year and what they are worth. */
export const TiersPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const query = useQuery(queryOf(awardTiers.list, { params: { campaignId: campaign.id } }))
  const [{ open }, change] = useListSearch(tiersRoute)
  const columns = useColumns()
  const may = can('create AwardTier') && campaign.status !== 'closed'
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
      {t`Thêm mức khen thưởng`}
    </Button>
  )
  const close = () => change({ open: undefined })
  return (
    <>
      <PageTitle
        title={t({ message: 'Mức khen thưởng', context: 'menu' })}
        description={t`Áp dụng cho con cán bộ, công chức, viên chức, người lao động đạt thành tích học tập trong năm học của Tháng hành động.`}
        action={may && add}
      />
      <Answer query={query}>
        {({ items }) => {
          const opened = items.find(({ id }) => id === open)
          const next = Math.min(1000, Math.max(0, ...items.map(({ sortOrder }) => sortOrder)) + 1)
          return (
            <Paper className="list-paper">
              {items.length === 0 ? (
                <EmptyState
                  icon={IconAward}
                  title={t`Chưa có mức khen thưởng nào`}
                  hint={
                    may
                      ? t`Thêm các mức và số tiền trước, rồi phụ huynh và đơn vị mới đề nghị được.`
                      : t`Công đoàn sẽ công bố các mức khen thưởng ở đây.`
                  }
                />
              ) : (
                <DataTable
                  label={t({ message: 'Mức khen thưởng', context: 'menu' })}
                  columns={columns}
                  items={items}
                  rowKey={({ id }) => id}
                  onOpen={({ id }) => change({ open: id })}
                />
              )}
              {open === 'new' && may && <NewTier sortOrder={next} onClose={close} />}
              {opened && <EditTier key={opened.id} tier={opened} readOnly={!may} onClose={close} />}
            </Paper>
          )
        }}
      </Answer>
    </>
  )
}
