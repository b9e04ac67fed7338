import type { NominationRecord, nominations } from '@chung-tay/contracts/nominations'
import type { Prisma } from '@chung-tay/db/client'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { scope } from '../http/scope.ts'

export const listed = {
  campaign: { select: { status: true, year: true } },
  child: { select: { name: true } },
  unit: { select: { name: true } },
  tier: { select: { name: true, amount: true } },
} as const
export type NominationRow = Prisma.NominationGetPayload<{ include: typeof listed }>

export const presentNomination = (row: NominationRow): NominationRecord => ({
  id: row.id,
  campaignId: row.campaignId,
  childId: row.childId,
  childName: row.child.name,
  unitId: row.unitId,
  unitName: row.unit.name,
  tierId: row.tierId,
  tierName: row.tier.name,
  amount: Number(row.amount ?? row.tier.amount),
  school: row.school,
  className: row.className,
  schoolLevel: row.schoolLevel,
  achievement: row.achievement,
  status: row.status,
  reviewReason: row.reviewReason,
  decisionId: row.decisionId,
  createdAt: row.createdAt,
  version: row.version,
})

type Query = z.output<typeof nominations.list.query>

const orderByOf = (sort: Query['sort']): Prisma.NominationOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'child' | 'createdAt' | 'unit' | 'tier'>(sort)
  const byName = [{ child: { givenName: direction } }, { child: { name: direction } }, { id: direction }]
  if (column === 'createdAt') return [{ createdAt: direction }, { id: direction }]
  if (column === 'unit') return [{ unit: { sortOrder: direction } }, { unit: { name: direction } }, ...byName]
  if (column === 'tier') return [{ tier: { sortOrder: direction } }, { tier: { name: direction } }, ...byName]
  return byName
}

export const listNominations = (context: Context, campaignId: string, query: Query) => {
  const where: Prisma.NominationWhereInput = {
    AND: [
      { campaignId },
      scope(context, 'read', 'Nomination'),
      query.status === undefined ? {} : { status: query.status },
      query.tierId === undefined ? {} : { tierId: query.tierId },
      query.unitId === undefined ? {} : { unitId: query.unitId },
      query.schoolLevel === undefined ? {} : { schoolLevel: query.schoolLevel },
      query.decisionId === undefined ? {} : { decisionId: query.decisionId },
      query.q ? { child: { search: { contains: foldText(query.q) } } } : {},
    ],
  }
  return page(
    query,
    (window) => context.db.nomination.findMany({ where, include: listed, orderBy: orderByOf(query.sort), ...window }),
    () => context.db.nomination.count({ where }),
    presentNomination,
  )
}

/** Everything the checks, the guardians' view and the abilities ask about a nominated child. */
export const withChild = {
  include: {
    consents: { select: { purpose: true, withdrawnOn: true, childAgreed: true } },
    guardians: { include: { employee: { include: { unit: { select: { name: true } } } } } },
  },
} as const
export type NominatedChild = Prisma.ChildGetPayload<typeof withChild>

/** Those still employed first, then in the order in which a child is called: the same every time. */
export const inOrder = (guardians: NominatedChild['guardians']): NominatedChild['guardians'] =>
  guardians.toSorted((left, right) => Number(right.employee.active) - Number(left.employee.active) || guardianOrder(left, right))
