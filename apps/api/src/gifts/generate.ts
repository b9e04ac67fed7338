import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { unitOf } from '@chung-tay/domain/children/guardians'
import { fromDbDate } from '@chung-tay/domain/dates'
import { type Entitlement, entitlementOf } from '@chung-tay/domain/gifts/entitlement'
import { giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { advance } from '@chung-tay/domain/transitions'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { getGiftList, holdCampaign, type ListRow, loadList } from './lists.ts'

/** Children whom another list of the campaign gives the same gift. */
const childrenOnOtherLists = async (db: Db, { id, campaignId, giftKindId }: ListRow, childId?: string): Promise<Set<string>> => {
  const rows = await db.giftListLine.findMany({
    where: { excluded: false, giftList: { id: { not: id }, campaignId, giftKindId }, ...(childId !== undefined && { childId }) },
    select: { childId: true },
  })
  return new Set(rows.map((row) => row.childId))
}

export const isOnAnotherList = async (db: Db, list: ListRow, childId: string): Promise<boolean> =>
  (await childrenOnOtherLists(db, list, childId)).has(childId)

const candidatesOf = async (context: Context) => {
  const rows = await context.db.child.findMany({
    where: { AND: [{ mergedIntoId: null }, scope(context, 'read', 'Child')] },
    orderBy: [{ givenName: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      birthDate: true,
      active: true,
      guardians: {
        select: { employeeId: true, relation: true, employee: { select: { unitId: true, active: true, unit: { select: { name: true } } } } },
      },
      consents: { where: { purpose: 'gift' }, select: { purpose: true, withdrawnOn: true, childAgreed: true } },
    },
  })
  return rows.map(({ guardians, consents, birthDate, ...child }) => ({
    ...child,
    birthDate: fromDbDate(birthDate),
    guardians: guardians.map(({ employeeId, relation, employee: { unitId, active } }) => ({ employeeId, relation, unitId, active })),
    consents: consents.map((consent) => ({ ...consent, withdrawnOn: consent.withdrawnOn && fromDbDate(consent.withdrawnOn) })),
    unitNames: new Map(guardians.map(({ employee }) => [employee.unitId, employee.unit.name])),
  }))
}

type Judged = { child: Awaited<ReturnType<typeof candidatesOf>>[number]; entitlement: Entitlement }

const judge = async (context: Context, list: ListRow): Promise<Judged[]> => {
  const rule = { underAge: list.underAge, asOf: fromDbDate(list.asOf) }
  const candidates = await candidatesOf(context)
  const elsewhere = await childrenOnOtherLists(context.db, list)
  return candidates.map((child) => ({ child, entitlement: entitlementOf(child, rule, elsewhere.has(child.id)) }))
}

/** Writes what the rule found. Lines that stay keep their exclusion; a child who moved is called under the new unit. */
const writeLines = async ({ db, clock }: Context, giftListId: string, judged: readonly Judged[]) => {
  const units = new Map(judged.flatMap(({ child, entitlement }) => (entitlement.entitled ? [[child.id, entitlement.unitId] as const] : [])))
  const lines = await db.giftListLine.findMany({ where: { giftListId }, select: { id: true, childId: true, unitId: true } })
  const present = new Set(lines.map(({ childId }) => childId))
  const gone = lines.filter(({ childId }) => !units.has(childId))
  await db.giftListLine.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const { id, childId, unitId } of lines) {
    const now = units.get(childId)
    if (now !== undefined && now !== unitId) await db.giftListLine.update({ where: { id }, data: { unitId: now, version: { increment: 1 } } })
  }
  const added = [...units]
    .filter(([childId]) => !present.has(childId))
    .map(([childId, unitId]) => ({ giftListId, childId, unitId, createdAt: clock.now() }))
  await db.giftListLine.createMany({ data: added })
  return { added: added.length, removed: gone.length }
}

export const generateGiftList = async (context: WriteContext, id: string) => {
  const before = await loadList(context, id, 'update')
  requireOpen(before.campaign.status)
  advance(giftListTransitions, before.status, 'edit')
  await holdCampaign(context.db, before.campaignId)
  await context.db.giftList.update({
    where: { id, version: context.version },
    data: { generatedAt: context.clock.now(), version: { increment: 1 } },
    select: { id: true },
  })
  const judged = await judge(context, before)
  const { added, removed } = await writeLines(context, id, judged)
  const leftOut = judged.filter(({ entitlement }) => !entitlement.entitled).length
  const list = await getGiftList(context, id)
  await context.audit({ subject: 'GiftList', id, after: { entitled: list.entitled, excluded: list.excluded, added, removed, leftOut } })
  return { list, added, removed, leftOut }
}

export const listLeftOut = async (context: Context, id: string) => {
  const judged = await judge(context, await loadList(context, id, 'update'))
  const items = judged.flatMap(({ child, entitlement }) => {
    if (entitlement.entitled) return []
    const unitName = child.unitNames.get(unitOf(child.guardians) ?? '') ?? null
    return [{ childId: child.id, childName: child.name, birthYear: Number(child.birthDate.slice(0, 4)), unitName, reason: entitlement.reason }]
  })
  return { items }
}
