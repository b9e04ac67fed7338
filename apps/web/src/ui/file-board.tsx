import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Button, FileButton, Group, Image, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCamera, IconFile, IconPaperclip } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { fileUrl, type UploadedFile, uploadFile } from '../api/files.ts'
import { formatSize } from './format.ts'
import { toastFailed } from './toast.tsx'

const isPhoto = ({ mediaType }: UploadedFile) => mediaType.startsWith('image/')

const Tile = ({ file }: { file: UploadedFile }) => (
  <Anchor href={fileUrl(file.id)} target="_blank" rel="noopener" underline="hover" size="xs" c="inherit">
    <Paper withBorder p={4}>
      {isPhoto(file) ? (
        <Image src={fileUrl(file.id)} alt="" h={96} radius="sm" fit="cover" loading="lazy" />
      ) : (
        <Stack h={96} align="center" justify="center">
          <IconFile size={36} stroke={1.4} aria-hidden />
        </Stack>
      )}
      <Text size="xs" lineClamp={1} mt={4}>
        {file.name} ({formatSize(file.size)})
      </Text>
    </Paper>
  </Anchor>
)

type FileBoardProps = {
  label: string
  files: readonly UploadedFile[]
  /** Hangs uploaded files on the record at once, so that a photo is never lost with a form. Without it they are only shown. */
  onAttach?: ((fileIds: string[]) => Promise<unknown>) | undefined
  empty: string
}

/** The photos and papers of a record. A phone offers its camera. */
export const FileBoard = ({ label, files, onAttach, empty }: FileBoardProps) => {
  const { t } = useLingui()
  const [sending, setSending] = useState(0)
  const cameraId = useId()
  const filesId = useId()

  const add = async (chosen: File[]) => {
    setSending((count) => count + chosen.length)
    for (const file of chosen) {
      await uploadFile(file)
        .then(({ id }) => onAttach?.([id]))
        .catch(toastFailed)
      setSending((count) => count - 1)
    }
  }
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {files.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4 }} spacing="xs">
        {files.map((file) => (
          <Tile key={file.id} file={file} />
        ))}
      </SimpleGrid>
      {onAttach && (
        <Group gap="xs" className="no-print">
          <FileButton
            accept="image/*"
            capture="environment"
            onChange={(file) => file && void add([file])}
            inputProps={{ 'aria-labelledby': cameraId }}
          >
            {(button) => (
              <Button {...button} id={cameraId} hiddenFrom="sm" loading={sending > 0} leftSection={<IconCamera size={18} aria-hidden />}>
                <Trans>Chụp ảnh</Trans>
              </Button>
            )}
          </FileButton>
          <FileButton
            multiple
            accept="image/*,application/pdf,.docx,.xlsx"
            onChange={(chosen) => void add(chosen)}
            inputProps={{ 'aria-labelledby': filesId }}
          >
            {(button) => (
              <Button {...button} id={filesId} variant="default" loading={sending > 0} leftSection={<IconPaperclip size={16} aria-hidden />}>
                <Trans>Chọn ảnh hoặc tệp</Trans>
              </Button>
            )}
          </FileButton>
          {sending > 0 && (
            <Text size="sm" role="status">
              {t`Đang gửi ${sending} tệp…`}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}
