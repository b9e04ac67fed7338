import { employees } from '@chung-tay/contracts/employees'
import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { PickField } from '../ui/fields/select-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** Names the employee of the unit who does the task; empty leaves it with the head. */
export const DelegateForm = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: tasks.delegate,
    draftKey: null,
    defaults: { assigneeId: task.assigneeId },
    version: task.version,
    input: (body, version) => ({ params: { id: task.id }, body, version }),
    onSaved: ({ assigneeName }) => {
      toastDone(assigneeName === null ? t`Trưởng đơn vị trực tiếp thực hiện` : t`Đã phân công ${assigneeName}`)
      onClose()
    },
  })
  const { unitId, assigneeId, assigneeName } = task
  return (
    <FormDrawer form={form} title={t`Phân công thực hiện`} submitLabel={t`Phân công`} size="md" onClose={onClose}>
      <PickField
        form={form}
        name="assigneeId"
        label={t`Người thực hiện`}
        description={t`Cán bộ của ${task.unitName}. Để trống nếu trưởng đơn vị trực tiếp làm.`}
        contract={employees.list}
        input={(q) => ({ query: { q, unitId, active: 'true' } })}
        option={(employee) => ({ value: employee.id, label: `${employee.name} (${employee.code})` })}
        chosen={assigneeId === null ? undefined : { value: assigneeId, label: assigneeName ?? '' }}
      />
    </FormDrawer>
  )
}
