import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { taskFigures } from '@chung-tay/domain/tasks/submission'
import { useLingui as useLinguiLanguage } from '@lingui/react'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { CountField, MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { type Held, type RecordForm, useHeld, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { figureLabels } from './task-labels.tsx'

// Evidence hangs on the task as soon as it is chosen, so the report itself brings none.
const valuesOf = ({ result, reach, sessions, participants, children, cost }: TaskDetail, first: string): ValuesOf<typeof tasks.submit> => ({
  result: result === '' ? first : result,
  reach,
  sessions,
  participants,
  children,
  cost,
  fileIds: [],
})

/** For the button of the bar, which stands outside of the form. */
export const reportFormId = 'task-report'

/** Only what the office asked to be counted. */
const AskedFigures = ({ form, asked }: { form: RecordForm<ValuesOf<typeof tasks.submit>>; asked: TaskDetail['figuresAsked'] }) => {
  useLinguiLanguage()
  if (asked.length === 0) return null
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {taskFigures
        .filter((figure) => asked.includes(figure))
        .map((figure) =>
          figure === 'cost' ? (
            <MoneyField key={figure} form={form} name={figure} label={figureLabels()[figure]} required />
          ) : (
            <CountField key={figure} form={form} name={figure} label={figureLabels()[figure]} required />
          ),
        )}
    </SimpleGrid>
  )
}

/** What was done, in words that the result report can take over. */
export const ReportForm = ({ task, evidence }: { task: TaskDetail; evidence: Held }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const params = { id: task.id }
  const first = t`Đã hoàn thành nhiệm vụ “${task.title}”.`
  const form = useRecordForm({
    contract: tasks.submit,
    draftKey: `task:report:${task.id}`,
    defaults: valuesOf(task, first),
    version: task.version,
    // The task moves on while this is typed (begun, handed on): what counts is the state that the page shows.
    input: (body) => ({ params, body, version: task.version }),
    reload: async () => {
      const fresh = await client.fetchQuery({ ...queryOf(tasks.get, { params }), staleTime: 0 })
      return { values: valuesOf(fresh, first), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã gửi báo cáo tới Văn phòng`),
  })
  useHeld(form, evidence)
  return (
    <FormBody form={form} id={reportFormId} submitLabel={t`Gửi báo cáo`}>
      <Stack gap="md">
        <TextAreaField
          form={form}
          name="result"
          label={t`Kết quả thực hiện`}
          description={t`Ghi việc đã làm, số lượng, thời gian, địa điểm; lời này được đưa vào báo cáo kết quả.`}
          required
        />
        <AskedFigures form={form} asked={task.figuresAsked} />
      </Stack>
    </FormBody>
  )
}
