import type { bankLines } from '@chung-tay/contracts/bank-lines'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const statementsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'bank-statements',
  validateSearch: listSearch<typeof bankLines.list>(),
  component: lazyPage(() => import('./statements-page.tsx'), 'StatementsPage'),
})

export const statementRoutes = [statementsRoute] as const
