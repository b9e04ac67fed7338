import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

/** The plan of a year with its activities. `open`: the plan's text, its number, a new activity, or the id of one. */
export const planRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'plan',
  validateSearch: searchParams({ open: z.union([z.enum(['edit', 'issue', 'new']), z.uuid()]) }),
  component: lazyPage(() => import('../campaigns/plan-page.tsx'), 'PlanPage'),
})

export const activityRoutes = [planRoute] as const
