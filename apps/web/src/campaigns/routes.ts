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

export const campaignRoutes = [campaignsRoute] as const
