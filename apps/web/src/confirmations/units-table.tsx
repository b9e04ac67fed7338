import { type ConfirmationRecord, confirmations } from '@chung-tay/contracts/confirmations'
import { useLingui } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { IconBell, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { DateTime, PersonName } from '../ui/texts.tsx'
import { CompletenessBar } from './completeness.tsx'
import { ConfirmationBadges, isLockable, waitsForUnit } from './confirmation-labels.tsx'

type Asked = 'chase' | 'lock' | null
type Items = readonly ConfirmationRecord[]

/** Chases all who are missing, locks all who are ready; each asks with the number. */
const Bulk = ({ items }: { items: Items }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const chase = useAction(confirmations.chase, { done: ({ told }) => t`Đã nhắc ${told} trưởng đơn vị`, onDone: close })
  const lock = useAction(confirmations.lock, { done: ({ locked }) => t`Đã khóa số liệu của ${locked} đơn vị`, onDone: close })
  const idsOf = (some: Items) => some.map(({ unitId }) => unitId)
  const [missing, ready] = [items.filter(waitsForUnit), items.filter(isLockable)]
  const send = (action: typeof chase | typeof lock, some: Items) => action.mutate({ params: { campaignId }, body: { unitIds: idsOf(some) } })
  return (
    <Group gap="xs" className="no-print">
      {missing.length > 0 && (
        <Button variant="default" leftSection={<IconBell size={16} aria-hidden />} onClick={() => setAsked('chase')}>
          {t`Nhắc ${missing.length} đơn vị chưa xác nhận`}
        </Button>
      )}
      {ready.length > 0 && (
        <Button
          leftSection={<IconLock size={16} aria-hidden />}
          onClick={() => setAsked('lock')}
        >{t`Khóa ${ready.length} đơn vị đã xác nhận`}</Button>
      )}
      {asked === 'chase' && (
        <ConfirmDialog
          title={t`Nhắc trưởng của ${missing.length} đơn vị?`}
          confirmLabel={t`Gửi nhắc`}
          pending={chase.isPending}
          onConfirm={() => send(chase, missing)}
          onClose={close}
        >
          {t`Mỗi trưởng đơn vị nhận một thông báo trong ngày, dù bấm nhiều lần.`}
        </ConfirmDialog>
      )}
      {asked === 'lock' && (
        <ConfirmDialog
          title={t`Khóa số liệu của ${ready.length} đơn vị?`}
          confirmLabel={t`Khóa số liệu`}
          pending={lock.isPending}
          onConfirm={() => send(lock, ready)}
          onClose={close}
        >
          {t`Sau khi khóa, đơn vị chỉ sửa được khi Văn phòng mở ngoại lệ có lý do.`}
        </ConfirmDialog>
      )}
    </Group>
  )
}

/** Every unit with its state; who is missing stands first for whoever chases. */
export const UnitsTable = ({ items, onOpen }: { items: Items; onOpen: (item: ConfirmationRecord) => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const columns: Column<ConfirmationRecord>[] = [
    { key: 'unit', header: t`Đơn vị`, cell: ({ unitName, headName }) => <PersonName name={unitName} note={headName ?? t`Chưa có trưởng đơn vị`} /> },
    { key: 'status', header: t`Số liệu`, cell: (item) => <ConfirmationBadges item={item} /> },
    {
      key: 'confirmed',
      header: t`Người xác nhận`,
      cell: ({ confirmedName, confirmedAt }) =>
        confirmedName === null ? '–' : <PersonName name={confirmedName} note={<DateTime value={confirmedAt} />} />,
    },
    {
      key: 'note',
      header: t`Ghi chú`,
      hideBelow: 'md',
      cell: ({ status, returnReason, exception, statement }) =>
        (status === 'returned' ? returnReason : exception?.running ? exception.reason : statement) || '–',
    },
  ]
  return (
    <Stack>
      <CompletenessBar items={items} />
      {can('update FigureConfirmation') && <Bulk items={items} />}
      <DataTable label={t`Xác nhận số liệu của các đơn vị`} columns={columns} items={items} rowKey={({ unitId }) => unitId} onOpen={onOpen} />
    </Stack>
  )
}
