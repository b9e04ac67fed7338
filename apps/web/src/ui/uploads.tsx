import { paperTypes, photoTypes } from '@chung-tay/contracts/files'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Group, Loader, Paper, Text } from '@mantine/core'
import { IconRefresh, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { type UploadedFile, uploadFile } from '../api/files.ts'
import { codeOf } from '../api/problem.ts'
import { InAppHint } from './in-app-hint.tsx'
import { problemText } from './problem-text.ts'
import type { Held } from './record-form.ts'
import { toastFailed } from './toast.tsx'

/** For the pickers: what the server takes. The endings are for computers that know no office type by its name. */
export const acceptedPhotos = photoTypes.join(',')
export const acceptedFiles = [...photoTypes, ...paperTypes, '.pdf', '.docx', '.xlsx'].join(',')

type Sending = { key: string; file: File; problem: unknown }

export type Uploads = Held & {
  sending: readonly Sending[]
  /** A form was to be sent while a file had failed: the person has to decide about it. */
  refused: boolean
  add: (files: readonly File[]) => void
  again: (one: Sending) => void
  drop: (one: Sending) => void
}

const createQueue = () => {
  let last = Promise.resolve()
  const open = new Set<string>()
  const failed = new Set<string>()
  return {
    failed,
    waits: () => open.size > 0 || failed.size > 0,
    run: (key: string, work: () => Promise<void>) => {
      open.add(key)
      failed.delete(key)
      last = last.then(work).finally(() => open.delete(key))
    },
    ended: async () => {
      while (open.size > 0) await last
    },
  }
}

/**
 * Sends files one after the other as soon as they are chosen. `onStored` takes each as it arrives; if that fails, the file has failed.
 * What failed stays and can be sent again or dropped.
 */
export const useUploads = (onStored: (file: UploadedFile) => unknown): Uploads => {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [refused, setRefused] = useState(false)
  const [queue] = useState(createQueue)
  const stored = useRef(onStored)
  const shown = useRef(true)
  useEffect(() => {
    stored.current = onStored
  })
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const drop = ({ key }: Sending) => {
    queue.failed.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
    setRefused(false)
  }
  const mark = (key: string, problem: unknown) => setSending((all) => all.map((one) => (one.key === key ? { ...one, problem } : one)))
  const send = (one: Sending) =>
    queue.run(one.key, async () => {
      try {
        const file = await uploadFile(one.file, one.key)
        await stored.current(file)
        drop(one)
      } catch (error) {
        queue.failed.add(one.key)
        if (shown.current) mark(one.key, error)
        else toastFailed(error)
      }
    })
  return {
    sending,
    refused,
    waits: queue.waits,
    arrived: async () => {
      await queue.ended()
      setRefused(queue.failed.size > 0)
      return queue.failed.size === 0
    },
    add: (files) => {
      const fresh = files.map((file) => ({ key: crypto.randomUUID(), file, problem: null }))
      setSending((all) => [...all, ...fresh])
      for (const one of fresh) send(one)
    },
    again: (one) => {
      mark(one.key, null)
      setRefused(false)
      send(one)
    },
    drop,
  }
}

const problemOf = (problem: unknown): string =>
  codeOf(problem) === 'UNSUPPORTED_MEDIA_TYPE' ? t`Chỉ nhận ảnh JPG, PNG, WebP và tệp PDF, DOCX, XLSX.` : problemText(problem)

const SendingFile = ({ one, uploads }: { one: Sending; uploads: Uploads }) => {
  const { t } = useLingui()
  return (
    <Paper withBorder px="xs" py={4}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {one.file.name}
          {one.problem !== null && (
            <Text component="span" display="block" size="xs" c="var(--mantine-color-error)">
              {problemOf(one.problem)}
            </Text>
          )}
        </Text>
        {one.problem === null ? (
          <Loader size={16} aria-label={t`Đang tải lên`} />
        ) : (
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="subtle" data-again aria-label={t`Gửi lại ${one.file.name}`} onClick={() => uploads.again(one)}>
              <IconRefresh size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" color="red" aria-label={t`Bỏ ${one.file.name}`} onClick={() => uploads.drop(one)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Group>
    </Paper>
  )
}

/** The files on their way; one that failed says why and offers to be sent again. */
export const SendingFiles = ({ uploads }: { uploads: Uploads }) => {
  const { sending, refused } = uploads
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) list.current?.querySelector<HTMLElement>('[data-again]')?.focus()
  }, [refused])
  return (
    <>
      <div ref={list} aria-live="polite" style={{ display: 'contents' }}>
        {sending.map((one) => (
          <SendingFile key={one.key} one={one} uploads={uploads} />
        ))}
        {refused && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            <Trans>Có tệp chưa tải lên được. Hãy gửi lại hoặc bỏ tệp đó rồi bấm nút một lần nữa.</Trans>
          </Text>
        )}
      </div>
      <InAppHint />
    </>
  )
}
