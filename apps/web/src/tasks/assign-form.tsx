import { tasks } from '@chung-tay/contracts/tasks'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useCampaign } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { ChecklistField, EvidenceField, FiguresField } from './asked-fields.tsx'
import { OwnDaysField } from './own-days-field.tsx'
import { activityOptions, useActivities, useUnitOptions } from './queries.ts'

/** Gives an activity of the plan to several units in one go. Its units and its words are the start, and can be changed. */
export const AssignForm = ({ activityId, onClose }: { activityId: string | undefined; onClose: () => void }) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const activities = useActivities()
  const units = useUnitOptions()
  const form = useRecordForm({
    contract: tasks.assign,
    draftKey: `task:new:${campaign.id}`,
    defaults: {
      activityId: activityId ?? '',
      title: '',
      instructions: '',
      dueOn: campaign.endsOn,
      unitIds: [],
      ownDays: [],
      figuresAsked: [],
      evidenceAsked: [],
      steps: [],
    },
    input: (body) => ({ params: { campaignId: campaign.id }, body }),
    onSaved: ({ items }) => {
      toastDone(plural(items.length, { other: 'Đã giao # nhiệm vụ' }))
      onClose()
    },
  })
  const prefill = (picked: unknown) => {
    const activity = activities.find(({ id }) => id === picked)
    if (!activity) return
    if (form.getValues('title') === '') form.setValue('title', activity.title.slice(0, 200), { shouldDirty: true })
    if (form.getValues('unitIds').length === 0)
      form.setValue(
        'unitIds',
        activity.units.map(({ unitId }) => unitId),
        { shouldDirty: true },
      )
  }
  return (
    <FormDrawer form={form} title={t`Giao nhiệm vụ`} submitLabel={t`Giao nhiệm vụ`} onClose={onClose}>
      <Stack gap="md">
        <SelectField
          form={form}
          name="activityId"
          label={t`Nội dung trong kế hoạch`}
          description={t`Mỗi nhiệm vụ thực hiện một nội dung của kế hoạch.`}
          options={activityOptions(activities)}
          onPicked={prefill}
          required
        />
        <TextField form={form} name="title" label={t`Tên nhiệm vụ`} required />
        <TextAreaField form={form} name="instructions" label={t`Hướng dẫn thực hiện`} />
        <MultiSelectField
          form={form}
          name="unitIds"
          label={t`Đơn vị thực hiện`}
          description={t`Mỗi đơn vị nhận một nhiệm vụ riêng.`}
          options={units}
          required
        />
        <DateField form={form} name="dueOn" label={t`Hạn hoàn thành`} required />
        <OwnDaysField form={form} units={units} />
        <FiguresField form={form} name="figuresAsked" />
        <EvidenceField form={form} name="evidenceAsked" />
        <ChecklistField form={form} name="steps" />
      </Stack>
    </FormDrawer>
  )
}
