import { type GiftKindRecord, giftKinds } from '@chung-tay/contracts/stock'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { useMe } from '../session/session.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { formatCount } from '../ui/format.ts'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { stockActionOptions } from './gift-labels.ts'

/** Goods in or out that no hand-out and no donation brings. */
export const MovementForm = ({ kind, onClose }: { kind: GiftKindRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const form = useRecordForm({
    contract: giftKinds.move,
    draftKey: `gift-movement:${kind.id}`,
    defaults: { action: 'purchase', quantity: null as never, movedOn: today, reason: '' },
    input: (body) => ({ params: { id: kind.id }, body }),
    onSaved: ({ stockOnHand, measure }) => {
      toastDone(t`Đã ghi thẻ kho: còn ${formatCount(stockOnHand)} ${measure}`)
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t`Nhập, xuất kho: ${kind.name}`}>
      <FormBody form={form} submitLabel={t`Ghi thẻ kho`} onCancel={onClose}>
        <Stack gap="md">
          <SelectField form={form} name="action" label={t({ message: 'Nội dung', context: 'stock' })} options={stockActionOptions()} required />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CountField form={form} name="quantity" label={t`Số lượng (${kind.measure})`} min={1} required />
            <DateField form={form} name="movedOn" label={t`Ngày`} max={today} required />
          </SimpleGrid>
          <TextAreaField
            form={form}
            name="reason"
            label={t`Lý do, chứng từ`}
            description={t`Mua có hóa đơn thì nhập ở mục Mua hàng. Hao hụt, kiểm kê thiếu của hàng trên sổ được ghi sổ ngay.`}
            required
          />
        </Stack>
      </FormBody>
    </Dialog>
  )
}
