import { eventKind, eventStatus, events } from '@chung-tay/contracts/events'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const eventsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'events',
  validateSearch: listSearch({ unitId: z.uuid(), kind: eventKind, status: eventStatus, sort: events.list.query.shape.sort.unwrap() }),
  component: lazyPage(() => import('./events-page.tsx'), 'EventsPage'),
})

export const eventRoutes = [eventsRoute] as const
