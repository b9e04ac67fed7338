import { funds } from '@chung-tay/contracts/funds'
import { type PledgeDetail, pledges } from '@chung-tay/contracts/pledges'
import { purposeOf } from '@chung-tay/domain/donations/vietqr'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { StandingMoney } from '../ui/standing.tsx'
import { DateTime, Day, Money } from '../ui/texts.tsx'
import { NewDonation } from './donation-form.tsx'
import { PledgeBadge, Pledged, pledgeLabels } from './pledge-labels.tsx'
import { TransferQr } from './transfer-qr.tsx'

type Props = { pledge: PledgeDetail }

const Actions = ({ pledge }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [open, setOpen] = useState<'receive' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const withdraw = useAction(pledges.withdraw, { done: t`Đã rút đăng ký`, onDone: close })
  const { id, version, reference, status } = pledge
  if (campaign.status === 'closed') return null
  return (
    <Group gap="xs">
      {can('create Donation') && (
        <Button leftSection={<IconReceipt size={16} aria-hidden />} onClick={() => setOpen('receive')}>
          <Trans>Ghi nhận đã nhận</Trans>
        </Button>
      )}
      {can('update Pledge') && (status === 'open' || status === 'partly') && (
        <Button variant="default" c="red" onClick={() => setOpen('withdraw')}>
          <Trans>Rút đăng ký</Trans>
        </Button>
      )}
      {open === 'receive' && <NewDonation pledge={pledge} onClose={close} onCreated={close} />}
      {open === 'withdraw' && (
        <ReasonDialog
          title={t`Rút đăng ký ${reference}?`}
          confirmLabel={t`Rút đăng ký`}
          onReason={(reason) => withdraw.mutate({ params: { id }, body: { reason }, version })}
          onClose={close}
          pending={withdraw.isPending}
        />
      )}
    </Group>
  )
}

/** What is still expected, as a transfer that will be known again by its reference. */
const Transfer = ({ pledge: { fundId, amount, received, reference, status } }: Props) => {
  const list = useQuery(queryOf(funds.list, { query: {} }))
  const fund = list.data?.items.find(({ id }) => id === fundId)
  if (!fund || amount === null || (status !== 'open' && status !== 'partly')) return null
  return <TransferQr fund={fund} amount={amount - received} purpose={purposeOf(reference)} file={reference} />
}

const Received = ({ pledge: { donations } }: Props) => {
  const { year } = useCampaign()
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        <Trans>Đã nhận</Trans>
      </Title>
      {donations.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Chưa nhận khoản nào.</Trans>
        </Text>
      )}
      <Stack gap={4}>
        {donations.map(({ id, receipt, receivedOn, amount, status }) => (
          <Group key={id} justify="space-between" gap="xs">
            <PlaceAnchor link={{ to: '/$year/donations', params: { year }, search: { open: id } }}>
              <Trans>
                Biên nhận {receipt}, <Day value={receivedOn} />
              </Trans>
            </PlaceAnchor>
            <StandingMoney value={amount} status={status} />
          </Group>
        ))}
      </Stack>
    </section>
  )
}

const Expected = ({ pledge: { expectedOn, remind } }: Props) => {
  if (expectedOn === null) return <Trans>Chưa định</Trans>
  const day = <Day value={expectedOn} />
  return remind ? <Trans>{day}, có nhắc</Trans> : day
}

const Body = ({ pledge }: Props) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      <Group>
        <PledgeBadge status={pledge.status} />
      </Group>
      {pledge.withdrawReason !== null && (
        <Alert color="stamen" title={t`Lý do rút`}>
          {pledge.withdrawReason}
        </Alert>
      )}
      <Actions pledge={pledge} />
      <Transfer pledge={pledge} />
      <Facts
        facts={[
          { label: t`Người đăng ký`, value: pledge.donor.name, wide: true },
          { label: t`Đăng ký`, value: <Pledged pledge={pledge} /> },
          { label: t`Đã nhận`, value: <Money value={pledge.received} /> },
          { label: t`Quỹ`, value: pledge.fundName },
          { label: t`Ngày dự kiến`, value: <Expected pledge={pledge} /> },
          { label: t`Ghi lúc`, value: <DateTime value={pledge.createdAt} /> },
          ...(pledge.note ? [{ label: t`Ghi chú`, value: pledge.note, wide: true }] : []),
        ]}
      />
      <Received pledge={pledge} />
      <History subject="Pledge" id={pledge.id} words={pledgeLabels()} />
    </Stack>
  )
}

/** One pledge beside its list: how to transfer it, and what has come. */
export const PledgeDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(pledges.get, { params: { id } }))
  return (
    <RecordDrawer title={query.data ? t`Đăng ký ${query.data.reference}` : t`Đăng ký ủng hộ`} onClose={onClose}>
      <Answer query={query}>{(pledge) => <Body pledge={pledge} />}</Answer>
    </RecordDrawer>
  )
}
