import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { childAge, countingDay } from '@chung-tay/domain/children/age'
import { noFurtherConditions } from '@chung-tay/domain/gifts/rule'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useFundOptions } from '../donations/queries.ts'
import { useCampaign } from '../session/session.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { useKindOptions } from './queries.ts'
import { RuleFields, type ListValues as Values } from './rule-fields.tsx'

const Fields = ({ form, listId }: { form: RecordForm<Values>; listId?: string }) => {
  const { t } = useLingui()
  const kinds = useKindOptions()
  const funds = useFundOptions()
  return (
    <Stack gap="md">
      <TextField form={form} name="name" label={t`Tên danh sách`} required autoFocus />
      <SelectField form={form} name="giftKindId" label={t`Quà`} description={t`Loại quà và số đang có trong kho.`} options={kinds} required />
      <SelectField
        form={form}
        name="fundId"
        label={t`Quỹ chi`}
        description={t`Quỹ trả tiền cho phần quà chưa có trong kho. Cần chọn trước khi trình.`}
        options={funds}
      />
      <RuleFields form={form} listId={listId} />
    </Stack>
  )
}

export const NewGiftList = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const { id: campaignId, year } = useCampaign()
  const form = useRecordForm({
    contract: { ...giftLists.create, body: giftLists.update.body },
    draftKey: `gift-list:new:${campaignId}`,
    defaults: {
      name: `Quà Tết Thiếu nhi 1/6 năm ${year}`,
      giftKindId: '',
      fundId: null,
      underAge: childAge,
      asOf: countingDay(year),
      ...noFurtherConditions,
      unitIds: [],
      schoolLevels: [],
    },
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: ({ id }) => {
      toastDone(t`Đã tạo danh sách; bước tiếp theo là tìm các cháu theo điều kiện`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Lập danh sách nhận quà`} submitLabel={t`Tạo danh sách`} onClose={onClose}>
      <Fields form={form} />
    </FormDrawer>
  )
}

const valuesOf = ({
  name,
  giftKindId,
  fundId,
  underAge,
  minAge,
  asOf,
  employedOn,
  unitIds,
  specialOnly,
  sex,
  schoolLevels,
}: GiftListRecord): Values => ({
  ...{ name, giftKindId, fundId, underAge, minAge, asOf, employedOn, unitIds, specialOnly, sex, schoolLevels },
})

export const EditGiftList = ({ list, onClose }: { list: GiftListRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: list.id }
  const form = useRecordForm({
    contract: giftLists.update,
    draftKey: `gift-list:${list.id}`,
    defaults: valuesOf(list),
    version: list.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(giftLists.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa danh sách`} onClose={onClose}>
      <Fields form={form} listId={list.id} />
    </FormDrawer>
  )
}
