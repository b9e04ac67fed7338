import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PageTitle } from '../../ui/states.tsx'
import { type TaskView, TaskViewTabs } from './view-tabs.tsx'

/** The frame of every picture of the tasks: title, the other pictures, print. */
export const TaskViewPage = ({ view, search, children }: { view: TaskView; search: Record<string, string | undefined>; children: ReactNode }) => {
  const { t } = useLingui()
  return (
    <>
      <PageTitle
        title={t({ message: 'Nhiệm vụ', context: 'menu' })}
        action={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            visibleFrom="sm"
            className="no-print"
          >
            {t`In`}
          </Button>
        }
      />
      <TaskViewTabs view={view} search={search} />
      {children}
    </>
  )
}
