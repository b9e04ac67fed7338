import { roles } from '@chung-tay/domain/access/actor'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const accountsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'accounts',
  validateSearch: listSearch({ role: z.enum(roles), active: z.enum(['true', 'false']), sort: z.enum(['name', '-name', 'username', '-username']) }),
  component: lazyPage(() => import('./accounts-page.tsx'), 'AccountsPage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'settings/security',
  component: lazyPage(() => import('./security-page.tsx'), 'SecurityPage'),
})

export const accountRoutes = [accountsRoute, securityRoute]
