import { employeeKind, employees, unitKind, units } from '@chung-tay/contracts/agency'
import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { appRoute, lazyPage } from '../routing.ts'
import { listSearch } from '../ui/list-search.ts'

const flag = z.enum(['true', 'false'])

export const unitsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/units',
  validateSearch: listSearch({ kind: unitKind, active: flag, sort: units.list.query.shape.sort.unwrap() }),
  component: lazyPage(() => import('./units-page.tsx'), 'UnitsPage'),
})

export const employeesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/employees',
  validateSearch: listSearch({ unitId: z.uuid(), kind: employeeKind, active: flag, sort: employees.list.query.shape.sort.unwrap() }),
  component: lazyPage(() => import('./employees-page.tsx'), 'EmployeesPage'),
})

export const letterheadRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'agency/letterhead',
  component: lazyPage(() => import('./letterhead-page.tsx'), 'LetterheadPage'),
})

export const agencyRoutes = [unitsRoute, employeesRoute, letterheadRoute] as const
