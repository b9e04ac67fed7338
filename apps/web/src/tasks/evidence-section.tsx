import type { TaskDetail } from '@chung-tay/contracts/tasks'
import { evidenceFound } from '@chung-tay/domain/tasks/evidence'
import { useLingui } from '@lingui/react/macro'
import { Group, Stack, Text } from '@mantine/core'
import { FileBoard } from '../ui/file-board.tsx'
import { StatusBadge } from '../ui/texts.tsx'
import type { Uploads } from '../ui/uploads.tsx'
import { DoneMark, Section } from './task-facts.tsx'
import { evidenceKindLabels } from './task-labels.tsx'

/** What was asked beside what is there. */
const Asked = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const found = evidenceFound(
    task.evidenceAsked,
    task.files.map(({ mediaType }) => mediaType),
  )
  return (
    <Stack component="ul" gap={6} m={0} p={0} mb="sm" style={{ listStyle: 'none' }} aria-label={t`Minh chứng phải có`}>
      {found.map(({ kind, label, count, there }, at) => (
        <Group key={at} component="li" gap="xs" wrap="nowrap" align="flex-start">
          <DoneMark done={there >= count} />
          <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>
            {label}
            <Text component="span" size="xs" c="dimmed">
              {' · '}
              {evidenceKindLabels()[kind]}
            </Text>
          </Text>
          <StatusBadge tone={there >= count ? 'good' : 'warn'} className="status figures">{`${there}/${count}`}</StatusBadge>
        </Group>
      ))}
    </Stack>
  )
}

/** Photos and papers of the task: what is asked, what is there, and a camera to add more. */
export const EvidenceSection = ({ task, uploads }: { task: TaskDetail; uploads: Uploads | undefined }) => {
  const { t } = useLingui()
  const asked = task.evidenceAsked.length > 0
  if (!uploads && !asked && task.files.length === 0) return null
  return (
    <Section title={t`Minh chứng`}>
      {asked && <Asked task={task} />}
      <FileBoard
        label={t`Minh chứng`}
        files={task.files}
        empty={asked ? t`Chưa có tệp nào.` : t`Chưa có minh chứng. Cần ít nhất một ảnh hoặc tệp để báo cáo.`}
        uploads={uploads}
      />
    </Section>
  )
}
