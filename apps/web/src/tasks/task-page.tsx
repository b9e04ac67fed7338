import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Card, Group, Stack, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mutationOf, queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { Comments } from '../ui/comments.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { FileBoard } from '../ui/file-board.tsx'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { Count, DateTime, Day } from '../ui/texts.tsx'
import { toastFailed } from '../ui/toast.tsx'
import { useUploads } from '../ui/uploads.tsx'
import { ReportForm } from './report-form.tsx'
import { taskRoute } from './routes.ts'
import { TaskActions } from './task-actions.tsx'
import { TaskBadges, taskStatusLabels } from './task-labels.tsx'

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card withBorder component="section" aria-label={title}>
    <Title order={2} fz="md" mb="xs">
      {title}
    </Title>
    {children}
  </Card>
)

const moment = (label: string, value: Date | null): Fact[] => (value === null ? [] : [{ label, value: <DateTime value={value} /> }])

const TaskFacts = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const activity = (
    <PlaceAnchor link={placeOf({ to: '/$year/tasks', params: { year }, search: { activityId: task.activityId } })}>
      {task.activityClause} {task.activityTitle}
    </PlaceAnchor>
  )
  return (
    <Facts
      facts={[
        { label: t`Nội dung trong kế hoạch`, value: activity, wide: true },
        ...(task.instructions ? [{ label: t`Hướng dẫn thực hiện`, value: task.instructions, wide: true }] : []),
        { label: t`Đơn vị thực hiện`, value: task.unitName },
        { label: t`Người thực hiện`, value: task.assigneeName ?? t`Trưởng đơn vị chưa phân công` },
        { label: t`Hạn hoàn thành`, value: <Day value={task.dueOn} /> },
        ...moment(t`Tiếp nhận lúc`, task.acknowledgedAt),
        ...moment(t`Báo cáo lúc`, task.submittedAt),
        ...moment(t`Nghiệm thu lúc`, task.acceptedAt),
      ]}
    />
  )
}

const TaskComments = ({ task, may }: { task: TaskDetail; may: boolean }) => {
  const comments = useQuery(queryOf(tasks.comments, { params: { id: task.id } }))
  const send = useMutation({ ...mutationOf(tasks.comment), onError: toastFailed })
  return (
    <Answer query={comments}>
      {({ items }) => <Comments comments={items} {...(may && { onSend: (text) => send.mutateAsync({ params: { id: task.id }, body: { text } }) })} />}
    </Answer>
  )
}

const Result = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  return (
    <Facts
      facts={[
        { label: t`Kết quả`, value: task.result, wide: true },
        { label: t`Số người tiếp cận`, value: task.reach === null ? '–' : <Count value={task.reach} /> },
        { label: t`Ngày báo cáo`, value: <Day value={task.submittedOn} /> },
      ]}
    />
  )
}

const TaskBody = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const open = useCampaign().status !== 'closed'
  const attach = useMutation(mutationOf(tasks.attach))
  const uploads = useUploads((file) => attach.mutateAsync({ params: { id: task.id }, body: { fileIds: [file.id] } }))
  const mayReport = open && can('report Task', task)
  const reports = mayReport && mayAdvance(taskTransitions, task.status, 'submit')
  const attaches = mayReport && mayAdvance(taskTransitions, task.status, 'attach')
  return (
    <>
      <PageTitle title={task.title} description={<TaskBadges task={task} />} action={open && <TaskActions task={task} />} />
      <Stack gap="md">
        {task.status === 'returned' && (
          <Alert color="red" title={t`Văn phòng trả lại báo cáo`}>
            {task.returnReason}
          </Alert>
        )}
        <Section title={t`Thông tin nhiệm vụ`}>
          <TaskFacts task={task} />
        </Section>
        {(attaches || task.files.length > 0) && (
          <Section title={t`Minh chứng`}>
            <FileBoard
              label={t`Minh chứng`}
              files={task.files}
              empty={t`Chưa có minh chứng. Cần ít nhất một ảnh hoặc tệp để báo cáo.`}
              uploads={attaches ? uploads : undefined}
            />
          </Section>
        )}
        {reports && (
          <Section title={t({ message: 'Báo cáo kết quả', context: 'task' })}>
            <ReportForm task={task} evidence={uploads} />
          </Section>
        )}
        {!reports && task.result !== '' && (
          <Section title={t`Kết quả đã báo cáo`}>
            <Result task={task} />
          </Section>
        )}
        <Section title={t`Trao đổi`}>
          <TaskComments task={task} may={open && can('comment Task', task)} />
        </Section>
      </Stack>
      <History subject="Task" id={task.id} words={taskStatusLabels()} />
    </>
  )
}

/** One task: receive, prove, report; accept or return. */
export const TaskPage = () => {
  const { taskId } = taskRoute.useParams()
  const { year } = useCampaign()
  const query = useQuery(queryOf(tasks.get, { params: { id: taskId } }))
  return (
    <>
      <Group mb="xs" className="no-print">
        <PlaceAnchor link={placeOf({ to: '/$year/tasks', params: { year } })}>
          <Group gap={4} component="span" fz="sm">
            <IconArrowLeft size={16} aria-hidden />
            <Trans>Danh sách nhiệm vụ</Trans>
          </Group>
        </PlaceAnchor>
      </Group>
      <Answer query={query}>{(task) => <TaskBody task={task} />}</Answer>
    </>
  )
}
