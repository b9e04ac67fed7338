import type { tasks } from '@chung-tay/contracts/tasks'
import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch, searchParams } from '../ui/list-search.ts'

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

const conditions = { unitId: z.uuid(), activityId: z.uuid() }

export const myWorkRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/mine',
  component: lazyPage(() => import('./views/mine-page.tsx'), 'MyWorkPage'),
})

export const boardRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/board',
  validateSearch: searchParams(conditions),
  component: lazyPage(() => import('./views/board-page.tsx'), 'BoardPage'),
})

export const calendarRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/calendar',
  validateSearch: searchParams({ ...conditions, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  component: lazyPage(() => import('./views/calendar-page.tsx'), 'CalendarPage'),
})

export const timelineRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/timeline',
  validateSearch: searchParams(conditions),
  component: lazyPage(() => import('./views/timeline-page.tsx'), 'TimelinePage'),
})

export const matrixRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'tasks/matrix',
  validateSearch: searchParams(conditions),
  component: lazyPage(() => import('./views/matrix-page.tsx'), 'MatrixPage'),
})

export const taskRoutes = [tasksRoute, myWorkRoute, boardRoute, calendarRoute, timelineRoute, matrixRoute, taskRoute] as const
