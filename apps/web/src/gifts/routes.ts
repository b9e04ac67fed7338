import type { giftListLines } from '@chung-tay/contracts/gift-lines'
import type { giftLists } from '@chung-tay/contracts/gifts'
import type { purchases, stockIssues } from '@chung-tay/contracts/purchases'
import type { giftKinds } from '@chung-tay/contracts/stock'
import type { stockCounts } from '@chung-tay/contracts/stock-counts'
import { createRoute } from '@tanstack/react-router'
import { campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const stockRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'stock',
  validateSearch: listSearch<typeof giftKinds.list>(),
  component: lazyPage(() => import('./stock-page.tsx'), 'StockPage'),
})

export const purchasesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'purchases',
  validateSearch: listSearch<typeof purchases.list>(),
  component: lazyPage(() => import('./purchases-page.tsx'), 'PurchasesPage'),
})

export const stockIssuesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'stock-issues',
  validateSearch: listSearch<typeof stockIssues.list>(),
  component: lazyPage(() => import('./stock-issues-page.tsx'), 'StockIssuesPage'),
})

export const stockCountsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'stock-counts',
  validateSearch: listSearch<typeof stockCounts.list>(),
  component: lazyPage(() => import('./stock-counts-page.tsx'), 'StockCountsPage'),
})

export const stockCountRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'stock-counts/$countId',
  component: lazyPage(() => import('./stock-count-page.tsx'), 'StockCountPage'),
})

export const giftListsRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'gift-lists',
  validateSearch: listSearch<typeof giftLists.list>(),
  component: lazyPage(() => import('./gift-lists-page.tsx'), 'GiftListsPage'),
})

const lineSearch = listSearch<typeof giftListLines.list>()

export const giftListRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'gift-lists/$giftListId',
  validateSearch: lineSearch,
  component: lazyPage(() => import('./gift-list-page.tsx'), 'GiftListPage'),
})

/** The signed paper, entered. */
export const paperRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'gift-lists/$giftListId/paper',
  component: lazyPage(() => import('./paper-page.tsx'), 'PaperPage'),
})

/** For a unit head: the own unit's children on all lists of the year. */
export const giftLinesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'gift-lines',
  validateSearch: lineSearch,
  component: lazyPage(() => import('./gift-lines-page.tsx'), 'GiftLinesPage'),
})

/** For a parent: the codes of the own children's gifts. */
export const giftCodesRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'gift-codes',
  component: lazyPage(() => import('./gift-codes-page.tsx'), 'GiftCodesPage'),
})

export const giftRoutes = [
  stockRoute,
  purchasesRoute,
  stockIssuesRoute,
  stockCountsRoute,
  stockCountRoute,
  giftListsRoute,
  giftListRoute,
  paperRoute,
  giftLinesRoute,
  giftCodesRoute,
] as const
