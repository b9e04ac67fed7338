import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const unitFiguresRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'unit-figures',
  // `unit` is the one whose figures are open, `figure` the number whose records are.
  validateSearch: listSearch<unknown, 'unit' | 'figure'>(),
  component: lazyPage(() => import('./unit-figures-page.tsx'), 'UnitFiguresPage'),
})

export const confirmationRoutes = [unitFiguresRoute] as const
