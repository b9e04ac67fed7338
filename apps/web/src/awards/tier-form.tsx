import { type AwardTierRecord, awardTiers } from '@chung-tay/contracts/award-tiers'
import { useLingui } from '@lingui/react/macro'
import { Alert, SimpleGrid, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useCampaign } from '../session/session.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CountField, MoneyField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { levelLabels, levelOptions } from './award-labels.tsx'

type Tier = ValuesOf<typeof awardTiers.create>

const Fields = ({ form, frozen }: { form: RecordForm<Tier>; frozen: boolean }) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      {frozen && (
        <Alert color="blue">{t`Đã có quyết định dùng mức này nên tên, cấp học, tiêu chuẩn và số tiền giữ nguyên; chỉ đổi được thứ tự.`}</Alert>
      )}
      <TextField form={form} name="name" label={t`Tên mức khen thưởng`} disabled={frozen} required />
      <SelectField
        form={form}
        name="schoolLevel"
        label={t`Cấp học`}
        options={levelOptions()}
        placeholder={t`Mọi cấp học`}
        description={t`Để trống nếu áp dụng cho mọi cấp học.`}
        disabled={frozen}
      />
      <TextAreaField form={form} name="criterion" label={t`Tiêu chuẩn`} disabled={frozen} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MoneyField form={form} name="amount" label={t`Số tiền thưởng`} disabled={frozen} required />
        <CountField form={form} name="sortOrder" label={t`Thứ tự`} max={1000} required />
      </SimpleGrid>
    </Stack>
  )
}

export const NewTier = ({ onClose, sortOrder }: { onClose: () => void; sortOrder: number }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const form = useRecordForm({
    contract: awardTiers.create,
    draftKey: `tier:new:${campaign.id}`,
    defaults: { name: '', schoolLevel: null, criterion: '', amount: null as never, sortOrder },
    input: (body) => ({ params: { campaignId: campaign.id }, body }),
    onSaved: () => {
      toastDone(t`Đã thêm mức khen thưởng`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm mức khen thưởng`} onClose={onClose}>
      <Fields form={form} frozen={false} />
    </FormDrawer>
  )
}

const valuesOf = ({ name, schoolLevel, criterion, amount, sortOrder }: AwardTierRecord): Tier => ({ name, schoolLevel, criterion, amount, sortOrder })

export const EditTier = ({ tier, readOnly, onClose }: { tier: AwardTierRecord; readOnly: boolean; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: awardTiers.update,
    draftKey: `tier:${tier.id}`,
    defaults: valuesOf(tier),
    version: tier.version,
    input: (body, version) => ({ params: { id: tier.id }, body, version }),
    reload: async () => {
      const { items } = await call(awardTiers.list, { params: { campaignId: tier.campaignId } })
      const fresh = items.find(({ id }) => id === tier.id) ?? tier
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer
      form={form}
      title={tier.name}
      onClose={onClose}
      readOnly={readOnly}
      below={<History subject="AwardTier" id={tier.id} words={levelLabels()} />}
    >
      <Fields form={form} frozen={tier.frozen} />
    </FormDrawer>
  )
}
