import { taskExtensions } from '@chung-tay/contracts/task-chases'
import type { TaskDetail, TaskExtensionRecord } from '@chung-tay/contracts/tasks'
import { addDays, formatDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** The unit asks for a later day. */
export const AskExtension = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: taskExtensions.ask,
    draftKey: `task:${task.id}:extension`,
    defaults: { dueOn: addDays(task.dueOn, 7), reason: '' },
    input: (body) => ({ params: { id: task.id }, body }),
    onSaved: () => {
      toastDone(t`Đã gửi đề nghị gia hạn tới Văn phòng`)
      onClose()
    },
  })
  const now = formatDay(task.dueOn)
  return (
    <FormDrawer form={form} title={t`Xin gia hạn`} submitLabel={t`Gửi đề nghị`} size="md" onClose={onClose}>
      <Stack gap="md">
        <DateField form={form} name="dueOn" label={t`Xin gia hạn đến ngày`} description={t`Hạn hiện nay: ${now}.`} required />
        <TextAreaField form={form} name="reason" label={t`Lý do xin gia hạn`} required />
      </Stack>
    </FormDrawer>
  )
}

/** The office grants the day that was asked for, or another. */
export const GrantExtension = ({ extension, onClose }: { extension: TaskExtensionRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: taskExtensions.grant,
    draftKey: null,
    defaults: { dueOn: extension.dueOn, note: '' },
    version: extension.version,
    input: (body, version) => ({ params: { id: extension.id }, body, version }),
    onSaved: () => {
      toastDone(t`Đã cho gia hạn`)
      onClose()
    },
  })
  const [asked, before] = [formatDay(extension.dueOn), formatDay(extension.previousDueOn)]
  return (
    <FormDrawer form={form} title={t`Cho gia hạn`} submitLabel={t`Cho gia hạn`} size="md" onClose={onClose}>
      <Stack gap="md">
        <Text size="sm">{extension.reason}</Text>
        <DateField form={form} name="dueOn" label={t`Hạn mới`} description={t`Đơn vị xin đến ${asked}, hạn cũ ${before}.`} required />
        <TextAreaField form={form} name="note" label={t`Ghi chú cho đơn vị`} />
      </Stack>
    </FormDrawer>
  )
}
