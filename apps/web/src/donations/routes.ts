import type { donations } from '@chung-tay/contracts/donations'
import type { pledges } from '@chung-tay/contracts/pledges'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const donationsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'donations',
  validateSearch: listSearch<typeof donations.list>(),
  component: lazyPage(() => import('./donations-page.tsx'), 'DonationsPage'),
})

export const pledgesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'pledges',
  validateSearch: listSearch<typeof pledges.list>(),
  component: lazyPage(() => import('./pledges-page.tsx'), 'PledgesPage'),
})

export const donationRoutes = [donationsRoute, pledgesRoute] as const
