import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const notificationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'notifications',
  validateSearch: searchParams({ unread: z.enum(['true', 'false']) }),
  component: lazyPage(() => import('./notifications-page.tsx'), 'NotificationsPage'),
})

export const notificationRoutes = [notificationsRoute] as const
