import type { accounts } from '@chung-tay/contracts/accounts'
import { createRoute } from '@tanstack/react-router'
import { appRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const accountsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'accounts',
  validateSearch: listSearch<typeof accounts.list>(),
  component: lazyPage(() => import('./accounts-page.tsx'), 'AccountsPage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'settings/security',
  component: lazyPage(() => import('./security-page.tsx'), 'SecurityPage'),
})

export const accountRoutes = [accountsRoute, securityRoute]
