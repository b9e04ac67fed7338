import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'

/**
 * A page loaded when it is first opened: `lazyPage(() => import('./tasks-page.tsx'), 'TasksPage')`.
 * Its type is left open on purpose: a page reads its own route, and would else be part of its own type.
 */
export const lazyPage = (load: () => Promise<unknown>, name: string) =>
  lazyRouteComponent(load as () => Promise<Record<string, () => ReactNode>>, name)

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()()

/** Everything behind the sign-in, in the frame with head and menu. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const { requireSession } = await import('./session/session.ts')
    return { me: await requireSession(context.client, location.href) }
  },
  component: lazyPage(() => import('./layout/app-layout.tsx'), 'AppLayout'),
})

const yearOf = z.coerce.number().int().min(2000).max(2100)

/** Everything that belongs to one year's campaign: `/2021/tasks`. */
export const campaignRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '$year',
  params: {
    parse: ({ year }) => {
      const parsed = yearOf.safeParse(year)
      if (!parsed.success) throw notFound()
      return { year: parsed.data }
    },
    stringify: ({ year }) => ({ year: String(year) }),
  },
  beforeLoad: async ({ context, params }) => {
    const { requireCampaign } = await import('./session/session.ts')
    return { campaign: await requireCampaign(context.client, params.year) }
  },
})
