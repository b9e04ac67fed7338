import { indicatorKeys } from '@chung-tay/domain/report/indicators'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { campaignRoute, lazyPage } from '../routing.ts'
import { searchParams } from '../ui/list-search.ts'

export const reportTabs = ['narrative', 'figures', 'differences'] as const
export type ReportTab = (typeof reportTabs)[number]

export const reportRoute = createRoute({
  getParentRoute: () => campaignRoute,
  path: 'report',
  // `figure` and `breakdown` name the number whose records are open.
  validateSearch: searchParams({ tab: z.enum(reportTabs), figure: z.enum(indicatorKeys), breakdown: z.string().max(200) }),
  component: lazyPage(() => import('./report-page.tsx'), 'ReportPage'),
})

export const reportRoutes = [reportRoute] as const
