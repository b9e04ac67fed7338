import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { CountField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { type Held, useHeld, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

// Evidence hangs on the task as soon as it is chosen, so the report itself brings none.
const valuesOf = ({ result, reach }: TaskDetail): ValuesOf<typeof tasks.submit> => ({ result, reach, fileIds: [] })

/** What was done, in words that the result report can take over. */
export const ReportForm = ({ task, evidence }: { task: TaskDetail; evidence: Held }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const params = { id: task.id }
  const form = useRecordForm({
    contract: tasks.submit,
    draftKey: `task:report:${task.id}`,
    defaults: valuesOf(task),
    version: task.version,
    // The task moves on while this is typed (begun, handed on): what counts is the state that the page shows.
    input: (body) => ({ params, body, version: task.version }),
    reload: async () => {
      const fresh = await client.fetchQuery({ ...queryOf(tasks.get, { params }), staleTime: 0 })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã gửi báo cáo tới Văn phòng`),
  })
  useHeld(form, evidence)
  return (
    <FormBody form={form} submitLabel={t`Gửi báo cáo`}>
      <Stack gap="md">
        <TextAreaField
          form={form}
          name="result"
          label={t`Kết quả thực hiện`}
          description={t`Ghi việc đã làm, số lượng, thời gian, địa điểm; ít nhất 10 ký tự.`}
          required
        />
        <CountField form={form} name="reach" label={t`Số người tiếp cận`} description={t`Nếu đếm được, ví dụ số người dự buổi tuyên truyền.`} />
      </Stack>
    </FormBody>
  )
}
