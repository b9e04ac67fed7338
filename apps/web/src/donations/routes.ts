import type { donations } from '@chung-tay/contracts/donations'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const donationsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'donations',
  validateSearch: listSearch<typeof donations.list>(),
  component: lazyPage(() => import('./donations-page.tsx'), 'DonationsPage'),
})

export const donationRoutes = [donationsRoute] as const
