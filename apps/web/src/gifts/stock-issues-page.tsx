import { type StockIssueRecord, stockIssues } from '@chung-tay/contracts/purchases'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import type { Column } from '../ui/data-table.tsx'
import { formatMoney } from '../ui/format.ts'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Count, Day, Money, PersonName } from '../ui/texts.tsx'
import { stockIssuesRoute } from './routes.ts'

/** Hand-outs that the books do not know yet, and the button that tells them. */
const Pending = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const { data } = useQuery(queryOf(stockIssues.pending, { params: { campaignId: campaign.id } }))
  const issue = useAction(stockIssues.create, { done: ({ issued, value }) => t`Đã lập ${issued} phiếu xuất kho, trị giá ${formatMoney(value)}` })
  if (!data || data.items.length === 0) return null
  return (
    <Alert color="stamen" mb="md" title={t`Quà đã trao, chưa vào sổ`}>
      <List size="sm" mb="sm">
        {data.items.map(({ giftListId, giftListName, movedOn, loss, quantity, giftKindName }) => (
          <List.Item key={`${giftListId} ${movedOn} ${loss} ${giftKindName}`}>
            <Day value={movedOn} />: {giftListName}, <Count value={quantity} /> {giftKindName}
          </List.Item>
        ))}
      </List>
      {can('create StockMovement') && campaign.status !== 'closed' && (
        <Group>
          <Button
            leftSection={<IconPackageExport size={16} aria-hidden />}
            loading={issue.isPending}
            onClick={() => issue.mutate({ params: { campaignId: campaign.id } })}
          >
            <Trans>Lập phiếu xuất kho</Trans>
          </Button>
          <Text size="sm">
            <Trans>Mỗi danh sách, mỗi ngày một phiếu.</Trans>
          </Text>
        </Group>
      )}
    </Alert>
  )
}

const useColumns = (): Column<StockIssueRecord>[] => {
  const { t } = useLingui()
  return [
    { key: 'number', header: t`Số phiếu`, sortKey: 'number', cell: ({ number }) => number },
    { key: 'issuedOn', header: t`Ngày`, cell: ({ issuedOn }) => <Day value={issuedOn} /> },
    {
      key: 'list',
      header: t({ message: 'Nội dung', context: 'stock' }),
      cell: ({ giftListName, giftKindName, loss, quantity }) => (
        <PersonName name={loss ? t`Hao hụt, hỏng` : quantity < 0 ? t`Nhập lại: ${giftListName ?? ''}` : (giftListName ?? '')} note={giftKindName} />
      ),
    },
    { key: 'quantity', header: t`Số lượng`, align: 'end', cell: ({ quantity }) => <Count value={quantity} /> },
    { key: 'value', header: t`Trị giá`, align: 'end', cell: ({ value }) => <Money value={value} /> },
  ]
}

/** Phiếu xuất kho: how goods that were handed out left the books. */
export const StockIssuesPage = () => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const [search, change] = useListSearch(stockIssuesRoute, stockIssues.list)
  const { q, sort } = search
  return (
    <ListPage
      title={t`Phiếu xuất kho`}
      description={t`Trị giá theo giá nhập, nhập trước xuất trước. Quà đã hạch toán chi khi mua thì trị giá bằng 0.`}
      contract={stockIssues.list}
      input={{ params: { campaignId: campaign.id }, query: { q, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo danh sách`}
      above={<Pending />}
      exports={false}
      filtered={false}
      columns={useColumns()}
      defaultSort="-number"
      empty={{ icon: IconPackageExport, title: t`Chưa có phiếu xuất kho`, hint: t`Sau mỗi ngày trao quà, lập phiếu để đưa quà đã trao vào sổ.` }}
    />
  )
}
