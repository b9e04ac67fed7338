import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DateTime } from './texts.tsx'

export type Comment = { id: string; authorName: string; at: Date; text: string }

type CommentsProps = {
  comments: readonly Comment[]
  /** Without it the list is only read. What was typed stays when sending fails. */
  onSend?: (text: string) => Promise<unknown>
}

/** What people said about a record, the earliest first, and a place to answer. Ctrl/⌘-Enter sends. */
export const Comments = ({ comments, onSend }: CommentsProps) => {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const send = async () => {
    if (!onSend || text.trim() === '') return
    setSending(true)
    await onSend(text.trim()).then(
      () => setText(''),
      () => undefined,
    )
    setSending(false)
  }
  return (
    <Stack gap="xs">
      {comments.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Chưa có trao đổi.</Trans>
        </Text>
      )}
      {comments.map((comment) => (
        <Paper key={comment.id} withBorder p="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600}>
              {comment.authorName}
            </Text>
            <Text size="xs" c="dimmed">
              <DateTime value={comment.at} />
            </Text>
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {comment.text}
          </Text>
        </Paper>
      ))}
      {onSend && (
        <>
          <Textarea
            aria-label={t`Nội dung trao đổi`}
            placeholder={t`Viết trao đổi…`}
            autosize
            minRows={2}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void send()
            }}
          />
          <Button variant="default" loading={sending} disabled={text.trim() === ''} onClick={() => void send()} style={{ alignSelf: 'flex-end' }}>
            <Trans>Gửi</Trans>
          </Button>
        </>
      )}
    </Stack>
  )
}
