import type { giftLists } from '@chung-tay/contracts/gifts'
import type { Prisma } from '@chung-tay/db/client'
import { countingDay } from '@chung-tay/domain/children/age'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type Entitlement, entitlementOf, leftOutReasons } from '@chung-tay/domain/gifts/entitlement'
import { type GiftRule, noFurtherConditions } from '@chung-tay/domain/gifts/rule'
import type { z } from 'zod'
import { statesOf } from '../children/consent-states.ts'
import type { Context, Db } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { type ListRow, ruleOf } from './lists.ts'

/** A list, or one that is only being thought of: it has no id and perhaps no gift yet. */
type Place = { id?: string | undefined; campaignId: string; giftKindId?: string | undefined }

/** Children whom another list of the campaign gives the same gift, or shall give it. */
const childrenOnOtherLists = async (db: Db, { id, campaignId, giftKindId }: Place, childId?: string): Promise<Set<string>> => {
  if (giftKindId === undefined) return new Set()
  const rows = await db.giftListLine.findMany({
    where: {
      excluded: false,
      giftList: { campaignId, giftKindId, ...(id !== undefined && { id: { not: id } }) },
      ...(childId !== undefined && { childId }),
    },
    select: { childId: true },
  })
  const waiting = await db.giftListAddition.findMany({
    where: {
      supplement: { status: { not: 'approved' }, giftList: { campaignId, giftKindId, ...(id !== undefined && { id: { not: id } }) } },
      ...(childId !== undefined && { childId }),
    },
    select: { childId: true },
  })
  return new Set([...rows, ...waiting].map((row) => row.childId))
}

/** @throws DomainError CHILD_STAYS_OUT when another list gives the child the same gift */
export const requireFree = async ({ db }: Context, list: ListRow, { childId, childName }: { childId: string; childName: string }): Promise<void> => {
  const elsewhere = await childrenOnOtherLists(db, list, childId)
  if (elsewhere.has(childId)) throw new DomainError('CHILD_STAYS_OUT', { childName, reasons: ['onAnotherList'] })
}

const known = {
  id: true,
  name: true,
  birthDate: true,
  active: true,
  sex: true,
  schoolLevel: true,
  circumstances: true,
  guardians: {
    select: {
      employeeId: true,
      relation: true,
      employee: { select: { name: true, unitId: true, active: true, employedFrom: true, employedUntil: true, unit: { select: { name: true } } } },
    },
  },
  consents: { where: { purpose: 'gift' }, select: { purpose: true, withdrawnOn: true, childAgreed: true } },
} as const satisfies Prisma.ChildSelect

const dayOrNull = (date: Date | null) => date && fromDbDate(date)

const candidateOf = ({ guardians, consents, birthDate, ...child }: Prisma.ChildGetPayload<{ select: typeof known }>) => ({
  ...child,
  birthDate: fromDbDate(birthDate),
  guardians: guardians.toSorted(guardianOrder).map(({ employee: { unit, employedFrom, employedUntil, ...employee }, ...guardian }) => ({
    ...guardian,
    ...employee,
    unitName: unit.name,
    employedFrom: dayOrNull(employedFrom),
    employedUntil: dayOrNull(employedUntil),
  })),
  consents: statesOf(consents),
})

export type Judged = { child: ReturnType<typeof candidateOf>; entitlement: Entitlement }

const judgeBy = async (context: Context, rule: GiftRule, place: Place, childId?: string): Promise<Judged[]> => {
  const rows = await context.db.child.findMany({
    where: { AND: [{ mergedIntoId: null, erasedAt: null }, scope(context, 'read', 'Child'), childId === undefined ? {} : { id: childId }] },
    orderBy: [{ givenName: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    select: known,
  })
  const elsewhere = await childrenOnOtherLists(context.db, place, childId)
  return rows.map(candidateOf).map((child) => ({ child, entitlement: entitlementOf(child, rule, elsewhere.has(child.id)) }))
}

/** Every child by the list's rule and today's records, or one of them. */
export const judge = (context: Context, list: ListRow, childId?: string): Promise<Judged[]> => judgeBy(context, ruleOf(list), list, childId)

export const unitNameOf = ({ child, entitlement }: Judged): string | null =>
  child.guardians.find(({ unitId }) => unitId === entitlement.unitId)?.unitName ?? null

export const previewRule = async (context: Context, campaignId: string, { of, giftKindId, ...asked }: z.output<typeof giftLists.preview.query>) => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  const rule: GiftRule = {
    asOf: asked.asOf ?? countingDay(campaign.year),
    underAge: asked.underAge ?? 16,
    minAge: asked.minAge ?? noFurtherConditions.minAge,
    employedOn: asked.employedOn ?? null,
    unitIds: asked.unitIds ?? [],
    specialOnly: asked.specialOnly ?? false,
    sex: asked.sex ?? null,
    schoolLevels: asked.schoolLevels ?? [],
  }
  const judged = await judgeBy(context, rule, { id: of, campaignId, giftKindId })
  const out = judged.filter(({ entitlement }) => !entitlement.entitled)
  const byReason = leftOutReasons.flatMap((reason) => {
    const children = out.filter(({ entitlement }) => entitlement.reasons.includes(reason)).length
    return children === 0 ? [] : [{ reason, children }]
  })
  return { entitled: judged.length - out.length, leftOut: out.length, byReason }
}
