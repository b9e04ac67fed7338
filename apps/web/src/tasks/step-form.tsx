import { employees } from '@chung-tay/contracts/employees'
import { taskSteps } from '@chung-tay/contracts/task-steps'
import type { TaskDetail, TaskStepRecord } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useCan } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { PickField } from '../ui/fields/select-fields.tsx'
import { TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type Values = ValuesOf<typeof taskSteps.add>

const Fields = ({ form, task, step }: { form: RecordForm<Values>; task: TaskDetail; step?: TaskStepRecord }) => {
  const { t } = useLingui()
  const { unitId } = task
  // Only who may give work to people of the unit names one; others add lines of the checklist.
  const gives = useCan()('assign Task', task)
  const chosen = step?.assigneeId ? { value: step.assigneeId, label: step.assigneeName ?? '' } : undefined
  return (
    <Stack gap="md">
      <TextField form={form} name="title" label={t`Việc cần làm`} required />
      {gives && (
        <PickField
          form={form}
          name="assigneeId"
          label={t`Giao cho`}
          description={t`Cán bộ của ${task.unitName}. Để trống: một dòng trong danh sách việc của đơn vị.`}
          contract={employees.list}
          input={(q) => ({ query: { q, unitId, active: 'true' } })}
          option={(employee) => ({ value: employee.id, label: `${employee.name} (${employee.code})` })}
          chosen={chosen}
        />
      )}
      <DateField form={form} name="dueOn" label={t`Hạn của phần việc`} />
    </Stack>
  )
}

export const NewStep = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: taskSteps.add,
    draftKey: `task:${task.id}:step`,
    defaults: { title: '', assigneeId: null, dueOn: null },
    input: (body) => ({ params: { id: task.id }, body }),
    onSaved: () => {
      toastDone(t`Đã thêm bước việc`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm bước việc`} submitLabel={t`Thêm`} size="md" onClose={onClose}>
      <Fields form={form} task={task} />
    </FormDrawer>
  )
}

export const EditStep = ({ task, step, onClose }: { task: TaskDetail; step: TaskStepRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: taskSteps.update,
    draftKey: null,
    defaults: { title: step.title, assigneeId: step.assigneeId, dueOn: step.dueOn },
    version: step.version,
    input: (body, version) => ({ params: { id: step.id }, body, version }),
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Sửa bước việc`} size="md" onClose={onClose}>
      <Fields form={form} task={task} step={step} />
    </FormDrawer>
  )
}
