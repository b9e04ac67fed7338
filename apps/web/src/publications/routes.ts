import { channel, publicationKind, publications } from '@chung-tay/contracts/publications'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const publicationsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'publications',
  validateSearch: listSearch({
    kind: publicationKind,
    channel,
    status: publications.list.query.shape.status.unwrap(),
    unitId: z.uuid(),
    sort: publications.list.query.shape.sort.unwrap(),
  }),
  component: lazyPage(() => import('./publications-page.tsx'), 'PublicationsPage'),
})

export const publicationRoutes = [publicationsRoute] as const
