import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { type TaskAction, taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCalendarPlus,
  IconCheck,
  IconEdit,
  IconPlayerPlay,
  IconSpeakerphone,
  IconUserCheck,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { ChaseDialog } from './chase-dialog.tsx'
import { DelegateForm } from './delegate-form.tsx'
import { AskExtension } from './extension-forms.tsx'
import { MoveForm } from './move-form.tsx'
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
        // On phones the bar at the bottom has it.
        <Button
          visibleFrom="sm"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate(input)}
        >
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

type FormName = 'edit' | 'delegate' | 'move' | 'chase' | 'extend'

/** Which of the forms this person may open for the task in its state, in their order. */
const useForms = (task: TaskDetail) => {
  const { t } = useLingui()
  const can = useCan()
  const moves = (action: TaskAction) => mayAdvance(taskTransitions, task.status, action)
  const waits = task.extensions.some(({ granted }) => granted === null)
  const all = [
    { name: 'chase', label: t`Đôn đốc`, Icon: IconSpeakerphone, may: moves('chase') && can('chase Task', task) },
    { name: 'delegate', label: t`Phân công`, Icon: IconUserCheck, may: moves('delegate') && can('assign Task', task) },
    { name: 'extend', label: t`Xin gia hạn`, Icon: IconCalendarPlus, may: moves('extend') && can('report Task', task) && !waits },
    { name: 'move', label: t`Chuyển đơn vị`, Icon: IconArrowsExchange, may: moves('move') && can('update Task', task) },
    { name: 'edit', label: t`Sửa`, Icon: IconEdit, may: moves('revise') && can('update Task', task) },
  ] as const
  return { moves, forms: all.filter(({ may }) => may) }
}

/** What this person may do to the task in the state it is in; everything else is not there. */
export const TaskActions = ({ task }: { task: TaskDetail }) => {
  const can = useCan()
  const [form, setForm] = useState<FormName | null>(null)
  const { moves, forms } = useForms(task)
  const close = () => setForm(null)
  return (
    <>
      <UnitActions task={task} moves={moves} />
      {moves('accept') && can('accept Task', task) && <OfficeActions task={task} />}
      {forms.map(({ name, label, Icon }) => (
        <Button key={name} variant="default" leftSection={<Icon size={16} aria-hidden />} onClick={() => setForm(name)}>
          {label}
        </Button>
      ))}
      {form === 'chase' && <ChaseDialog taskIds={[task.id]} onClose={close} />}
      {form === 'delegate' && <DelegateForm task={task} onClose={close} />}
      {form === 'extend' && <AskExtension task={task} onClose={close} />}
      {form === 'move' && <MoveForm task={task} onClose={close} />}
      {form === 'edit' && <TaskForm task={task} onClose={close} />}
    </>
  )
}
