import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const campaignsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'campaigns',
  validateSearch: searchParams({ open: z.literal('new') }),
  component: lazyPage(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
})

export const nextYearRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'campaigns/next',
  validateSearch: searchParams({ from: z.int(), to: z.int() }),
  component: lazyPage(() => import('./next-year-page.tsx'), 'NextYearPage'),
})

/** `file`: the uploaded paper, so that a reload stands where one was. */
export const importPlanRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'campaigns/import',
  validateSearch: searchParams({ file: z.uuid() }),
  component: lazyPage(() => import('./import-page.tsx'), 'ImportPlanPage'),
})

export const campaignRoutes = [campaignsRoute, nextYearRoute, importPlanRoute] as const
