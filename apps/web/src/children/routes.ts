import type { children } from '@chung-tay/contracts/children'
import type { dataRequests } from '@chung-tay/contracts/data-requests'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, campaignRoute, lazyPage } from '../routing.ts'
import { listSearch, searchParams } from '../ui/list-search.ts'

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

/** `file`: the uploaded sheet, so that a reload stands where one was. */
export const childrenImportRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'children/import',
  validateSearch: searchParams({ file: z.uuid() }),
  component: lazyPage(() => import('./import-page.tsx'), 'ChildrenImportPage'),
})

export const requestsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'data-requests',
  validateSearch: listSearch<typeof dataRequests.list>(),
  component: lazyPage(() => import('./requests-page.tsx'), 'RequestsPage'),
})

export const childRoutes = [childrenRoute, duplicatesRoute, childrenImportRoute] as const
/** Requests belong to no year. */
export const dataRequestRoutes = [requestsRoute] as const
