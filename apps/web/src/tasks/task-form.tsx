import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { EvidenceField, FiguresField } from './asked-fields.tsx'

const valuesOf = ({ title, instructions, dueOn, figuresAsked, evidenceAsked }: TaskDetail): ValuesOf<typeof tasks.update> => ({
  title,
  instructions,
  dueOn,
  figuresAsked,
  evidenceAsked,
})

/** The office's change of words or deadline. */
export const TaskForm = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: task.id }
  const form = useRecordForm({
    contract: tasks.update,
    draftKey: `task:${task.id}`,
    defaults: valuesOf(task),
    version: task.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(tasks.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu nhiệm vụ`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa nhiệm vụ`} onClose={onClose}>
      <Stack gap="md">
        <TextField form={form} name="title" label={t`Tên nhiệm vụ`} required />
        <TextAreaField form={form} name="instructions" label={t`Hướng dẫn thực hiện`} />
        <DateField form={form} name="dueOn" label={t`Hạn hoàn thành`} required />
        <FiguresField form={form} name="figuresAsked" />
        <EvidenceField form={form} name="evidenceAsked" />
      </Stack>
    </FormDrawer>
  )
}
