import type { children } from '@chung-tay/contracts/children'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const childrenRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'children',
  validateSearch: listSearch<typeof children.list>(),
  component: lazyPage(() => import('./children-page.tsx'), 'ChildrenPage'),
})

export const duplicatesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'children/duplicates',
  component: lazyPage(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
})

export const childRoutes = [childrenRoute, duplicatesRoute] as const
