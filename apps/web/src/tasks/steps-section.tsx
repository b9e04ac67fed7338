import { taskSteps } from '@chung-tay/contracts/task-steps'
import type { TaskDetail, TaskStepRecord } from '@chung-tay/contracts/tasks'
import { taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Box, Button, Checkbox, Group, Menu, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconEdit, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { DateTime, Day, StatusBadge } from '../ui/texts.tsx'
import { EditStep, NewStep } from './step-form.tsx'
import { DoneMark, Section } from './task-facts.tsx'

/** Who does it and until when, or who did it when. */
const StepNote = ({ step }: { step: TaskStepRecord }) => {
  const { today } = useMe()
  if (step.doneAt) {
    return (
      <Trans>
        {step.doneByName} · xong <DateTime value={step.doneAt} />
      </Trans>
    )
  }
  const late = step.dueOn !== null && step.dueOn < today
  if (step.assigneeName === null && step.dueOn === null) return null
  return (
    <Text component="span" inherit c={late ? 'var(--mantine-color-error)' : 'inherit'}>
      {step.assigneeName}
      {step.dueOn && (
        <>
          {step.assigneeName && ' · '}
          <Trans>
            hạn <Day value={step.dueOn} />
          </Trans>
        </>
      )}
    </Text>
  )
}

type MenuProps = { task: TaskDetail; step: TaskStepRecord; at: number; onEdit: () => void }

const StepMenu = ({ task, step, at, onEdit }: MenuProps) => {
  const { t } = useLingui()
  const order = useAction(taskSteps.order, { done: t`Đã đổi thứ tự` })
  const remove = useAction(taskSteps.remove, { done: t`Đã xóa bước việc` })
  const ids = task.steps.map(({ id }) => id)
  const swap = (to: number) => order.mutate({ params: { id: task.id }, body: { ids: ids.with(at, ids[to] ?? '').with(to, step.id) } })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Sửa, sắp xếp: ${step.title}`} className="no-print">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={16} aria-hidden />} onClick={onEdit}>{t`Sửa`}</Menu.Item>
        {at > 0 && <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => swap(at - 1)}>{t`Đưa lên`}</Menu.Item>}
        {at < ids.length - 1 && (
          <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => swap(at + 1)}>{t`Đưa xuống`}</Menu.Item>
        )}
        {step.doneAt === null && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove.mutate({ params: { id: step.id }, version: step.version })}
          >{t`Xóa`}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const Step = ({ task, step, at, open, onEdit }: { task: TaskDetail; step: TaskStepRecord; at: number; open: boolean; onEdit: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const tick = useAction(taskSteps.tick, {
    done: ({ steps }) => (steps.find(({ id }) => id === step.id)?.doneAt ? t`Đã xong bước việc` : t`Đã bỏ đánh dấu`),
  })
  const record = { ...step, task }
  const ticks = open && can('report TaskStep', record)
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start" mih={36}>
      {ticks ? (
        <Checkbox
          mt={2}
          flex={1}
          label={step.title}
          description={<StepNote step={step} />}
          checked={step.doneAt !== null}
          onChange={(event) =>
            !tick.isPending && tick.mutate({ params: { id: step.id }, body: { done: event.currentTarget.checked }, version: step.version })
          }
        />
      ) : (
        <>
          <DoneMark done={step.doneAt !== null} />
          <Box flex={1}>
            <Text size="sm">{step.title}</Text>
            <Text size="xs" c="dimmed">
              <StepNote step={step} />
            </Text>
          </Box>
        </>
      )}
      {open && can('update TaskStep', record) && <StepMenu task={task} step={step} at={at} onEdit={onEdit} />}
    </Group>
  )
}

/** The checklist and the parts of employees. */
export const StepsSection = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const [form, setForm] = useState<TaskStepRecord | 'new' | null>(null)
  const open = useCampaign().status !== 'closed' && mayAdvance(taskTransitions, task.status, 'plan')
  const adds = open && can('report Task', task)
  const { steps } = task
  if (steps.length === 0 && !adds) return null
  const done = steps.filter(({ doneAt }) => doneAt !== null).length
  const close = () => setForm(null)
  return (
    <Section
      title={t`Các bước việc`}
      note={steps.length > 0 && <StatusBadge tone={done === steps.length ? 'good' : 'neutral'}>{t`${done}/${steps.length} xong`}</StatusBadge>}
    >
      {steps.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          <Trans>Chia việc thành các bước, giao từng phần cho cán bộ của đơn vị kèm hạn riêng.</Trans>
        </Text>
      )}
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step, at) => (
          <Step key={step.id} task={task} step={step} at={at} open={open} onEdit={() => setForm(step)} />
        ))}
      </Stack>
      {adds && (
        <Button
          variant="default"
          mt="sm"
          style={{ alignSelf: 'flex-start' }}
          className="no-print"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setForm('new')}
        >
          {t`Thêm bước việc`}
        </Button>
      )}
      {form === 'new' && <NewStep task={task} onClose={close} />}
      {form !== null && form !== 'new' && <EditStep task={task} step={form} onClose={close} />}
    </Section>
  )
}
