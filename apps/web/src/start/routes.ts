import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const startRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  validateSearch: searchParams({ year: z.coerce.number().int() }),
  component: lazyPage(() => import('./start-page.tsx'), 'StartPage'),
})
