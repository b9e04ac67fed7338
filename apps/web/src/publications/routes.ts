import type { publications } from '@chung-tay/contracts/publications'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const publicationsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'publications',
  validateSearch: listSearch<typeof publications.list>(),
  component: lazyPage(() => import('./publications-page.tsx'), 'PublicationsPage'),
})

export const publicationRoutes = [publicationsRoute] as const
