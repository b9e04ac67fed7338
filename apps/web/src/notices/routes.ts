import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const noticesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'notices',
  validateSearch: searchParams({ open: z.literal('new') }),
  component: lazyPage(() => import('./notices-page.tsx'), 'NoticesPage'),
})

export const noticeRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'notices/$noticeId',
  validateSearch: searchParams({ open: z.literal('edit') }),
  component: lazyPage(() => import('./notice-page.tsx'), 'NoticePage'),
})

export const noticeSheetRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'notices/$noticeId/sheet',
  component: lazyPage(() => import('./sheet-page.tsx'), 'NoticeSheetPage'),
})

export const noticeRoutes = [noticesRoute, noticeRoute, noticeSheetRoute] as const
