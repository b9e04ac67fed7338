import { type TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import { waitsForUnit } from '@chung-tay/domain/tasks/transitions'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Group, Stack, Switch, Text } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useCampaign } from '../session/session.ts'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day } from '../ui/texts.tsx'
import { ChaseDialog } from './chase-dialog.tsx'

/** As many as one chase takes. */
const most = 500

type Filter = { q?: string | undefined; unitId?: string | undefined; activityId?: string | undefined }

/** Everything (late) that still waits for its unit, page after page. */
const openTasks = async (campaignId: string, filter: Filter, onlyLate: boolean): Promise<TaskRecord[]> => {
  const found: TaskRecord[] = []
  let cursor: string | undefined
  do {
    const query = { ...filter, ...(onlyLate && { late: 'true' }), open: 'true', limit: 200, cursor } as const
    const answer = await call(tasks.list, { params: { campaignId }, query })
    found.push(...answer.items)
    cursor = answer.nextCursor ?? undefined
  } while (cursor !== undefined && found.length < most)
  return found.filter(({ status }) => waitsForUnit(status)).slice(0, most)
}

const Row = ({ task, checked, onChange }: { task: TaskRecord; checked: boolean; onChange: (checked: boolean) => void }) => {
  const { t } = useLingui()
  const note = (
    <>
      {task.unitName} · <Trans>hạn</Trans> <Day value={task.dueOn} />
      {task.late && ` · ${t`trễ ${task.daysLate} ngày`}`}
      {task.chaseCount > 0 && ` · ${t`đã đôn đốc ${task.chaseCount} lần`}`}
    </>
  )
  return <Checkbox label={task.title} description={note} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
}

type ChoiceProps = { open: readonly TaskRecord[]; all: boolean; onClose: () => void }

/** `all` are chosen at first, or none. */
const Choice = ({ open, all, onClose }: ChoiceProps) => {
  const { t } = useLingui()
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(all ? [] : open.map(({ id }) => id)))
  const [asked, setAsked] = useState(false)
  const chosen = open.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  if (open.length === 0) {
    return (
      <Text size="sm">
        <Trans>Không có nhiệm vụ nào như vậy đang chờ đơn vị.</Trans>
      </Text>
    )
  }
  const toggle = (id: string, on: boolean) => setLeft(new Set(on ? [...left].filter((one) => one !== id) : [...left, id]))
  return (
    <Stack gap="md">
      <Checkbox
        fw={600}
        label={t`Chọn tất cả (${open.length})`}
        checked={chosen.length === open.length}
        indeterminate={chosen.length > 0 && chosen.length < open.length}
        onChange={(event) => setLeft(new Set(event.currentTarget.checked ? [] : open.map(({ id }) => id)))}
      />
      {open.map((task) => (
        <Row key={task.id} task={task} checked={!left.has(task.id)} onChange={(on) => toggle(task.id, on)} />
      ))}
      <Group justify="flex-end">
        <Button disabled={chosen.length === 0} leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => setAsked(true)}>
          {plural(chosen.length, { other: 'Đôn đốc # nhiệm vụ' })}
        </Button>
      </Group>
      {asked && <ChaseDialog taskIds={chosen} onClose={onClose} />}
    </Stack>
  )
}

/** Chooses among what is late, or among all that is open, with the filter of the list, and urges all of it at once. */
export const ChaseMany = ({ filter, onClose }: { filter: Filter; onClose: () => void }) => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const [onlyLate, setOnlyLate] = useState(true)
  const query = useQuery({ queryKey: [tasks.list.path, 'chase', id, filter, onlyLate], queryFn: () => openTasks(id, filter, onlyLate) })
  return (
    <RecordDrawer title={t`Đôn đốc nhiệm vụ`} onClose={onClose}>
      <Switch mb="md" label={t`Chỉ việc trễ hạn`} checked={onlyLate} onChange={(event) => setOnlyLate(event.currentTarget.checked)} />
      <Answer query={query}>{(open) => <Choice key={String(onlyLate)} open={open} all={onlyLate} onClose={onClose} />}</Answer>
    </RecordDrawer>
  )
}
