import type { PlanRecord } from '@chung-tay/contracts/campaigns'
import { type PlannedTaskRecord, plannedTasks } from '@chung-tay/contracts/planned-tasks'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconSend, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import { useAction } from '../ui/action.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { toastDone } from '../ui/toast.tsx'

const EditPlanned = ({ task, onClose }: { task: PlannedTaskRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const { id, unitId, title, instructions, dueOn, version } = task
  const units = useUnitOptions()
  const form = useRecordForm({
    contract: plannedTasks.update,
    draftKey: `planned-task:${id}`,
    defaults: { unitId, title, instructions, dueOn },
    version,
    input: (body, current) => ({ params: { id }, body, version: current }),
    onSaved: () => {
      toastDone(t`Đã lưu nhiệm vụ dự kiến`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Nhiệm vụ dự kiến`} onClose={onClose}>
      <Stack gap="md">
        <TextField form={form} name="title" label={t`Tên nhiệm vụ`} required />
        <TextAreaField form={form} name="instructions" label={t`Hướng dẫn thực hiện`} />
        <SelectField form={form} name="unitId" label={t`Đơn vị thực hiện`} options={units} required />
        <DateField form={form} name="dueOn" label={t`Hạn hoàn thành`} required />
      </Stack>
    </FormDrawer>
  )
}

type RowProps = { task: PlannedTaskRecord; chosen: boolean; onChoose: (chosen: boolean) => void; onEdit: () => void }

const Row = ({ task, chosen, onChoose, onEdit }: RowProps) => {
  const { t } = useLingui()
  const remove = useAction(plannedTasks.remove, { done: t`Đã bỏ nhiệm vụ dự kiến` })
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      <Checkbox mt={2} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} aria-label={t`Chọn ${task.title}`} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={500}>
          {task.title}
        </Text>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {task.activityClause} · {task.unitName} · <Trans>hạn</Trans> <Day value={task.dueOn} />
          </Text>
          {!task.unitOpen && <StatusBadge tone="warn">{t`Đơn vị đã ngừng`}</StatusBadge>}
        </Group>
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t`Sửa ${task.title}`} onClick={onEdit}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Bỏ ${task.title}`}
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { id: task.id }, version: task.version })}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

const List = ({ plan, items }: { plan: PlanRecord; items: readonly PlannedTaskRecord[] }) => {
  const { t } = useLingui()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [edited, setEdited] = useState<string>()
  const assign = useAction(plannedTasks.assign, { done: t`Đã giao nhiệm vụ cho các đơn vị` })
  const chosen = items.filter(({ id }) => !left.has(id))
  const open = items.find(({ id }) => id === edited)
  const approved = plan.status === 'approved' || plan.status === 'running'
  const choose = (id: string, on: boolean) => setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]))
  return (
    <Paper withBorder p="md" mt="md" className="no-print" component="section" aria-label={t`Nhiệm vụ dự kiến`}>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4">
            <Trans>Nhiệm vụ dự kiến</Trans>
          </Title>
          <Text size="sm" c="dimmed">
            {approved ? <Trans>Chọn rồi giao cho các đơn vị trong một lần.</Trans> : <Trans>Giao được sau khi Lãnh đạo duyệt kế hoạch.</Trans>}
          </Text>
        </div>
        {approved && (
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            disabled={chosen.length === 0}
            loading={assign.isPending}
            onClick={() => assign.mutate({ params: { campaignId: plan.id }, body: { ids: chosen.map(({ id }) => id) } })}
          >
            <Plural value={chosen.length} other="Giao # nhiệm vụ" />
          </Button>
        )}
      </Group>
      <Checkbox
        mb="xs"
        label={plural(items.length, { other: 'Chọn tất cả (#)' })}
        checked={chosen.length === items.length}
        indeterminate={chosen.length > 0 && chosen.length < items.length}
        onChange={(event) => setLeft(new Set(event.currentTarget.checked ? [] : items.map(({ id }) => id)))}
      />
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((task) => (
          <Row key={task.id} task={task} chosen={!left.has(task.id)} onChoose={(on) => choose(task.id, on)} onEdit={() => setEdited(task.id)} />
        ))}
      </Stack>
      {open && <EditPlanned key={open.id} task={open} onClose={() => setEdited(undefined)} />}
    </Paper>
  )
}

/** What an imported plan or the year before proposes for the units: given out in one go once the plan is approved. */
export const PlannedTasks = ({ plan }: { plan: PlanRecord }) => {
  const may = useCan()('create Task') && plan.status !== 'closed'
  const { data } = useQuery({ ...queryOf(plannedTasks.list, { params: { campaignId: plan.id } }), enabled: may })
  if (!may || !data || data.items.length === 0) return null
  return <List plan={plan} items={data.items} />
}
