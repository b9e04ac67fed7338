import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { type NominationDetail, nominations } from '@chung-tay/contracts/nominations'
import { fitsLevel } from '@chung-tay/domain/awards/tier'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import { call } from '../api/call.ts'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { FileField } from '../ui/fields/file-field.tsx'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import type { Option } from '../ui/filter-select.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { formatMoney } from '../ui/format.ts'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { levelOptions } from './award-labels.tsx'
import { useTiers } from './queries.ts'

type Values = ValuesOf<typeof nominations.create>
type Form = RecordForm<Values>

const useTierOptions = (level: Values['schoolLevel']): Option[] =>
  useTiers()
    .filter((tier) => fitsLevel(tier, level))
    .map(({ id, name, amount }) => ({ value: id, label: `${name} (${formatMoney(amount)})` }))

/** Whom this person may nominate: the union anybody's child, a head those of the own unit, everybody else the own ones. */
const useNominated = () => {
  const can = useCan()
  const { headedUnitIds } = useMe()
  const everybody = can('create Nomination', { unitId: '', child: { guardians: [] } })
  const may = (child: ChildRecord) => child.guardians.some(({ unitId }) => can('create Nomination', { unitId, child }))
  return { may, onlyMine: !everybody && headedUnitIds.length === 0 }
}

const ChildField = ({ form, chosen }: { form: Form; chosen: Option | undefined }) => {
  const { t } = useLingui()
  const { may, onlyMine } = useNominated()
  // What the child's record knows need not be typed again.
  const take = (child: ChildRecord | null) => {
    if (child?.schoolLevel) form.setValue('schoolLevel', child.schoolLevel, { shouldDirty: true })
    if (child?.school) form.setValue('school', child.school, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
    if (child?.className) form.setValue('className', child.className, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
  }
  return (
    <PickField
      form={form}
      name="childId"
      label={t`Cháu được đề nghị`}
      contract={children.list}
      input={(q) => ({ query: { q, active: 'true', limit: 20, ...(onlyMine && { mine: 'true' }) } })}
      option={(child) => ({
        value: child.id,
        label: child.unitName ? `${child.name} (${child.birthYear}) – ${child.unitName}` : `${child.name} (${child.birthYear})`,
        disabled: !may(child),
      })}
      chosen={chosen}
      onItem={take}
      required
    />
  )
}

const Fields = ({ form, chosen }: { form: Form; chosen?: Option }) => {
  const { t } = useLingui()
  const level = useWatch({ control: form.control, name: 'schoolLevel' })
  const tiers = useTierOptions(level)
  return (
    <Stack gap="md">
      <ChildField form={form} chosen={chosen} />
      <SelectField form={form} name="schoolLevel" label={t`Cấp học`} options={levelOptions()} onPicked={() => form.setValue('tierId', '')} required />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField form={form} name="school" label={t`Trường`} required />
        <TextField form={form} name="className" label={t`Lớp`} maxLength={50} required />
      </SimpleGrid>
      <SelectField form={form} name="tierId" label={t`Mức khen thưởng đề nghị`} options={tiers} required />
      <TextAreaField
        form={form}
        name="achievement"
        label={t`Thành tích`}
        description={t`Ghi đúng như giấy khen, ví dụ “Hoàn thành xuất sắc các nội dung học tập và rèn luyện”.`}
        required
      />
      <FileField
        form={form}
        name="fileIds"
        label={t`Giấy khen, giấy chứng nhận`}
        description={chosen ? t`Tệp chọn ở đây được thêm vào minh chứng đã có.` : t`Chụp rõ cả trang. Cần ít nhất một tệp.`}
        required={chosen === undefined}
      />
    </Stack>
  )
}

export const NewNomination = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const form = useRecordForm({
    contract: nominations.create,
    draftKey: `nomination:new:${campaign.id}`,
    defaults: { childId: '', tierId: '', school: '', className: '', schoolLevel: 'primary', achievement: '', fileIds: [] },
    input: (body) => ({ params: { campaignId: campaign.id }, body }),
    onSaved: ({ id }) => {
      toastDone(t`Đã gửi đề nghị khen thưởng`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm đề nghị khen thưởng`} submitLabel={t`Gửi đề nghị`} onClose={onClose}>
      <Fields form={form} />
    </FormDrawer>
  )
}

const valuesOf = ({ childId, tierId, school, className, schoolLevel, achievement }: NominationDetail): Values => ({
  childId,
  tierId,
  school,
  className,
  schoolLevel,
  achievement,
  fileIds: [],
})

export const EditNomination = ({ nomination, onClose }: { nomination: NominationDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: nomination.id }
  const form = useRecordForm({
    contract: nominations.update,
    draftKey: `nomination:${nomination.id}`,
    defaults: valuesOf(nomination),
    version: nomination.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(nominations.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(nomination.status === 'returned' ? t`Đã lưu. Bấm “Gửi lại” khi đã đủ.` : t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa đề nghị khen thưởng`} onClose={onClose}>
      <Fields form={form} chosen={{ value: nomination.childId, label: nomination.childName }} />
    </FormDrawer>
  )
}
