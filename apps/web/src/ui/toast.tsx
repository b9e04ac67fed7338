import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { problemText } from './problem-text.ts'

type Undo = () => void

const withUndo = (id: string, message: ReactNode, undo: Undo) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{message}</Text>
    <Button
      size="compact-sm"
      variant="light"
      onClick={() => {
        notifications.hide(id)
        undo()
      }}
    >
      <Trans>Hoàn tác</Trans>
    </Button>
  </Group>
)

/** Says that something is done; with `undo`, offers to take it back for ten seconds. */
export const toastDone = (message: ReactNode, undo?: Undo): void => {
  const id = crypto.randomUUID()
  notifications.show({ id, color: 'leaf', message: undo ? withUndo(id, message, undo) : message, autoClose: undo ? 10_000 : 4_000 })
}

/** Says why something failed. It stays until it is read. */
export const toastFailed = (error: unknown): void => {
  notifications.show({ color: 'red', message: problemText(error), autoClose: 12_000 })
}
