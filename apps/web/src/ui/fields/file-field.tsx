import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Anchor, Button, FileButton, Group, Input, Paper, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { fileUrl, type UploadedFile } from '../../api/files.ts'
import { formatSize } from '../format.ts'
import { useHeld } from '../record-form.ts'
import { acceptedFiles, SendingFiles, useUploads } from '../uploads.tsx'
import { type FieldProps, useField } from './field.ts'

type Known = Pick<UploadedFile, 'id' | 'name'> & { size?: number }

/** A link that opens or saves a stored file. */
export const FileLink = ({ file: { id, name, size } }: { file: Known }) => (
  <Anchor href={fileUrl(id)} target="_blank" rel="noopener" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {size === undefined ? name : `${name} (${formatSize(size)})`}
  </Anchor>
)

type FileFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** Files the record already has, for their names. */
  known?: readonly Known[]
}

// The contracts take no more at once.
const limit = 20

/** Files, sent as soon as they are chosen; the value is the list of their ids. The form waits for those that are still on their way. */
export const FileField = <Values extends FieldValues>(props: FileFieldProps<Values>) => {
  const { t } = useLingui()
  const { form, known = [] } = props
  const [files, setFiles] = useState<readonly Known[]>(known)
  const [tooMany, setTooMany] = useState(false)
  const { value, change, input } = useField(props, (shown) =>
    Array.isArray(shown) ? shown.map((id) => files.find((file) => file.id === id)?.name ?? id).join(', ') : '–',
  )
  const ids = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  // The next file may arrive before this one was rendered: each adds to what is there then.
  const latest = useRef(ids)
  latest.current = ids
  const labelId = useId()
  const reset = useRef<() => void>(null)

  const put = (next: string[]) => {
    latest.current = next
    change(next)
  }
  const uploads = useUploads((stored) => {
    setFiles((all) => [...all, stored])
    put([...latest.current, stored.id])
  })
  useHeld(form, uploads)
  const left = limit - ids.length - uploads.sending.length
  const add = (chosen: File[]) => {
    setTooMany(chosen.length > left)
    uploads.add(chosen.slice(0, left))
    // Without this the same file could not be chosen again after it was taken away.
    reset.current?.()
  }

  return (
    <Input.Wrapper
      label={input.label}
      description={input.description}
      error={input.error}
      withAsterisk={input.withAsterisk}
      labelElement="div"
      labelProps={{ id: labelId }}
    >
      <Stack gap={6} mt={4} role="group" aria-labelledby={labelId}>
        {ids.map((id) => {
          const file = files.find((one) => one.id === id) ?? { id, name: t`Tệp đã tải lên` }
          return (
            <Paper key={id} withBorder px="xs" py={4}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Group gap={6} wrap="nowrap">
                  <IconFile size={16} aria-hidden />
                  <FileLink file={file} />
                </Group>
                <ActionIcon variant="subtle" color="red" aria-label={t`Gỡ tệp ${file.name}`} onClick={() => put(ids.filter((one) => one !== id))}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Paper>
          )
        })}
        <SendingFiles uploads={uploads} />
        {tooMany && (
          <Text size="sm" role="status">
            <Trans>Mỗi lần chỉ gửi được {limit} tệp; các tệp còn lại chưa được thêm.</Trans>
          </Text>
        )}
        {left > 0 && (
          <FileButton multiple accept={acceptedFiles} onChange={add} resetRef={reset} inputProps={{ 'aria-labelledby': labelId }}>
            {(button) => (
              <Button
                {...button}
                ref={input.ref}
                onBlur={input.onBlur}
                variant="default"
                leftSection={<IconPaperclip size={16} aria-hidden />}
                style={{ alignSelf: 'flex-start' }}
              >
                <Trans>Chọn tệp hoặc chụp ảnh</Trans>
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
    </Input.Wrapper>
  )
}
