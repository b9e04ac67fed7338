import type { nominations } from '@chung-tay/contracts/nominations'
import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch, searchParams } from '../ui/list-search.ts'

export const nominationsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'nominations',
  validateSearch: listSearch<typeof nominations.list>(),
  component: lazyPage(() => import('./nominations-page.tsx'), 'NominationsPage'),
})

export const tiersRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'award-tiers',
  validateSearch: searchParams({ open: z.string() }),
  component: lazyPage(() => import('./tiers-page.tsx'), 'TiersPage'),
})

export const decisionsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'decisions',
  // A decision has a page of its own: a link that opens it from the list leads there.
  beforeLoad: ({ search, params: { year } }) => {
    const opened = z.uuid().safeParse((search as { open?: unknown }).open)
    if (opened.success) throw redirect({ to: '/$year/decisions/$decisionId', params: { year, decisionId: opened.data } })
  },
  component: lazyPage(() => import('./decisions-page.tsx'), 'DecisionsPage'),
})

export const decisionRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'decisions/$decisionId',
  component: lazyPage(() => import('./decision-page.tsx'), 'DecisionPage'),
})

export const awardRoutes = [nominationsRoute, tiersRoute, decisionsRoute, decisionRoute] as const
