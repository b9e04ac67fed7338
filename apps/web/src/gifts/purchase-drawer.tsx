import type { OutputOf } from '@chung-tay/contracts/contract'
import { disbursements } from '@chung-tay/contracts/ledger'
import { purchases } from '@chung-tay/contracts/purchases'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { methodLabels } from '../ledger/ledger-labels.tsx'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileLink } from '../ui/fields/file-field.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day, Money } from '../ui/texts.tsx'

type Purchase = OutputOf<typeof purchases.get>

const Return = ({ purchase }: { purchase: Purchase }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const take = useAction(disbursements.void, { done: t`Đã hủy lần mua, hàng ra khỏi kho và tiền trở lại quỹ`, onDone: () => setAsked(false) })
  return (
    <Group>
      <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Hủy lần mua</Trans>
      </Button>
      {asked && (
        <ReasonDialog
          title={t`Hủy lần mua theo hóa đơn số ${purchase.invoiceNumber}?`}
          confirmLabel={t`Hủy lần mua`}
          pending={take.isPending}
          onClose={() => setAsked(false)}
          onReason={(reason) => take.mutate({ params: { id: purchase.disbursementId }, version: purchase.version, body: { reason } })}
        >
          <Trans>Phiếu chi {purchase.voucher} được đảo bút toán, hàng được xuất khỏi kho; số phiếu vẫn giữ.</Trans>
        </ReasonDialog>
      )}
    </Group>
  )
}

const Opened = ({ purchase }: { purchase: Purchase }) => {
  const { t } = useLingui()
  const can = useCan()
  const { year, status } = useCampaign()
  const search = { open: purchase.disbursementId }
  return (
    <Stack gap="md">
      {purchase.voided && (
        <Alert color="red" title={t`Đã hủy`}>
          {purchase.voidReason}
        </Alert>
      )}
      <Facts
        facts={[
          { label: t`Hóa đơn`, value: t`${purchase.invoiceSymbol} số ${purchase.invoiceNumber}` },
          { label: t`Ngày hóa đơn`, value: <Day value={purchase.invoicedOn} /> },
          { label: t`Tổng tiền`, value: <Money value={purchase.amount} /> },
          {
            label: t`Phiếu chi`,
            value: <PlaceAnchor link={{ to: '/$year/disbursements', params: { year }, search }}>{purchase.voucher}</PlaceAnchor>,
          },
          { label: t`Ngày chi, nhập kho`, value: <Day value={purchase.paidOn} /> },
          { label: t`Quỹ`, value: purchase.fundName },
          { label: t`Hình thức`, value: methodLabels()[purchase.method] },
        ]}
      />
      <DataTable
        label={t`Hàng trên hóa đơn`}
        columns={[
          { key: 'name', header: t`Hàng`, cell: ({ name }) => name },
          { key: 'quantity', header: t`Số lượng`, align: 'end', cell: ({ quantity, measure }) => <span>{`${quantity} ${measure}`}</span> },
          { key: 'amount', header: t`Thành tiền`, align: 'end', cell: ({ amount }) => <Money value={amount} /> },
        ]}
        items={purchase.items}
        rowKey={({ giftKindId }) => giftKindId}
      />
      <Stack gap={4}>
        {purchase.files.map((file) => (
          <FileLink key={file.id} file={file} />
        ))}
      </Stack>
      {purchase.mayReturn && status !== 'closed' && can('void Disbursement') && <Return purchase={purchase} />}
      {!purchase.mayReturn && !purchase.voided && (
        <Alert color="blue">
          <Trans>Hàng của lần mua này đã xuất một phần nên không hủy được nữa; còn thiếu, thừa thì kiểm kê và điều chỉnh.</Trans>
        </Alert>
      )}
    </Stack>
  )
}

/** One invoice with its goods, its payment and its picture. */
export const PurchaseDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(purchases.get, { params: { id } }))
  return (
    <RecordDrawer title={query.data?.supplier ?? t`Lần mua`} onClose={onClose}>
      <Answer query={query}>{(data) => <Opened purchase={data} />}</Answer>
    </RecordDrawer>
  )
}
