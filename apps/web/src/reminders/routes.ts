import type { mails } from '@chung-tay/contracts/reminders'
import { createRoute } from '@tanstack/react-router'
import { appRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

const remindersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'settings/reminders',
  component: lazyPage(() => import('./reminders-page.tsx'), 'RemindersPage'),
})

export const mailsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'mails',
  validateSearch: listSearch<typeof mails.listUnsent>(),
  component: lazyPage(() => import('./mails-page.tsx'), 'MailsPage'),
})

export const reminderRoutes = [remindersRoute, mailsRoute] as const
