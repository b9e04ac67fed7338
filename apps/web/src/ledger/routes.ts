import type { funds } from '@chung-tay/contracts/funds'
import type { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

/** `open` is the record behind an entry, `entry` the one of its entries that is shown. */
export const ledgerRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'ledger',
  validateSearch: listSearch<typeof ledger.journal, 'entry'>(),
  component: lazyPage(() => import('./ledger-page.tsx'), 'LedgerPage'),
})

export const disbursementsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'disbursements',
  validateSearch: listSearch<typeof disbursements.list>(),
  component: lazyPage(() => import('./disbursements-page.tsx'), 'DisbursementsPage'),
})

export const fundsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'funds',
  validateSearch: listSearch<typeof funds.list>(),
  component: lazyPage(() => import('./funds-page.tsx'), 'FundsPage'),
})

export const closingRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'closing',
  component: lazyPage(() => import('./closing-page.tsx'), 'ClosingPage'),
})

export const ledgerRoutes = [ledgerRoute, disbursementsRoute, fundsRoute, closingRoute] as const
