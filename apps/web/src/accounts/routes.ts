import { roles } from '@chung-tay/domain/access/actor'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage, rootRoute } from '../routing.ts'
import { listSearch, searchParams } from '../ui/list-search.ts'

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

/** Only an address within the app: a link from elsewhere must not send a person away after signing in. */
const inside = z.string().regex(/^\/(?![/\\])/)

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in',
  validateSearch: searchParams({ next: inside }),
  component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

export const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'change-password',
  component: lazyPage(() => import('./change-password-page.tsx'), 'ChangePasswordPage'),
})

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'setup',
  validateSearch: searchParams({ token: z.string() }),
  component: lazyPage(() => import('./setup-page.tsx'), 'SetupPage'),
})
