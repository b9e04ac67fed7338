import type { tasks } from '@chung-tay/contracts/tasks'
import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const tasksRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks',
  validateSearch: listSearch<typeof tasks.list, 'openOnly'>(),
  // A task has a page of its own: a link that opens it from the list leads there.
  beforeLoad: ({ search, params: { year } }) => {
    const opened = z.uuid().safeParse((search as { open?: unknown }).open)
    if (opened.success) throw redirect({ to: '/$year/tasks/$taskId', params: { year, taskId: opened.data } })
  },
  component: lazyPage(() => import('./tasks-page.tsx'), 'TasksPage'),
})

export const taskRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/$taskId',
  component: lazyPage(() => import('./task-page.tsx'), 'TaskPage'),
})

export const taskRoutes = [tasksRoute, taskRoute] as const
