import { stockCounts } from '@chung-tay/contracts/stock-counts'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { MultiSelectField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { useKindOptions } from './queries.ts'

/** Begins a count: what the books say of the kinds is kept with it. */
export const NewCount = ({ onClose, onBegun }: { onClose: () => void; onBegun: (id: string) => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const options = useKindOptions()
  const form = useRecordForm({
    contract: stockCounts.begin,
    draftKey: 'stock-count:new',
    defaults: { countedOn: today, place: '', giftKindIds: [] as string[] },
    input: (body) => ({ body }),
    onSaved: ({ id, kinds }) => {
      toastDone(t`Đã lập phiếu kiểm kê ${kinds} loại hàng`)
      onBegun(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Lập phiếu kiểm kê`} submitLabel={t`Lập phiếu`} onClose={onClose} size="md">
      <Stack gap="md">
        <DateField form={form} name="countedOn" label={t`Ngày kiểm kê`} max={today} required />
        <TextField form={form} name="place" label={t`Địa điểm`} placeholder={t`Ví dụ: Kho tầng 1`} maxLength={200} />
        <MultiSelectField
          form={form}
          name="giftKindIds"
          label={t`Loại hàng`}
          description={t`Để trống là kiểm kê mọi loại đang dùng hoặc còn trong kho.`}
          options={options}
        />
      </Stack>
    </FormDrawer>
  )
}
