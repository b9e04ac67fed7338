import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { missingOf } from '@chung-tay/domain/tasks/submission'
import { taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Box, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { mutationOf, queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Comments } from '../ui/comments.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { toastFailed } from '../ui/toast.tsx'
import { useUploads } from '../ui/uploads.tsx'
import { ChasesSection } from './chases-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { ExtensionsSection } from './extensions-section.tsx'
import { ReportForm } from './report-form.tsx'
import { taskRoute } from './routes.ts'
import { StepsSection } from './steps-section.tsx'
import classes from './task.module.css'
import { TaskActions } from './task-actions.tsx'
import { TaskBar } from './task-bar.tsx'
import { Section, TaskFacts, TaskResult } from './task-facts.tsx'
import { figureLabels, TaskBadges, taskStatusLabels } from './task-labels.tsx'

const TaskComments = ({ task, may }: { task: TaskDetail; may: boolean }) => {
  const comments = useQuery(queryOf(tasks.comments, { params: { id: task.id } }))
  const send = useMutation({ ...mutationOf(tasks.comment), onError: toastFailed })
  return (
    <Answer query={comments}>
      {({ items }) => <Comments comments={items} {...(may && { onSend: (text) => send.mutateAsync({ params: { id: task.id }, body: { text } }) })} />}
    </Answer>
  )
}

/** What the report would still lack; the figures are asked by the form itself. */
const missingIn = ({ files, steps, evidenceAsked, ...task }: TaskDetail) =>
  missingOf({
    evidenceAsked,
    figuresAsked: [],
    figures: task,
    mediaTypes: files.map(({ mediaType }) => mediaType),
    steps: steps.map((step) => ({ ...step, done: step.doneAt !== null })),
  })

/** What this person may do about the report, now. */
const useReporting = (task: TaskDetail) => {
  const can = useCan()
  const open = useCampaign().status !== 'closed'
  const mayReport = open && can('report Task', task)
  return {
    open,
    acknowledges: open && can('acknowledge Task', task) && mayAdvance(taskTransitions, task.status, 'acknowledge'),
    reports: mayReport && mayAdvance(taskTransitions, task.status, 'submit'),
    attaches: mayReport && mayAdvance(taskTransitions, task.status, 'attach'),
    comments: open && can('comment Task', task),
  }
}

const TaskBody = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const { open, acknowledges, reports, attaches, comments } = useReporting(task)
  const attach = useMutation(mutationOf(tasks.attach))
  const uploads = useUploads((file) => attach.mutateAsync({ params: { id: task.id }, body: { fileIds: [file.id] } }))
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
        <ChasesSection task={task} />
        <ExtensionsSection task={task} />
        <StepsSection task={task} />
        <EvidenceSection task={task} uploads={attaches ? uploads : undefined} />
        {reports && (
          <Section title={t({ message: 'Báo cáo kết quả', context: 'task' })}>
            <Box className={classes.report ?? ''}>
              <ReportForm task={task} evidence={uploads} />
            </Box>
          </Section>
        )}
        {!reports && task.result !== '' && (
          <Section title={t`Kết quả đã báo cáo`}>
            <TaskResult task={task} />
          </Section>
        )}
        <Section title={t`Trao đổi`}>
          <TaskComments task={task} may={comments} />
        </Section>
      </Stack>
      <History subject="Task" id={task.id} words={{ ...taskStatusLabels(), ...figureLabels() }} />
      <TaskBar task={task} acknowledges={acknowledges} reports={reports} missing={missingIn(task)} uploads={uploads} />
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
      <BackLink place={{ to: '/$year/tasks', params: { year } }}>
        <Trans>Danh sách nhiệm vụ</Trans>
      </BackLink>
      <Answer query={query}>{(task) => <TaskBody task={task} />}</Answer>
    </>
  )
}
