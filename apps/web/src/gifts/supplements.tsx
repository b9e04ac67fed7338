import { type GiftListSupplementRecord, giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import type { GiftListRecord } from '@chung-tay/contracts/gifts'
import { type SupplementAction, supplementTransitions } from '@chung-tay/domain/gifts/supplement'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Card, Group, Stack, Title } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { DateTime, PersonName, StatusBadge } from '../ui/texts.tsx'
import { leftOutLabels, listStatusLabels, listTones } from './gift-labels.ts'

type Addition = GiftListSupplementRecord['additions'][number]
type Props = { supplement: GiftListSupplementRecord; open: boolean }

const Actions = ({ supplement, open }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const [returning, setReturning] = useState(false)
  const submit = useAction(giftListSupplements.submit, { done: t`Đã trình Lãnh đạo` })
  const approve = useAction(giftListSupplements.approve, { done: t`Đã duyệt danh sách bổ sung` })
  const giveBack = useAction(giftListSupplements.return, { done: t`Đã trả lại danh sách bổ sung`, onDone: () => setReturning(false) })
  const input = { params: { id: supplement.id }, version: supplement.version }
  const moves = (action: SupplementAction) => open && mayAdvance(supplementTransitions, supplement.status, action)
  return (
    <Group gap="xs" className="no-print">
      {moves('submit') && can('submit GiftList') && supplement.additions.length > 0 && (
        <Button size="sm" leftSection={<IconSend size={16} aria-hidden />} loading={submit.isPending} onClick={() => submit.mutate(input)}>
          <Trans>Trình danh sách bổ sung</Trans>
        </Button>
      )}
      {moves('approve') && can('approve GiftList') && (
        <>
          <Button size="sm" leftSection={<IconCheck size={16} aria-hidden />} loading={approve.isPending} onClick={() => approve.mutate(input)}>
            <Trans>Duyệt bổ sung</Trans>
          </Button>
          <Button size="sm" variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setReturning(true)}>
            <Trans>Trả lại</Trans>
          </Button>
        </>
      )}
      {returning && (
        <ReasonDialog
          title={t`Trả lại danh sách bổ sung cho Công đoàn?`}
          label={t`Cần sửa gì?`}
          confirmLabel={t`Trả lại`}
          pending={giveBack.isPending}
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutate({ ...input, body: { reason } })}
        />
      )}
    </Group>
  )
}

const Additions = ({ supplement, edits }: { supplement: GiftListSupplementRecord; edits: boolean }) => {
  const { t } = useLingui()
  const drop = useAction(giftListSupplements.drop, { done: t`Đã bỏ khỏi danh sách bổ sung` })
  const columns: Column<Addition>[] = [
    { key: 'name', header: t`Họ và tên cháu`, cell: ({ childName, birthYear }) => <PersonName name={childName} note={birthYear} /> },
    { key: 'unit', header: t`Đơn vị`, cell: ({ unitName }) => unitName },
    {
      key: 'reason',
      header: t`Lý do bổ sung`,
      cell: ({ reason, reasons }) => (
        <PersonName name={reason} note={reasons.length > 0 && t`Ngoài điều kiện: ${reasons.map((one) => leftOutLabels()[one]).join('; ')}`} />
      ),
    },
    ...(edits
      ? [
          {
            key: 'drop',
            header: t`Bỏ`,
            cell: ({ id, childName }: Addition) => (
              <Button size="compact-sm" variant="default" aria-label={t`Bỏ ${childName}`} onClick={() => drop.mutate({ params: { id } })}>
                <Trans>Bỏ</Trans>
              </Button>
            ),
          },
        ]
      : []),
  ]
  return <DataTable label={t`Các cháu bổ sung lần ${supplement.number}`} columns={columns} items={supplement.additions} rowKey={({ id }) => id} />
}

const Supplement = ({ supplement, open }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const { number, status, returnReason, approvedByName, approvedAt } = supplement
  const edits = open && status === 'draft' && can('update GiftList')
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={3} fz="md">
              <Trans>Bổ sung lần {number}</Trans>
            </Title>
            <StatusBadge tone={listTones[status]}>{listStatusLabels()[status]}</StatusBadge>
          </Group>
          <Actions supplement={supplement} open={open} />
        </Group>
        {status === 'draft' && returnReason !== null && (
          <Alert color="red" title={t`Lãnh đạo trả lại danh sách bổ sung`}>
            {returnReason}
          </Alert>
        )}
        {approvedAt !== null && (
          <span>
            <Trans>
              {approvedByName} duyệt lúc <DateTime value={approvedAt} />.
            </Trans>
          </span>
        )}
        {supplement.additions.length > 0 && <Additions supplement={supplement} edits={edits} />}
      </Stack>
    </Card>
  )
}

/** Children who came onto the list after its approval, or wait for it. */
export const Supplements = ({ list, open }: { list: GiftListRecord; open: boolean }) => {
  const { data } = useQuery(queryOf(giftListSupplements.list, { params: { id: list.id } }))
  if (!data || data.items.length === 0) return null
  return (
    <Stack gap="sm" mt="lg" component="section">
      <Title order={2} fz="lg">
        <Trans>Danh sách bổ sung</Trans>
      </Title>
      {data.items.map((supplement) => (
        <Supplement key={supplement.id} supplement={supplement} open={open && list.status === 'approved'} />
      ))}
    </Stack>
  )
}
