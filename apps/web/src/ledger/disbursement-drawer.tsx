import { type DisbursementDetail, disbursements } from '@chung-tay/contracts/ledger'
import { useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { FileBoard } from '../ui/file-board.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, Day, Money } from '../ui/texts.tsx'
import { RecordEntries } from './entry-lines.tsx'
import { DisbursementBadge, methodLabels, purposeLabels, statusLabels } from './ledger-labels.tsx'

const VoidButton = ({ disbursement }: { disbursement: DisbursementDetail }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const { id, voucher, amount, fundName, version } = disbursement
  const take = useAction(disbursements.void, { done: t`Đã hủy phiếu chi ${voucher}`, onDone: () => setAsked(false) })
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {t`Hủy phiếu`}
      </Button>
      {asked && (
        <ReasonDialog
          title={t`Hủy phiếu chi ${voucher}?`}
          confirmLabel={t`Hủy phiếu`}
          pending={take.isPending}
          onClose={() => setAsked(false)}
          onReason={(reason) => take.mutate({ params: { id }, version, body: { reason } })}
        >
          {t`${formatMoney(amount)} trở lại ${fundName} bằng một bút toán đảo. Số phiếu vẫn giữ, không dùng lại.`}
        </ReasonDialog>
      )}
    </>
  )
}

const useFacts = (one: DisbursementDetail): Fact[] => {
  const { t } = useLingui()
  const { year } = useCampaign()
  return [
    { label: t`Số tiền`, value: <Money value={one.amount} /> },
    { label: t`Bằng chữ`, value: one.amountInWords },
    { label: t`Nội dung chi`, value: purposeLabels()[one.purpose] },
    { label: t`Hình thức`, value: methodLabels()[one.method] },
    { label: t`Quỹ`, value: one.fundName },
    { label: t`Ngày`, value: <Day value={one.paidOn} /> },
    { label: t`Người nhận`, value: one.payee },
    ...(one.decisionId === null
      ? []
      : [
          {
            label: t`Căn cứ`,
            value: (
              <PlaceAnchor
                link={{ to: '/$year/decisions/$decisionId', params: { year, decisionId: one.decisionId } }}
              >{t`Quyết định khen thưởng`}</PlaceAnchor>
            ),
          },
        ]),
    { label: t`Người ghi`, value: one.createdByName },
    { label: t`Ghi lúc`, value: <DateTime value={one.createdAt} /> },
    ...(one.memo === '' ? [] : [{ label: t`Diễn giải`, value: one.memo, wide: true }]),
  ]
}

const Opened = ({ one }: { one: DisbursementDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const facts = useFacts(one)
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <DisbursementBadge status={one.status} />
        {one.status === 'recorded' && campaign.status !== 'closed' && can('void Disbursement') && <VoidButton disbursement={one} />}
      </Group>
      {one.voidReason !== null && (
        <Alert color="red" title={t`Lý do hủy`}>
          {one.voidReason}
        </Alert>
      )}
      <Facts facts={facts} />
      {one.files.length > 0 && <FileBoard label={t`Chứng từ`} files={one.files} empty={t`Chưa có chứng từ.`} />}
      <RecordEntries entries={one.entries} />
      <History subject="Disbursement" id={one.id} words={{ ...statusLabels(), ...purposeLabels(), ...methodLabels() }} />
    </Stack>
  )
}

/** One payment or transfer with its proof and entries. */
export const DisbursementDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(disbursements.get, { params: { id } }))
  return (
    <RecordDrawer title={query.data ? t`Phiếu chi ${query.data.voucher}` : t`Phiếu chi`} onClose={onClose}>
      <Answer query={query}>{(one) => <Opened one={one} />}</Answer>
    </RecordDrawer>
  )
}
