import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const packagesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'packages',
  validateSearch: searchParams({ year: z.coerce.number().pipe(z.int()), open: z.string(), sender: z.string() }),
  component: lazyPage(() => import('./packages-page.tsx'), 'PackagesPage'),
})

export const packageRoutes = [packagesRoute] as const
