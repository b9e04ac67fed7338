import { children, schoolLevel, sex } from '@chung-tay/contracts/children'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

const flag = z.enum(['true', 'false'])

export const childrenRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'children',
  validateSearch: listSearch({
    unitId: z.uuid(),
    under16: flag,
    sex,
    schoolLevel,
    active: flag,
    mine: flag,
    sort: children.list.query.shape.sort.unwrap(),
  }),
  component: lazyPage(() => import('./children-page.tsx'), 'ChildrenPage'),
})

export const duplicatesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'children/duplicates',
  component: lazyPage(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
})

export const childRoutes = [childrenRoute, duplicatesRoute] as const
