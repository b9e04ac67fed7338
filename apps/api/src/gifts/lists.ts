import type { GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { countingDay } from '@chung-tay/domain/children/age'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type GiftListAction, giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import type { GiftRule } from '@chung-tay/domain/gifts/rule'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { openFund } from '../ledger/service.ts'
import { tellRole } from '../notifications/service.ts'
import { requireListBudget } from './budget.ts'
import { issueHandOuts } from './issues.ts'
import { requireNoneWithdrawn } from './withdrawn.ts'

const shown = { campaign: { select: { year: true, status: true } }, giftKind: true, fund: { select: { name: true } } } as const
export type ListRow = Prisma.GiftListGetPayload<{ include: typeof shown }>
type ListInput = z.output<typeof giftLists.update.body>
type Tally = { entitled: number; excluded: number; added: number; pending: number; handedOut: number }

const none: Tally = { entitled: 0, excluded: 0, added: 0, pending: 0, handedOut: 0 }

/** Counted by the database: a list is never loaded to be counted. */
const talliesOf = async (db: Db, ids: readonly string[]): Promise<Map<string, Tally>> => {
  const rows = await db.$queryRaw<({ id: string } & Tally)[]>`
    SELECT list."id", (count(*) FILTER (WHERE NOT line."excluded"))::int AS entitled,
      (count(*) FILTER (WHERE line."excluded"))::int AS excluded, count(given."id")::int AS "handedOut",
      (count(*) FILTER (WHERE NOT line."excluded" AND line."origin" = 'hand'))::int AS added,
      (SELECT count(*)::int FROM "GiftListSupplement" part JOIN "GiftListAddition" addition ON addition."supplementId" = part."id"
       WHERE part."giftListId" = list."id" AND part."status" <> 'approved') AS pending
    FROM "GiftList" list LEFT JOIN "GiftListLine" line ON line."giftListId" = list."id" LEFT JOIN "HandOut" given ON given."lineId" = line."id"
    WHERE list."id" = ANY (${[...ids]}::uuid[]) GROUP BY list."id"`
  return new Map(rows.map(({ id, ...tally }) => [id, tally]))
}

/** The rule of a list as the domain knows it. */
export const ruleOf = (row: ListRow): GiftRule => ({
  asOf: fromDbDate(row.asOf),
  minAge: row.minAge,
  underAge: row.underAge,
  employedOn: row.employedOn && fromDbDate(row.employedOn),
  unitIds: row.unitIds,
  specialOnly: row.specialOnly,
  sex: row.sex,
  schoolLevels: row.schoolLevels,
})

/** The names of the units that rules ask for, in the order of the department. */
export const unitNamesOf = async (db: Db, rows: readonly ListRow[]) => {
  const ids = rows.flatMap(({ unitIds }) => unitIds)
  const units = ids.length === 0 ? [] : await db.unit.findMany({ where: { id: { in: ids } }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] })
  return ({ unitIds }: ListRow) => units.filter(({ id }) => unitIds.includes(id)).map(({ name }) => name)
}

const presenter = async (db: Db, rows: readonly ListRow[]) => {
  const tallies = await talliesOf(
    db,
    rows.map(({ id }) => id),
  )
  const names = await namesOfUsers(
    db,
    rows.map(({ approvedById }) => approvedById),
  )
  const unitNames = await unitNamesOf(db, rows)
  return (row: ListRow): GiftListRecord => ({
    id: row.id,
    campaignId: row.campaignId,
    year: row.campaign.year,
    name: row.name,
    giftKindId: row.giftKindId,
    giftKindName: row.giftKind.name,
    measure: row.giftKind.measure,
    unitValue: Number(row.giftKind.unitValue),
    stockOnHand: row.giftKind.stockOnHand,
    ...ruleOf(row),
    unitIds: row.unitIds,
    schoolLevels: row.schoolLevels,
    unitNames: unitNames(row),
    fundId: row.fundId,
    fundName: row.fund?.name ?? null,
    status: row.status,
    returnReason: row.returnReason,
    generatedAt: row.generatedAt,
    approvedByName: names.get(row.approvedById ?? '') ?? null,
    approvedAt: row.approvedAt,
    ...(tallies.get(row.id) ?? none),
    version: row.version,
  })
}

const presentOne = async (db: Db, row: ListRow) => (await presenter(db, [row]))(row)

/** What the history tells of a list: units by their names. */
const told = ({ unitIds: _, fundId: __, ...list }: GiftListRecord) => list

const filterOf = (context: Context, campaignId: string, { q, status }: z.output<typeof giftLists.list.query>): Prisma.GiftListWhereInput => ({
  AND: [{ campaignId }, scope(context, 'read', 'GiftList'), status === undefined ? {} : { status }, q ? { search: { contains: foldText(q) } } : {}],
})

export const listGiftLists = async (context: Context, campaignId: string, query: z.output<typeof giftLists.list.query>) => {
  const where = filterOf(context, campaignId, query)
  const { column, direction } = orderOf(query.sort)
  return page(
    query,
    async (window) => {
      const rows = await context.db.giftList.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window })
      return rows.map(await presenter(context.db, rows))
    },
    () => context.db.giftList.count({ where }),
    (item) => item,
  )
}

export const loadList = async (context: Context, id: string, action: 'read' | 'update' | 'submit' | 'approve' = 'read'): Promise<ListRow> =>
  found(await context.db.giftList.findFirst({ where: { AND: [{ id }, scope(context, action, 'GiftList')] }, include: shown }))

export const getGiftList = async (context: Context, id: string): Promise<GiftListRecord> => presentOne(context.db, await loadList(context, id))

const requireKind = async (context: Context, id: string) => {
  const kind = await context.db.giftKind.findFirst({ where: { AND: [{ id, active: true }, scope(context, 'read', 'GiftKind')] } })
  if (!kind) throw new DomainError('NOT_FOUND', { reference: true })
}

const requireUnits = async (db: Db, unitIds: readonly string[]) => {
  const many = await db.unit.count({ where: { id: { in: [...unitIds] } } })
  if (many < new Set(unitIds).size) throw new DomainError('NOT_FOUND', { reference: true })
}

const dataOf = (input: ListInput) => ({
  ...input,
  search: foldText(input.name),
  asOf: toDbDate(input.asOf),
  employedOn: input.employedOn && toDbDate(input.employedOn),
  unitIds: [...new Set(input.unitIds)].sort(),
})

const isSameRule = (before: ListRow, data: ReturnType<typeof dataOf>): boolean => {
  const told = ({ asOf, underAge, minAge, employedOn, unitIds, specialOnly, sex, schoolLevels, giftKindId }: typeof data | ListRow) =>
    JSON.stringify([asOf, underAge, minAge, employedOn, unitIds, specialOnly, sex, schoolLevels, giftKindId])
  return told(before) === told(data)
}

export const createGiftList = async (context: WriteContext, campaignId: string, input: z.output<typeof giftLists.create.body>) => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireOpen(campaign.status)
  await requireKind(context, input.giftKindId)
  await requireUnits(context.db, input.unitIds)
  if (input.fundId !== null) await openFund(context.db, input.fundId)
  const row = await context.db.giftList.create({
    data: { ...dataOf({ ...input, asOf: input.asOf ?? countingDay(campaign.year) }), campaignId, createdAt: context.clock.now() },
    include: shown,
  })
  const after = await presentOne(context.db, row)
  await context.audit({ subject: 'GiftList', id: row.id, after: told(after) })
  return after
}

export const updateGiftList = async (context: WriteContext, id: string, input: ListInput) => {
  const before = await loadList(context, id, 'update')
  requireOpen(before.campaign.status)
  advance(giftListTransitions, before.status, 'edit')
  if (input.giftKindId !== before.giftKindId) await requireKind(context, input.giftKindId)
  await requireUnits(context.db, input.unitIds)
  if (input.fundId !== null && input.fundId !== before.fundId) await openFund(context.db, input.fundId)
  const data = dataOf(input)
  // Another gift is found anew; a line of the one before could stand in the way of another list.
  if (data.giftKindId !== before.giftKindId) await context.db.giftListLine.deleteMany({ where: { giftListId: id, origin: 'rule', excluded: false } })
  return write(context, before, { ...data, ...(!isSameRule(before, data) && { generatedAt: null }) })
}

const write = async (context: WriteContext, before: ListRow, data: Prisma.GiftListUncheckedUpdateInput, reason?: string) => {
  const row = await context.db.giftList.update({
    where: { id: before.id, version: context.version },
    data: { ...data, version: { increment: 1 }, updatedAt: context.clock.now() },
    include: shown,
  })
  const after = await presentOne(context.db, row)
  await context.audit({ subject: 'GiftList', id: before.id, before: told(await presentOne(context.db, before)), after: told(after), reason })
  return after
}

const permissions = { submit: 'submit', approve: 'approve', return: 'approve', close: 'update' } as const satisfies Partial<
  Record<GiftListAction, string>
>

const step = async (
  context: WriteContext,
  id: string,
  action: keyof typeof permissions,
  { data = {}, reason }: { data?: Prisma.GiftListUncheckedUpdateInput; reason?: string } = {},
) => {
  const before = await loadList(context, id, permissions[action])
  requireOpen(before.campaign.status)
  const status = advance(giftListTransitions, before.status, action)
  const after = await write(context, before, { ...data, status }, reason)
  // After the update, which waited for whoever was still changing a line.
  if (action === 'submit' && (before.generatedAt === null || after.entitled === 0)) throw new DomainError('LIST_EMPTY')
  if (action === 'submit' || action === 'approve') await requireNoneWithdrawn(context.db, { giftListId: id })
  return after
}

const noticeOf = ({ id, version, year, name, entitled }: GiftListRecord) => ({
  id,
  version,
  data: { giftListId: id, year, name, children: entitled },
})

export const submitGiftList = async (context: WriteContext, id: string) => {
  const list = await step(context, id, 'submit', { data: { returnReason: null } })
  await requireListBudget(context, await loadList(context, id))
  await tellRole(context, 'leadership', 'giftListSubmitted', noticeOf(list))
  return list
}

export const approveGiftList = async (context: WriteContext, id: string) => {
  const list = await step(context, id, 'approve', { data: { approvedById: context.actor.userId, approvedAt: context.clock.now() } })
  await requireListBudget(context, await loadList(context, id))
  await tellRole(context, 'union', 'giftListApproved', noticeOf(list))
  return list
}

export const returnGiftList = async (context: WriteContext, id: string, reason: string) => {
  const list = await step(context, id, 'return', { data: { returnReason: reason }, reason })
  const { data, ...notice } = noticeOf(list)
  await tellRole(context, 'union', 'giftListReturned', { ...notice, data: { ...data, reason } })
  return list
}

/** Ends the hand-outs, and tells the books of those that they do not know yet. */
export const closeGiftList = async (context: WriteContext, id: string) => {
  const list = await step(context, id, 'close')
  await issueHandOuts(context, list.campaignId, id)
  return list
}

/** Holds the list as it is until the transaction ends, so that nobody submits or closes it while a line changes. */
export const holdList = async (db: Db, id: string): Promise<ListRow['status']> => {
  const [row] = await db.$queryRaw<{ status: ListRow['status'] }[]>`SELECT "status" FROM "GiftList" WHERE "id" = ${id}::uuid FOR SHARE`
  return found(row).status
}

/** One at a time decides which children a campaign's lists hold, so that no child comes onto two. */
export const holdCampaign = async (db: Db, campaignId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`gift lists ${campaignId}`}, 0))`
}
