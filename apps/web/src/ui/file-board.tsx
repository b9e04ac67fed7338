import { useLingui } from '@lingui/react/macro'
import { Anchor, Button, FileButton, Group, Image, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCamera, IconFile, IconPaperclip } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { fileUrl, type UploadedFile } from '../api/files.ts'
import { formatSize } from './format.ts'
import { acceptedFiles, acceptedPhotos, SendingFiles, type Uploads } from './uploads.tsx'

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
  uploads?: Uploads | undefined
  empty: string
}

const AddFiles = ({ uploads }: { uploads: Uploads }) => {
  const { t } = useLingui()
  const cameraId = useId()
  const filesId = useId()
  const reset = useRef<() => void>(null)
  const add = (chosen: File[]) => {
    uploads.add(chosen)
    reset.current?.()
  }
  return (
    <Stack gap="xs" className="no-print">
      <SendingFiles uploads={uploads} />
      <Group gap="xs">
        <FileButton
          accept={acceptedPhotos}
          capture="environment"
          onChange={(file) => file && uploads.add([file])}
          inputProps={{ 'aria-labelledby': cameraId }}
        >
          {(button) => (
            <Button {...button} id={cameraId} variant="light" hiddenFrom="sm" leftSection={<IconCamera size={18} aria-hidden />}>
              {t`Chụp ảnh`}
            </Button>
          )}
        </FileButton>
        <FileButton multiple accept={acceptedFiles} onChange={add} resetRef={reset} inputProps={{ 'aria-labelledby': filesId }}>
          {(button) => (
            <Button {...button} id={filesId} variant="default" leftSection={<IconPaperclip size={16} aria-hidden />}>
              {t`Chọn ảnh hoặc tệp`}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  )
}

/** The photos and papers of a record. A phone offers its camera. */
export const FileBoard = ({ label, files, uploads, empty }: FileBoardProps) => (
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
    {uploads && <AddFiles uploads={uploads} />}
  </Stack>
)
