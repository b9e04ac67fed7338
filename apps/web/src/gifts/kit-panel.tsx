import { type KitRecord, kits } from '@chung-tay/contracts/kits'
import type { GiftKindRecord } from '@chung-tay/contracts/stock'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconBox, IconEdit, IconPackages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { formatCount } from '../ui/format.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Count, Money } from '../ui/texts.tsx'
import { AssemblyForm } from './assembly-form.tsx'
import { KitForm } from './kit-form.tsx'

type Props = { kind: GiftKindRecord; kit: KitRecord }

const useColumns = (): Column<KitRecord['components'][number]>[] => {
  const { t } = useLingui()
  return [
    { key: 'name', header: t`Thành phần`, cell: ({ name }) => name },
    { key: 'quantity', header: t`Trong một suất`, align: 'end', cell: ({ quantity, measure }) => `${formatCount(quantity)} ${measure}` },
    { key: 'value', header: t`Trị giá`, align: 'end', cell: ({ quantity, unitValue }) => <Money value={quantity * unitValue} /> },
    { key: 'stock', header: t`Tồn kho`, align: 'end', cell: ({ stockOnHand }) => <Count value={stockOnHand} /> },
  ]
}

const Composed = ({ kind, kit, onEdit }: Props & { onEdit: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const [action, setAction] = useState<'assemble' | 'takeApart'>()
  const { possible, value, fixed, components } = kit
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Facts
          facts={[
            { label: t`Theo thành phần`, value: <Money value={value} /> },
            { label: t`Còn đóng được`, value: `${formatCount(possible)} ${kind.measure}` },
          ]}
        />
        {can('create StockMovement') && (
          <Group gap="xs">
            <Button leftSection={<IconPackages size={16} aria-hidden />} disabled={possible === 0} onClick={() => setAction('assemble')}>
              <Trans>Đóng quà</Trans>
            </Button>
            <Button
              variant="default"
              leftSection={<IconBox size={16} aria-hidden />}
              disabled={kit.stockOnHand === 0}
              onClick={() => setAction('takeApart')}
            >
              <Trans>Tháo quà</Trans>
            </Button>
          </Group>
        )}
      </Group>
      {value !== kind.unitValue && (
        <Alert color="stamen">
          <Trans>
            Đơn giá của quà là <Money value={kind.unitValue} />, các thành phần cộng lại <Money value={value} />. Trị giá trên sổ luôn theo giá nhập
            của thành phần.
          </Trans>
        </Alert>
      )}
      <DataTable label={t`Thành phần`} columns={useColumns()} items={components} rowKey={({ giftKindId }) => giftKindId} />
      {can('update GiftKind') &&
        (fixed ? (
          <Text size="sm" c="dimmed">
            <Trans>Đã có quà được đóng hoặc đang trong kho nên không đổi thành phần được; cần thành phần khác thì thêm loại quà mới.</Trans>
          </Text>
        ) : (
          <Group>
            <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={onEdit}>
              <Trans>Sửa thành phần</Trans>
            </Button>
          </Group>
        ))}
      {action && <AssemblyForm kind={kind} kit={kit} action={action} onClose={() => setAction(undefined)} />}
    </Stack>
  )
}

const Opened = ({ kind, kit }: Props) => {
  const { t } = useLingui()
  const can = useCan()
  const [editing, setEditing] = useState(false)
  if (editing) return <KitForm key={kit.version} kind={kind} kit={kit} onClose={() => setEditing(false)} />
  if (kit.components.length > 0) return <Composed kind={kind} kit={kit} onEdit={() => setEditing(true)} />
  return (
    <EmptyState
      icon={IconPackages}
      title={t`Quà này không ghép từ hàng khác`}
      hint={
        kit.fixed
          ? t`Trong kho đang có quà này nên chưa khai thành phần được.`
          : t`Suất quà gồm nhiều món, ví dụ 1 hộp bút và 2 quyển truyện, thì khai thành phần để đóng từ hàng trong kho.`
      }
      action={
        can('update GiftKind') &&
        !kit.fixed && (
          <Button variant="default" onClick={() => setEditing(true)}>
            <Trans>Khai thành phần</Trans>
          </Button>
        )
      }
    />
  )
}

/** What a kind is made of, and putting it together. */
export const KitPanel = ({ kind }: { kind: GiftKindRecord }) => {
  const kit = useQuery(queryOf(kits.get, { params: { id: kind.id } }))
  return <Answer query={kit}>{(data) => <Opened kind={kind} kit={data} />}</Answer>
}
