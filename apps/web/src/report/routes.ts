import { createRoute } from '@tanstack/react-router'
import { appRoute, campaignRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const reportRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'report',
  // `figure`, `breakdown` and `row` (a line of the annex) name the number whose records are open; the page drops what it does not know.
  validateSearch: listSearch<unknown, 'tab' | 'revision' | 'figure' | 'breakdown' | 'row'>(),
  component: lazyPage(() => import('./report-page.tsx'), 'ReportPage'),
})

export const archiveRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'reports',
  component: lazyPage(() => import('./archive-page.tsx'), 'ArchivePage'),
})

export const archiveRoutes = [archiveRoute] as const
export const reportRoutes = [reportRoute] as const
