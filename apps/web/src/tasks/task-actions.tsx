import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { type TaskAction, taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconEdit, IconPlayerPlay, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { DelegateForm } from './delegate-form.tsx'
import { TaskForm } from './task-form.tsx'

/** The unit's own steps: receive and begin. */
const UnitActions = ({ task, moves }: { task: TaskDetail; moves: (action: TaskAction) => boolean }) => {
  const { t } = useLingui()
  const can = useCan()
  const acknowledge = useAction(tasks.acknowledge, { done: t`Đã tiếp nhận nhiệm vụ` })
  const begin = useAction(tasks.begin, { done: t`Đã ghi nhận bắt đầu thực hiện` })
  const input = { params: { id: task.id }, version: task.version }
  return (
    <>
      {moves('acknowledge') && can('acknowledge Task', task) && (
        <Button leftSection={<IconCheck size={16} aria-hidden />} loading={acknowledge.isPending} onClick={() => acknowledge.mutate(input)}>
          {t`Tiếp nhận`}
        </Button>
      )}
      {moves('begin') && can('report Task', task) && (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={begin.isPending}
          onClick={() => begin.mutate(input)}
        >
          {t`Bắt đầu thực hiện`}
        </Button>
      )}
    </>
  )
}

/** The office's answer to a report. */
const OfficeActions = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const [returning, setReturning] = useState(false)
  const accept = useAction(tasks.accept, { done: t`Đã nghiệm thu` })
  const giveBack = useAction(tasks.return, { done: t`Đã trả lại cho đơn vị`, onDone: () => setReturning(false) })
  const input = { params: { id: task.id }, version: task.version }
  return (
    <>
      <Button leftSection={<IconCheck size={16} aria-hidden />} loading={accept.isPending} onClick={() => accept.mutate(input)}>
        {t`Chấp nhận kết quả`}
      </Button>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setReturning(true)}>
        {t`Trả lại`}
      </Button>
      {returning && (
        <ReasonDialog
          title={t`Trả lại báo cáo của ${task.unitName}?`}
          label={t`Cần bổ sung hoặc sửa gì?`}
          confirmLabel={t`Trả lại`}
          pending={giveBack.isPending}
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutate({ ...input, body: { reason } })}
        />
      )}
    </>
  )
}

/** What this person may do to the task in the state it is in; everything else is not there. */
export const TaskActions = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const [form, setForm] = useState<'edit' | 'delegate' | null>(null)
  const moves = (action: TaskAction) => mayAdvance(taskTransitions, task.status, action)
  const close = () => setForm(null)
  return (
    <>
      <UnitActions task={task} moves={moves} />
      {moves('accept') && can('accept Task', task) && <OfficeActions task={task} />}
      {moves('delegate') && can('assign Task', task) && (
        <Button variant="default" leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => setForm('delegate')}>
          {t`Phân công`}
        </Button>
      )}
      {moves('revise') && can('update Task', task) && (
        <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => setForm('edit')}>
          {t`Sửa`}
        </Button>
      )}
      {form === 'delegate' && <DelegateForm task={task} onClose={close} />}
      {form === 'edit' && <TaskForm task={task} onClose={close} />}
    </>
  )
}
