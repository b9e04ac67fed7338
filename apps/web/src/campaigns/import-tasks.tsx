import type { PlanImportCheck } from '@chung-tay/contracts/plan-import'
import { formatDay } from '@chung-tay/domain/dates'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Fieldset, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { useUnitOptions } from '../agency/queries.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { MultiSelectField, SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import type { ImportForm } from './import-form.ts'
import { Unclear } from './import-unclear.tsx'
import { RemoveRow } from './remove-row.tsx'

type Proposed = PlanImportCheck['proposal']['tasks']

/** A paper seldom gives each duty its day: one press gives the rest the last day of the month. */
const WithoutDay = ({ form }: { form: ImportForm }) => {
  const [tasks, endsOn] = useWatch({ control: form.control, name: ['tasks', 'endsOn'] })
  const left = tasks.flatMap(({ dueOn }, at) => (dueOn === '' ? [at] : []))
  if (left.length === 0 || !endsOn) return null
  const fill = () => {
    for (const at of left) form.setValue(`tasks.${at}.dueOn`, endsOn, { shouldDirty: true, shouldValidate: true })
  }
  return (
    <Alert color="stamen" p="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <Plural value={left.length} other="Văn bản không ghi hạn của # nhiệm vụ." />
        </Text>
        <Button size="compact-sm" variant="default" onClick={fill}>
          <Trans>Lấy ngày kết thúc {formatDay(endsOn)}</Trans>
        </Button>
      </Group>
    </Alert>
  )
}

/** What the paper gives the units to do; given out after the approval, like the tasks of any plan. */
export const ImportTasks = ({ form, proposed }: { form: ImportForm; proposed: Proposed }) => {
  const { t } = useLingui()
  const units = useUnitOptions()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'tasks' })
  const clauses = useWatch({ control: form.control, name: 'activities' }).map(({ clause, title }) => ({
    value: clause,
    label: `${clause} ${title.slice(0, 60)}`,
  }))
  const known = clauses.filter(({ value }, at) => value !== '' && clauses.findIndex((one) => one.value === value) === at)
  return (
    <Stack gap="sm" component="section" aria-label={t`Nhiệm vụ dự kiến`}>
      <Title order={2} size="h4">
        <Trans>Nhiệm vụ dự kiến</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>Giao được sau khi Lãnh đạo duyệt kế hoạch.</Trans>
      </Text>
      <WithoutDay form={form} />
      {fields.map(({ id, title }, at) => (
        <Fieldset key={id} legend={t`Nhiệm vụ ${at + 1}`} p="sm">
          <Stack gap="sm">
            <TextField form={form} name={`tasks.${at}.title`} label={t`Tên nhiệm vụ`} required />
            <TextAreaField form={form} name={`tasks.${at}.instructions`} label={t`Hướng dẫn thực hiện`} minRows={1} />
            <MultiSelectField form={form} name={`tasks.${at}.unitIds`} label={t`Đơn vị thực hiện`} options={units} required />
            <Unclear words={proposed.find((one) => one.title === title)?.unclear} />
            <Group gap="sm" grow align="flex-start">
              <SelectField form={form} name={`tasks.${at}.clause`} label={t`Theo mục`} options={known} required />
              <DateField form={form} name={`tasks.${at}.dueOn`} label={t`Hạn hoàn thành`} required />
            </Group>
            <RemoveRow onClick={() => remove(at)}>
              <Trans>Bỏ nhiệm vụ {at + 1}</Trans>
            </RemoveRow>
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append({ clause: '', title: '', instructions: '', unitIds: [], dueOn: '' })}
      >
        <Trans>Thêm nhiệm vụ</Trans>
      </Button>
    </Stack>
  )
}
