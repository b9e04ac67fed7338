import { taskExtensions } from '@chung-tay/contracts/task-chases'
import type { TaskDetail, TaskExtensionRecord } from '@chung-tay/contracts/tasks'
import { taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Box, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { DateTime, Day, StatusBadge } from '../ui/texts.tsx'
import { GrantExtension } from './extension-forms.tsx'
import { Section } from './task-facts.tsx'

const Decide = ({ extension, grants }: { extension: TaskExtensionRecord; grants: boolean }) => {
  const { t } = useLingui()
  const [open, setOpen] = useState<'grant' | 'refuse' | null>(null)
  const close = () => setOpen(null)
  const refuse = useAction(taskExtensions.refuse, { done: t`Đã từ chối gia hạn`, onDone: close })
  return (
    <Group gap="xs" mt="xs" className="no-print">
      {grants && <Button size="sm" onClick={() => setOpen('grant')}>{t`Cho gia hạn`}</Button>}
      <Button size="sm" variant="default" onClick={() => setOpen('refuse')}>{t`Không đồng ý`}</Button>
      {open === 'grant' && <GrantExtension extension={extension} onClose={close} />}
      {open === 'refuse' && (
        <ReasonDialog
          title={t`Không cho gia hạn?`}
          confirmLabel={t`Không đồng ý`}
          pending={refuse.isPending}
          onClose={close}
          onReason={(reason) => refuse.mutate({ params: { id: extension.id }, body: { reason }, version: extension.version })}
        />
      )}
    </Group>
  )
}

const State = ({ granted }: { granted: boolean | null }) => {
  const { t } = useLingui()
  if (granted === null) return <StatusBadge tone="warn">{t`Chờ quyết định`}</StatusBadge>
  return granted ? <StatusBadge tone="good">{t`Đã cho gia hạn`}</StatusBadge> : <StatusBadge tone="bad">{t`Không đồng ý`}</StatusBadge>
}

const Extension = ({ task, extension }: { task: TaskDetail; extension: TaskExtensionRecord }) => {
  const decides = useCan()('update Task', task) && useCampaign().status !== 'closed' && extension.granted === null
  return (
    <Box component="li">
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>
          <Day value={extension.previousDueOn} /> → <Day value={extension.dueOn} />
        </Text>
        <State granted={extension.granted} />
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {extension.reason}
      </Text>
      <Text size="xs" c="dimmed">
        {extension.requestedByName} · <DateTime value={extension.requestedAt} />
      </Text>
      {extension.granted !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          <Trans>
            {extension.decidedByName} quyết định <DateTime value={extension.decidedAt} />
          </Trans>
          {extension.decision && `: ${extension.decision}`}
        </Text>
      )}
      {decides && <Decide extension={extension} grants={mayAdvance(taskTransitions, task.status, 'grant')} />}
    </Box>
  )
}

/** Later days that were asked for, and what became of it. */
export const ExtensionsSection = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  if (task.extensions.length === 0) return null
  return (
    <Section title={t`Gia hạn`}>
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {task.extensions.map((extension) => (
          <Extension key={extension.id} task={task} extension={extension} />
        ))}
      </Stack>
    </Section>
  )
}
