import { type ActivityRecord, activities } from '@chung-tay/contracts/activities'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useUnitOptions } from '../agency/queries.ts'
import { call } from '../api/call.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { activityKindLabels, activityKindOptions } from './activity-labels.ts'
import { UnitsField } from './units-field.tsx'

type Values = ValuesOf<typeof activities.create>

const Fields = ({ form }: { form: RecordForm<Values> }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  return (
    <Stack gap="md">
      <Group gap="sm" grow align="flex-start">
        <TextField form={form} name="clause" label={t`Mục`} description={t`Số La Mã và số, ví dụ II.1`} required />
        <SelectField form={form} name="kind" label={t`Loại`} options={activityKindOptions()} required />
      </Group>
      <TextAreaField form={form} name="title" label={t`Nội dung`} required />
      <TextAreaField form={form} name="description" label={t`Diễn giải`} />
      <UnitsField form={form} name="units" options={units} />
    </Stack>
  )
}

export const NewActivity = ({ campaignId, clause, onClose }: { campaignId: string; clause: string; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: activities.create,
    draftKey: `activity:new:${campaignId}`,
    defaults: { clause, kind: 'communication', title: '', description: '', units: [] },
    input: (body) => ({ params: { campaignId }, body }),
    onSaved: () => {
      toastDone(t`Đã thêm nội dung vào kế hoạch`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm nội dung hoạt động`} onClose={onClose}>
      <Fields form={form} />
    </FormDrawer>
  )
}

const valuesOf = ({ clause, kind, title, description, units }: ActivityRecord): Values => ({
  clause,
  kind,
  title,
  description,
  units: units.map(({ unitId, part }) => ({ unitId, part })),
})

const Remove = ({ activity, onRemoved }: { activity: ActivityRecord; onRemoved: () => void }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const remove = useAction(activities.remove, { done: t`Đã bỏ mục ${activity.clause}`, onDone: onRemoved })
  return (
    <Group>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Bỏ khỏi kế hoạch</Trans>
      </Button>
      {asked && (
        <ConfirmDialog
          title={t`Bỏ mục ${activity.clause} khỏi kế hoạch?`}
          confirmLabel={t`Bỏ mục này`}
          danger
          pending={remove.isPending}
          onConfirm={() => remove.mutate({ params: { id: activity.id }, version: activity.version })}
          onClose={() => setAsked(false)}
        />
      )}
    </Group>
  )
}

export const EditActivity = ({ activity, onClose }: { activity: ActivityRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: activity.id }
  const form = useRecordForm({
    contract: activities.update,
    draftKey: `activity:${activity.id}`,
    defaults: valuesOf(activity),
    version: activity.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(activities.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  const leave = () => {
    form.leaving.current = true
    onClose()
  }
  return (
    <FormDrawer
      form={form}
      title={t`Sửa mục ${activity.clause}`}
      onClose={onClose}
      below={<History subject="Activity" id={activity.id} words={activityKindLabels()} />}
    >
      <Fields form={form} />
      <Remove activity={activity} onRemoved={leave} />
    </FormDrawer>
  )
}
