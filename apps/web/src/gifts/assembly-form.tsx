import { type KitRecord, kits } from '@chung-tay/contracts/kits'
import type { GiftKindRecord } from '@chung-tay/contracts/stock'
import { Trans, useLingui } from '@lingui/react/macro'
import { List, SimpleGrid, Stack, Text } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { useFunds } from '../ledger/queries.ts'
import { useMe } from '../session/session.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { formatCount } from '../ui/format.ts'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type Props = { kind: GiftKindRecord; kit: KitRecord; action: 'assemble' | 'takeApart'; onClose: () => void }

/** Puts kits together or takes them apart; what leaves and what enters the store is said beforehand. */
export const AssemblyForm = ({ kind, kit, action, onClose }: Props) => {
  const { t } = useLingui()
  const { today } = useMe()
  const funds = useFunds().data?.items ?? []
  const assembles = action === 'assemble'
  const most = assembles ? kit.possible : kit.stockOnHand
  const form = useRecordForm({
    contract: kits.assemble,
    draftKey: null,
    defaults: { action, quantity: most, madeOn: today, fundId: null, note: '' },
    input: (body) => ({ params: { id: kind.id }, body }),
    onSaved: ({ stockOnHand }) => {
      toastDone(
        assembles ? t`Đã đóng quà: trong kho có ${stockOnHand} ${kind.measure}` : t`Đã tháo quà: trong kho còn ${stockOnHand} ${kind.measure}`,
      )
      onClose()
    },
  })
  const quantity = useWatch({ control: form.control, name: 'quantity' }) ?? 0
  return (
    <Dialog onClose={onClose} title={assembles ? t`Đóng quà: ${kind.name}` : t`Tháo quà: ${kind.name}`}>
      <FormBody form={form} submitLabel={assembles ? t`Đóng quà` : t`Tháo quà`} onCancel={onClose}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CountField
              form={form}
              name="quantity"
              label={t`Số lượng (${kind.measure})`}
              description={assembles ? t`Nhiều nhất ${formatCount(most)}` : t`Trong kho có ${formatCount(most)}`}
              min={1}
              required
            />
            <DateField form={form} name="madeOn" label={t`Ngày`} max={today} required />
          </SimpleGrid>
          <div>
            <Text size="sm" fw={500}>
              {assembles ? <Trans>Xuất khỏi kho:</Trans> : <Trans>Nhập lại kho:</Trans>}
            </Text>
            <List size="sm">
              {kit.components.map(({ giftKindId, name, measure, quantity: each }) => (
                <List.Item key={giftKindId}>
                  {name}: {formatCount(each * quantity)} {measure}
                </List.Item>
              ))}
            </List>
          </div>
          <SelectField
            form={form}
            name="fundId"
            label={t`Lấy hàng của quỹ nào trước`}
            description={t`Để trống thì hàng nhập trước xuất trước.`}
            options={funds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField form={form} name="note" label={t`Ghi chú`} maxLength={300} />
        </Stack>
      </FormBody>
    </Dialog>
  )
}
