import { taskChases } from '@chung-tay/contracts/task-chases'
import type { TaskChaseRecord, TaskDetail } from '@chung-tay/contracts/tasks'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Box, Button, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { Section } from './task-facts.tsx'

const Said = ({ by, at, text }: { by: string; at: Date | null; text: string }) => (
  <>
    <Text size="xs" c="dimmed">
      {by} · <DateTime value={at} />
    </Text>
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  </>
)

const AnswerButton = ({ chase }: { chase: TaskChaseRecord }) => {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const answer = useAction(taskChases.answer, { done: t`Đã trả lời Văn phòng`, onDone: () => setOpen(false) })
  return (
    <>
      <Button size="sm" mt={4} leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setOpen(true)} className="no-print">
        {t`Trả lời đôn đốc`}
      </Button>
      {open && (
        <ReasonDialog
          title={t`Trả lời đôn đốc của Văn phòng`}
          label={t`Đã làm đến đâu, khi nào xong?`}
          confirmLabel={t`Gửi trả lời`}
          danger={false}
          pending={answer.isPending}
          onClose={() => setOpen(false)}
          onReason={(text) => answer.mutate({ params: { id: chase.id }, body: { answer: text }, version: chase.version })}
        >
          {chase.text}
        </ReasonDialog>
      )}
    </>
  )
}

const Chase = ({ task, chase }: { task: TaskDetail; chase: TaskChaseRecord }) => {
  const answers = useCan()('answer TaskChase', { task })
  const open = useCampaign().status !== 'closed'
  return (
    <Box component="li" ps="sm" style={{ borderInlineStart: '3px solid var(--mantine-color-stamen-6)' }}>
      <Said by={chase.chasedByName} at={chase.chasedAt} text={chase.text} />
      {chase.answer !== null ? (
        <Box mt={6} ps="sm" style={{ borderInlineStart: '3px solid var(--mantine-color-leaf-6)' }}>
          <Said by={chase.answeredByName ?? ''} at={chase.answeredAt} text={chase.answer} />
        </Box>
      ) : answers && open ? (
        <AnswerButton chase={chase} />
      ) : (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>Đơn vị chưa trả lời.</Trans>
        </Text>
      )}
    </Box>
  )
}

/** How often the office has urged, and what the unit said to it. */
export const ChasesSection = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  if (task.chases.length === 0) return null
  return (
    <Section title={t`Đôn đốc`} note={<StatusBadge tone="warn">{t`${task.chaseCount} lần`}</StatusBadge>}>
      {task.escalatedAt && (
        <Alert color="red" p="xs" mb="sm" icon={<IconSpeakerphone size={18} aria-hidden />}>
          <Trans>
            Đã báo Lãnh đạo lúc <DateTime value={task.escalatedAt} />
          </Trans>
        </Alert>
      )}
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {task.chases.map((chase) => (
          <Chase key={chase.id} task={task} chase={chase} />
        ))}
      </Stack>
    </Section>
  )
}
