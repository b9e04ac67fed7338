import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { problemText } from './problem-text.ts'

type Undo = () => void

// The container is loaded with the first message: most pages of a day show none.
const Container = lazy(() => import('./toasts.tsx'))
const listeners = new Set<() => void>()
let wanted = false

const load = async () => {
  wanted = true
  for (const listener of listeners) listener()
  return (await import('@mantine/notifications')).notifications
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Where messages appear; once in the app. */
export const Toasts = () =>
  useSyncExternalStore(subscribe, () => wanted) ? (
    <Suspense fallback={null}>
      <Container />
    </Suspense>
  ) : null

const withUndo = (message: ReactNode, undo: Undo, hide: () => void) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{message}</Text>
    <Button
      size="compact-sm"
      variant="light"
      onClick={() => {
        hide()
        undo()
      }}
    >
      <Trans>Hoàn tác</Trans>
    </Button>
  </Group>
)

const closing = () => ({ 'aria-label': t`Đóng` })

/** Says that something is done; with `undo`, offers to take it back for ten seconds. */
export const toastDone = (message: ReactNode, undo?: Undo): void => {
  void show(message, undo)
}

const show = async (message: ReactNode, undo: Undo | undefined): Promise<void> => {
  const id = crypto.randomUUID()
  const notifications = await load()
  const content = undo ? withUndo(message, undo, () => notifications.hide(id)) : message
  notifications.show({ id, color: 'leaf', message: content, autoClose: undo ? 10_000 : 4_000, closeButtonProps: closing() })
}

/** Says why something failed. It stays long enough to be read. */
export const toastFailed = (error: unknown): void => {
  void load().then((notifications) =>
    notifications.show({ color: 'red', message: problemText(error), autoClose: 12_000, closeButtonProps: closing() }),
  )
}
