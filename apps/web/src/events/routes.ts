import type { events } from '@chung-tay/contracts/events'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const eventsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'events',
  validateSearch: listSearch<typeof events.list>(),
  component: lazyPage(() => import('./events-page.tsx'), 'EventsPage'),
})

export const eventRoutes = [eventsRoute] as const
