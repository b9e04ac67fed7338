import type { Permission } from '@chung-tay/domain/access/abilities'
import type { ReactNode } from 'react'
import { useCan } from './session.ts'

/** Shows its children to those who may: `<Can permission="create Donation">`; with `record`, for this very record. */
export const Can = ({ permission, record, children }: { permission: Permission; record?: Record<string, unknown>; children: ReactNode }) =>
  useCan()(permission, record) ? children : null
