import { type TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import type { Missing } from '@chung-tay/domain/tasks/submission'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Box, Button, FileButton, Group, Text } from '@mantine/core'
import { IconCamera, IconCheck, IconSend } from '@tabler/icons-react'
import { useAction } from '../ui/action.ts'
import { acceptedPhotos, type Uploads } from '../ui/uploads.tsx'
import { reportFormId } from './report-form.tsx'
import classes from './task.module.css'

const useMissingText = () => {
  const { t } = useLingui()
  return ({ evidence, anyFile, parts, lines }: Missing): string => {
    const files = evidence.reduce((sum, { count, there }) => sum + count - there, 0)
    const missing = [
      anyFile && t`một ảnh hoặc tệp`,
      files > 0 && plural(files, { other: '# minh chứng' }),
      parts.length > 0 && plural(parts.length, { other: '# phần việc của cán bộ' }),
    ].filter((one) => one !== false)
    if (missing.length > 0) return t`Còn thiếu: ${missing.join(', ')}`
    return lines.length > 0 ? plural(lines.length, { other: 'Còn # bước chưa đánh dấu' }) : t`Đã đủ minh chứng`
  }
}

const Acknowledge = ({ task }: { task: TaskDetail }) => {
  const { t } = useLingui()
  const acknowledge = useAction(tasks.acknowledge, { done: t`Đã tiếp nhận nhiệm vụ` })
  return (
    <Button
      fullWidth
      size="md"
      leftSection={<IconCheck size={18} aria-hidden />}
      loading={acknowledge.isPending}
      onClick={() => acknowledge.mutate({ params: { id: task.id }, version: task.version })}
    >{t`Tiếp nhận`}</Button>
  )
}

type BarProps = { task: TaskDetail; acknowledges: boolean; reports: boolean; missing: Missing; uploads: Uploads }

/** On phones the next step lies under the thumb: receive, photograph, send; with what is still missing. */
export const TaskBar = ({ task, acknowledges, reports, missing, uploads }: BarProps) => {
  const { t } = useLingui()
  const text = useMissingText()
  if (!acknowledges && !reports) return null
  return (
    <>
      <Box className={classes.room ?? ''} hiddenFrom="sm" />
      <Box component="section" aria-label={t`Bước tiếp theo`} className={`${classes.bar ?? ''} no-print`} hiddenFrom="sm">
        {acknowledges ? (
          <Acknowledge task={task} />
        ) : (
          <>
            <Text size="xs" mb={6} aria-live="polite">
              {text(missing)}
            </Text>
            <Group gap="xs" grow wrap="nowrap">
              <FileButton
                accept={acceptedPhotos}
                capture="environment"
                onChange={(file) => file && uploads.add([file])}
                inputProps={{ 'aria-label': t`Chụp ảnh minh chứng` }}
              >
                {(button) => (
                  <Button {...button} size="md" px="xs" variant="light" leftSection={<IconCamera size={18} aria-hidden />}>
                    {t`Thêm ảnh`}
                  </Button>
                )}
              </FileButton>
              <Button type="submit" form={reportFormId} size="md" px="xs" leftSection={<IconSend size={18} aria-hidden />}>
                {t`Gửi báo cáo`}
              </Button>
            </Group>
          </>
        )}
      </Box>
    </>
  )
}
