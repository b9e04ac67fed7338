import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Anchor, Button, FileButton, Group, Input, Loader, Paper, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { fileUrl, type UploadedFile, uploadFile } from '../../api/files.ts'
import { formatSize } from '../format.ts'
import { problemText } from '../problem-text.ts'
import { type FieldProps, useField } from './field.ts'

/** A link that opens or saves a stored file. */
export const FileLink = ({ file }: { file: Pick<UploadedFile, 'id' | 'name' | 'size'> }) => (
  <Anchor href={fileUrl(file.id)} target="_blank" rel="noopener" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {file.name} ({formatSize(file.size)})
  </Anchor>
)

type Sending = { key: string; file: File; problem: unknown }
type FileFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** Files the record already has, for their names. */
  known?: readonly Pick<UploadedFile, 'id' | 'name' | 'size'>[]
  /** `image/*` lets a phone offer its camera. */
  accept?: string
  /** 1 for a field that holds one id at most. */
  limit?: number
}

/** Files, sent as soon as they are chosen; the value is the list of their ids. A file that failed can be sent again. */
export const FileField = <Values extends FieldValues>(props: FileFieldProps<Values>) => {
  const { t } = useLingui()
  const { known = [], accept = 'image/*,application/pdf,.doc,.docx,.xls,.xlsx', limit = 20 } = props
  const [files, setFiles] = useState<Pick<UploadedFile, 'id' | 'name' | 'size'>[]>([...known])
  const [sending, setSending] = useState<Sending[]>([])
  const { value, change, input } = useField(props, (shown) =>
    Array.isArray(shown) ? shown.map((id) => files.find((file) => file.id === id)?.name ?? id).join(', ') : '–',
  )
  const ids = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  // Several uploads end in any order: each adds to what is there then, not to what was there when it began.
  const latest = useRef(ids)
  latest.current = ids
  const labelId = useId()

  const put = (next: string[]) => {
    latest.current = next
    change(next)
  }
  const mark = (key: string, problem: unknown) => setSending((all) => all.map((one) => (one.key === key ? { ...one, problem } : one)))
  const send = async ({ key, file }: Sending) => {
    mark(key, null)
    try {
      const stored = await uploadFile(file, key)
      setFiles((all) => [...all, stored])
      setSending((all) => all.filter((one) => one.key !== key))
      put([...latest.current, stored.id])
    } catch (error) {
      mark(key, error)
    }
  }
  const add = (chosen: File[]) => {
    const fresh = chosen.slice(0, limit - ids.length).map((file) => ({ key: crypto.randomUUID(), file, problem: null }))
    setSending((all) => [...all, ...fresh])
    for (const one of fresh) void send(one)
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
          const file = files.find((one) => one.id === id) ?? { id, name: t`Tệp đã tải lên`, size: 0 }
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
        {sending.map((one) => (
          <Paper key={one.key} withBorder px="xs" py={4} aria-live="polite">
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm">
                {one.file.name}
                {one.problem !== null && (
                  <Text component="span" display="block" size="xs" c="var(--mantine-color-error)">
                    {problemText(one.problem)}
                  </Text>
                )}
              </Text>
              {one.problem === null ? (
                <Loader size={16} />
              ) : (
                <Group gap={4} wrap="nowrap">
                  <ActionIcon variant="subtle" aria-label={t`Gửi lại ${one.file.name}`} onClick={() => void send(one)}>
                    <IconRefresh size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={t`Bỏ ${one.file.name}`}
                    onClick={() => setSending((all) => all.filter(({ key }) => key !== one.key))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              )}
            </Group>
          </Paper>
        ))}
        {ids.length < limit && (
          <FileButton multiple={true} accept={accept} onChange={add} inputProps={{ 'aria-labelledby': labelId }}>
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
