import type { QueryClient } from '@tanstack/react-query'
import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router'
import { accountRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activities/routes.ts'
import { agencyRoutes } from './agency/routes.ts'
import { awardRoutes } from './awards/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { childRoutes, dataRequestRoutes } from './children/routes.ts'
import { confirmationRoutes } from './confirmations/routes.ts'
import { donationRoutes } from './donations/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { giftRoutes } from './gifts/routes.ts'
import { PageFailed } from './layout/page-failed.tsx'
import { PageMissing } from './layout/page-missing.tsx'
import { ledgerRoutes } from './ledger/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { packageRoutes } from './packages/routes.ts'
import { publicationRoutes } from './publications/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { archiveRoutes, reportRoutes } from './report/routes.ts'
import { appRoute, campaignRoute, rootRoute } from './routing.ts'
import { startRoute } from './start/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { PageSkeleton } from './ui/page-skeleton.tsx'

const ofOneYear = campaignRoute.addChildren([
  ...activityRoutes,
  ...taskRoutes,
  ...publicationRoutes,
  ...donationRoutes,
  ...statementRoutes,
  ...ledgerRoutes,
  ...childRoutes,
  ...giftRoutes,
  ...eventRoutes,
  ...awardRoutes,
  ...reportRoutes,
  ...noticeRoutes,
  ...confirmationRoutes,
])

const routeTree = rootRoute.addChildren([
  appRoute.addChildren([
    startRoute,
    ...accountRoutes,
    ...dataRequestRoutes,
    ...notificationRoutes,
    ...reminderRoutes,
    ...agencyRoutes,
    ...campaignRoutes,
    ...archiveRoutes,
    ...packageRoutes,
    ofOneYear,
  ]),
])

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 200,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: true,
    // Search values are plain text: "0912" stays a text, and each page's own schema reads the rest.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
