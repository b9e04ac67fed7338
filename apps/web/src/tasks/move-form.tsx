import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { useUnitOptions } from './queries.ts'

/** Chuyển đơn vị: the office gives the task to another unit, which receives it anew. */
export const MoveForm = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const units = useUnitOptions().filter(({ value }) => value !== task.unitId)
  const form = useRecordForm({
    contract: tasks.move,
    draftKey: null,
    defaults: { unitId: '', reason: '' },
    version: task.version,
    input: (body, version) => ({ params: { id: task.id }, body, version }),
    onSaved: ({ unitName }) => {
      toastDone(t`Đã chuyển nhiệm vụ sang ${unitName}`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Chuyển đơn vị`} submitLabel={t`Chuyển đơn vị`} size="md" onClose={onClose}>
      <Stack gap="md">
        <SelectField
          form={form}
          name="unitId"
          label={t`Chuyển sang`}
          description={t`Đơn vị mới tiếp nhận lại từ đầu; hạn, yêu cầu và minh chứng giữ nguyên.`}
          options={units}
          required
        />
        <TextAreaField form={form} name="reason" label={t`Lý do chuyển`} required />
      </Stack>
    </FormDrawer>
  )
}
