import type { PlanImportCheck } from '@chung-tay/contracts/plan-import'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Fieldset, Group, Stack, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray } from 'react-hook-form'
import { activityKindOptions } from '../activities/activity-labels.ts'
import { UnitsField } from '../activities/units-field.tsx'
import { useUnitOptions } from '../agency/queries.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import type { ImportForm } from './import-form.ts'
import { Unclear } from './import-unclear.tsx'
import { RemoveRow } from './remove-row.tsx'

type Proposed = PlanImportCheck['proposal']['activities']

/** The activities as they were read; each may be changed, left out, or added. */
export const ImportActivities = ({ form, proposed }: { form: ImportForm; proposed: Proposed }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'activities' })
  return (
    <Stack gap="sm" component="section" aria-label={t`Nội dung hoạt động`}>
      <Title order={2} size="h4">
        <Trans>Nội dung hoạt động</Trans>
      </Title>
      {fields.map(({ id, clause, title }, at) => (
        <Fieldset key={id} legend={clause || t`Nội dung mới`} p="sm">
          <Stack gap="sm">
            <Group gap="sm" grow align="flex-start">
              <TextField form={form} name={`activities.${at}.clause`} label={t`Mục`} required />
              <SelectField form={form} name={`activities.${at}.kind`} label={t`Loại`} options={activityKindOptions()} required />
            </Group>
            <TextAreaField form={form} name={`activities.${at}.title`} label={t`Nội dung`} minRows={2} required />
            <TextAreaField form={form} name={`activities.${at}.description`} label={t`Diễn giải`} minRows={1} />
            <UnitsField form={form} name={`activities.${at}.units`} options={units} />
            <Unclear words={proposed.find((one) => one.title === title)?.unclear} />
            <RemoveRow onClick={() => remove(at)}>
              <Trans>Bỏ mục {clause}</Trans>
            </RemoveRow>
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append({ clause: '', kind: null as never, title: '', description: '', units: [] })}
      >
        <Trans>Thêm nội dung</Trans>
      </Button>
    </Stack>
  )
}
