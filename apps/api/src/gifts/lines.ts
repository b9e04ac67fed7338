import type { GiftListLineRecord, giftListLines } from '@chung-tay/contracts/gift-lines'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { isWithdrawn, mayUse } from '@chung-tay/domain/children/consent'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import { namesOfUnit } from '../agency/names.ts'
import { statesOf } from '../children/consent-states.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { requireFree } from './judge.ts'
import { holdCampaign, holdList, loadList } from './lists.ts'

export const shown = {
  giftList: { select: { name: true, campaignId: true, campaign: { select: { status: true } } } },
  child: {
    include: {
      guardians: { include: { employee: { select: { id: true, name: true, unitId: true } } } },
      consents: { where: { purpose: { in: ['gift', 'publishPhoto'] } } },
    },
  },
  unit: { select: namesOfUnit },
  handOut: true,
  supplement: { select: { number: true } },
} as const satisfies Prisma.GiftListLineInclude
export type LineRow = Prisma.GiftListLineGetPayload<{ include: typeof shown }>
type Query = z.output<typeof giftListLines.list.query>

const guardiansOf = ({ ability }: Context, { child }: LineRow) =>
  child.guardians
    .filter(({ employee: { id, unitId } }) => ability.can('read', { __caslSubjectType__: 'Employee', id, unitId }))
    .toSorted(guardianOrder)
    .map(({ employee, relation }) => ({ name: employee.name, relation }))

const hasConsent = ({ child }: LineRow, today: string) => mayUse(statesOf(child.consents), 'gift', fromDbDate(child.birthDate), today)

const handOutOf = ({ handOut }: LineRow, names: ReadonlyMap<string, string>): GiftListLineRecord['handOut'] =>
  handOut && {
    at: handOut.handedOutAt,
    by: names.get(handOut.handedOutById) ?? '',
    collectorName: handOut.collectorName,
    proxyRelation: handOut.proxyRelation,
  }

/** Lines as the person may see them: a unit head knows the parents of the own unit only. */
export const presentLines = async (context: Context, rows: readonly LineRow[]): Promise<GiftListLineRecord[]> => {
  const names = await namesOfUsers(
    context.db,
    rows.flatMap(({ handOut, excludedById }) => [handOut?.handedOutById, excludedById]),
  )
  const today = context.clock.today()
  return rows.map((row) => ({
    id: row.id,
    giftListId: row.giftListId,
    giftListName: row.giftList.name,
    childId: row.childId,
    childName: row.child.name,
    birthYear: row.child.birthDate.getUTCFullYear(),
    guardians: guardiansOf(context, row),
    unitId: row.unitId,
    unitName: row.unit.name,
    hasConsent: hasConsent(row, today),
    excluded: row.excluded,
    excludeReason: row.excludeReason,
    excludedByName: names.get(row.excludedById ?? '') ?? null,
    excludedAt: row.excludedAt,
    addReason: row.addReason,
    supplement: row.supplement?.number ?? null,
    handOut: handOutOf(row, names),
    version: row.version,
  }))
}

const presentLine = async (context: Context, row: LineRow) => found((await presentLines(context, [row]))[0])

const agreed = { purpose: 'gift', withdrawnOn: null } as const

const filterOf = (context: Context, campaignId: string, query: Query): Prisma.GiftListLineWhereInput => ({
  AND: [
    { giftList: { campaignId } },
    scope(context, 'read', 'GiftListLine'),
    query.giftListId === undefined ? {} : { giftListId: query.giftListId },
    query.unitId === undefined ? {} : { unitId: query.unitId },
    query.given === undefined ? {} : { handOut: query.given ? { isNot: null } : { is: null } },
    query.excluded === undefined ? {} : { excluded: query.excluded },
    query.hasConsent === undefined ? {} : { child: { consents: query.hasConsent ? { some: agreed } : { none: agreed } } },
    query.q ? { child: { search: { contains: foldText(query.q) } } } : {},
  ],
})

const orderByOf = (sort: Query['sort']): Prisma.GiftListLineOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'unit' | 'name'>(sort)
  const byName = [{ child: { givenName: direction } }, { child: { name: direction } }, { id: direction }]
  return column === 'unit' ? [{ unit: { sortOrder: direction } }, { unit: { name: direction } }, ...byName] : byName
}

export const listLines = (context: Context, campaignId: string, query: Query) => {
  const where = filterOf(context, campaignId, query)
  return page(
    query,
    async (window) =>
      presentLines(context, await context.db.giftListLine.findMany({ where, include: shown, orderBy: orderByOf(query.sort), ...window })),
    () => context.db.giftListLine.count({ where }),
    (line) => line,
  )
}

export const loadLine = async (context: Context, id: string, action: 'read' | 'update' = 'read'): Promise<LineRow> =>
  found(await context.db.giftListLine.findFirst({ where: { AND: [{ id }, scope(context, action, 'GiftListLine')] }, include: shown }))

type Change = { excluded: boolean; excludeReason: string | null; excludedById: string | null; excludedAt: Date | null }

const change = async (context: WriteContext, id: string, data: Change) => {
  const before = await loadLine(context, id, 'update')
  requireOpen(before.giftList.campaign.status)
  if (!data.excluded) {
    await holdCampaign(context.db, before.giftList.campaignId)
    const list = await loadList(context, before.giftListId)
    const childName = before.child.name
    if (isWithdrawn(statesOf(before.child.consents), 'gift')) throw new DomainError('CHILD_STAYS_OUT', { childName, reasons: ['consentWithdrawn'] })
    await requireFree(context, list, { childId: before.childId, childName })
  }
  const status = await holdList(context.db, before.giftListId)
  advance(giftListTransitions, status, data.excluded && status === 'approved' ? 'amend' : 'edit')
  if (data.excluded && before.handOut) throw new DomainError('GIFT_GIVEN', { childName: before.child.name })
  const row = await context.db.giftListLine.update({
    where: { id, version: context.version },
    data: { ...data, version: { increment: 1 } },
    include: shown,
  })
  const after = await presentLine(context, row)
  await context.audit({
    subject: 'GiftListLine',
    id,
    before: await presentLine(context, before),
    after,
    reason: data.excludeReason ?? undefined,
  })
  return after
}

export const excludeLine = (context: WriteContext, id: string, excludeReason: string) =>
  change(context, id, { excluded: true, excludeReason, excludedById: context.actor.userId, excludedAt: context.clock.now() })

export const includeLine = (context: WriteContext, id: string) =>
  change(context, id, { excluded: false, excludeReason: null, excludedById: null, excludedAt: null })
