import { type PurchaseRecord, purchases } from '@chung-tay/contracts/purchases'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconReceipt2 } from '@tabler/icons-react'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Day, Highlight, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { PurchaseDrawer } from './purchase-drawer.tsx'
import { NewPurchase } from './purchase-form.tsx'
import { purchasesRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<PurchaseRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'supplier',
      header: t`Người bán`,
      cell: ({ supplier, items }) => <PersonName name={<Highlight text={supplier} search={q} />} note={items.map(({ name }) => name).join(', ')} />,
    },
    { key: 'invoice', header: t`Hóa đơn`, cell: ({ invoiceSymbol, invoiceNumber }) => `${invoiceSymbol} ${invoiceNumber}` },
    { key: 'invoicedOn', header: t`Ngày hóa đơn`, sortKey: 'invoicedOn', cell: ({ invoicedOn }) => <Day value={invoicedOn} /> },
    { key: 'voucher', header: t`Phiếu chi`, cell: ({ voucher }) => voucher },
    {
      key: 'amount',
      header: t`Số tiền`,
      align: 'end',
      cell: ({ amount, voided }) => (
        <>
          <Money value={amount} /> {voided && <StatusBadge tone="bad">{t`Đã hủy`}</StatusBadge>}
        </>
      ),
    },
  ]
}

/** What was bought for the children, invoice by invoice. */
export const PurchasesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [search, change] = useListSearch(purchasesRoute, purchases.list)
  const { q, sort, open } = search
  const close = () => change({ open: undefined })
  const buys = can('create Disbursement') && campaign.status !== 'closed'
  return (
    <ListPage
      title={t`Mua hàng`}
      description={t`Một lần ghi hóa đơn: phiếu chi vào sổ quỹ, hàng vào kho. Tiền hàng thành chi phí khi quà được xuất.`}
      action={
        buys && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Nhập hóa đơn`}
          </Button>
        )
      }
      contract={purchases.list}
      input={{ params: { campaignId: campaign.id }, query: { q, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm người bán, số hóa đơn`}
      filtered={false}
      exports={false}
      columns={useColumns(q)}
      onOpen={({ id }) => change({ open: id })}
      empty={{ icon: IconReceipt2, title: t`Chưa có lần mua nào`, hint: t`Nhập hóa đơn mua quà; hàng vào kho và phiếu chi được lập cùng lúc.` }}
    >
      {open === 'new' && buys && <NewPurchase onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <PurchaseDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
