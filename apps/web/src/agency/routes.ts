import type { units } from '@chung-tay/contracts/agency'
import type { employees } from '@chung-tay/contracts/employees'
import { createRoute } from '@tanstack/react-router'
import { appRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

export const unitsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/units',
  validateSearch: listSearch<typeof units.list>(),
  component: lazyPage(() => import('./units-page.tsx'), 'UnitsPage'),
})

export const employeesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/employees',
  validateSearch: listSearch<typeof employees.list>(),
  component: lazyPage(() => import('./employees-page.tsx'), 'EmployeesPage'),
})

export const letterheadRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/letterhead',
  component: lazyPage(() => import('./letterhead-page.tsx'), 'LetterheadPage'),
})

export const agencyRoutes = [unitsRoute, employeesRoute, letterheadRoute] as const
