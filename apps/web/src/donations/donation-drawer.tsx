import { type DonationDetail, donations } from '@chung-tay/contracts/donations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Table } from '@mantine/core'
import { IconDownload, IconReceiptOff, IconUserEdit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { RecordEntries } from '../ledger/entry-lines.tsx'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count, DateTime, Day, Money } from '../ui/texts.tsx'
import { DonationBadge, donorKindLabels, methodLabels, sourceLabels, statusLabels } from './donation-labels.tsx'
import { DonorDrawer } from './donor-drawer.tsx'
import { ReceiptLetters } from './receipt-letters.tsx'

type Props = { donation: DonationDetail }

const Actions = ({ donation }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [voiding, setVoiding] = useState(false)
  const [giver, setGiver] = useState(false)
  const voidIt = useAction(donations.void, { done: t`Đã hủy khoản đóng góp`, onDone: () => setVoiding(false) })
  const { id, version, receipt, status, method } = donation
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={urlOf(donations.receipt, { params: { id } })}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        <Trans>Tải biên nhận</Trans>
      </Button>
      <Button component="a" href={urlOf(donations.receiptPdf, { params: { id } })} download variant="default">
        PDF
      </Button>
      {status === 'recorded' && can('void Donation') && campaign.status !== 'closed' && (
        <Button variant="default" c="red" leftSection={<IconReceiptOff size={16} aria-hidden />} onClick={() => setVoiding(true)}>
          <Trans>Hủy khoản này</Trans>
        </Button>
      )}
      {method === 'inKind' && (
        <>
          <Button
            component="a"
            href={urlOf(donations.deliveryNote, { params: { id } })}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            <Trans>Biên bản giao nhận</Trans>
          </Button>
          <Button
            component="a"
            href={urlOf(donations.deliveryNotePdf, { params: { id } })}
            download
            variant="default"
            aria-label={t`Biên bản giao nhận, PDF`}
          >
            PDF
          </Button>
        </>
      )}
      {can('update Donor') && (
        <Button variant="default" leftSection={<IconUserEdit size={16} aria-hidden />} onClick={() => setGiver(true)}>
          <Trans>Sửa người ủng hộ</Trans>
        </Button>
      )}
      {giver && <DonorDrawer id={donation.donor.id} onClose={() => setGiver(false)} />}
      {voiding && (
        <ReasonDialog
          title={t`Hủy khoản đóng góp ${receipt}?`}
          confirmLabel={t`Hủy khoản này`}
          onReason={(reason) => voidIt.mutate({ params: { id }, body: { reason }, version })}
          onClose={() => setVoiding(false)}
          pending={voidIt.isPending}
        />
      )}
    </Group>
  )
}

const Items = ({ donation }: Props) => (
  <Table>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>
          <Trans>Hiện vật</Trans>
        </Table.Th>
        <Table.Th ta="end">
          <Trans>Số lượng</Trans>
        </Table.Th>
        <Table.Th ta="end">
          <Trans>Trị giá</Trans>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {donation.items.map(({ giftKindId, name, measure, quantity, unitValue }) => (
        <Table.Tr key={giftKindId}>
          <Table.Td>{name}</Table.Td>
          <Table.Td ta="end">
            <Count value={quantity} /> {measure}
          </Table.Td>
          <Table.Td ta="end">
            <Money value={quantity * unitValue} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

const Body = ({ donation }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const { year } = useCampaign()
  return (
    <Stack gap="md">
      <Group>
        <DonationBadge status={donation.status} />
      </Group>
      {donation.voidReason !== null && (
        <Alert color="red" title={t`Lý do hủy`}>
          {donation.voidReason}
        </Alert>
      )}
      <Actions donation={donation} />
      <Facts
        facts={[
          { label: t`Người ủng hộ`, value: `${donation.donor.name} (${donorKindLabels()[donation.donor.kind].toLowerCase()})`, wide: true },
          { label: t`Số tiền, trị giá`, value: <Money value={donation.amount} /> },
          { label: t`Hình thức`, value: methodLabels()[donation.method] },
          { label: t`Nguồn`, value: sourceLabels()[donation.source] },
          { label: t`Bằng chữ`, value: donation.amountInWords, wide: true },
          { label: t`Quỹ`, value: donation.fundName },
          { label: t`Ngày nhận`, value: <Day value={donation.receivedOn} /> },
          { label: t`Nêu tên công khai`, value: donation.donor.anonymous ? t`Không` : t`Có, người ủng hộ đồng ý` },
          { label: t`Người ghi`, value: donation.createdByName },
          { label: t`Ghi lúc`, value: <DateTime value={donation.createdAt} /> },
          ...(donation.pledge
            ? [
                {
                  label: t`Theo đăng ký`,
                  value: (
                    <PlaceAnchor link={{ to: '/$year/pledges', params: { year }, search: { open: donation.pledge.id } }}>
                      {donation.pledge.reference}
                    </PlaceAnchor>
                  ),
                },
              ]
            : []),
          ...(donation.bankLine
            ? [
                {
                  label: t`Trên sao kê`,
                  value: (
                    <PlaceAnchor link={{ to: '/$year/bank-statements', params: { year }, search: { open: donation.bankLine.id } }}>
                      <Trans>
                        Dòng sao kê ngày <Day value={donation.bankLine.day} />
                      </Trans>
                    </PlaceAnchor>
                  ),
                },
              ]
            : []),
          ...(donation.note ? [{ label: t`Ghi chú`, value: donation.note, wide: true }] : []),
        ]}
      />
      {can('read Donor') && <ReceiptLetters donation={donation} />}
      {donation.items.length > 0 && <Items donation={donation} />}
      {donation.entries.length > 0 && <RecordEntries entries={donation.entries} />}
      <History subject="Donation" id={donation.id} words={{ ...methodLabels(), ...sourceLabels(), ...statusLabels() }} />
    </Stack>
  )
}

/** One donation beside its list. */
export const DonationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(donations.get, { params: { id } }))
  return (
    <RecordDrawer title={query.data ? t`Biên nhận ${query.data.receipt}` : t({ message: 'Đóng góp', context: 'one' })} onClose={onClose}>
      <Answer query={query}>{(donation) => <Body donation={donation} />}</Answer>
    </RecordDrawer>
  )
}
