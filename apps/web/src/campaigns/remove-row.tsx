import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Leaves out one of the rows that were read. */
export const RemoveRow = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Group justify="flex-end">
    <Button variant="subtle" color="red" size="compact-sm" leftSection={<IconTrash size={16} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  </Group>
)
