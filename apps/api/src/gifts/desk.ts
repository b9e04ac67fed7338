import type { GiftListLineRecord } from '@chung-tay/contracts/gift-lines'
import type { DeskLine, DeskPack, Family, handOuts } from '@chung-tay/contracts/hand-outs'
import type { HandOut } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { familiesOf } from '@chung-tay/domain/children/families'
import { dayOf } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type Collector, collectorOf } from '@chung-tay/domain/gifts/collector'
import { handedOutAt, requireAnother, requireGiver, stockReason } from '@chung-tay/domain/gifts/hand-out'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { mayPhotograph } from './hand-out-marks.ts'
import { issueLoss } from './issues.ts'
import { type LineRow, loadLine, presentLines, shown } from './lines.ts'
import { getGiftList, holdList, loadList } from './lists.ts'
import { progressOf } from './progress.ts'
import { moveStock } from './stock.ts'

const familyOf = (lines: readonly (GiftListLineRecord & Pick<DeskLine, 'code' | 'mayPhotograph'>)[]): Family => {
  const guardians = lines.flatMap((line) => line.guardians)
  return {
    id: found(lines[0]).id,
    guardians: guardians.filter(({ name }, at) => guardians.findIndex((other) => other.name === name) === at),
    lines: lines.map(({ id, code, childName, unitName, hasConsent, mayPhotograph, excluded, excludeReason, handOut }) => ({
      ...{ id, code, childName, unitName, hasConsent, mayPhotograph, excluded, excludeReason, handOut },
    })),
  }
}

/** The list as a desk takes it along: whole families, by the given name of their first child. */
export const getDesk = async (context: Context, giftListId: string): Promise<DeskPack> => {
  const list = await getGiftList(context, giftListId)
  const rows = await context.db.giftListLine.findMany({
    // Who was taken off the list is none of the desk’s business.
    where: { AND: [{ giftListId, excluded: false }, scope(context, 'read', 'GiftListLine')] },
    include: shown,
    orderBy: [{ child: { givenName: 'asc' } }, { child: { name: 'asc' } }, { id: 'asc' }],
  })
  const lines = await presentLines(context, rows)
  const today = context.clock.today()
  const members = rows.map((row, at) => ({
    line: { ...found(lines[at]), code: row.code, mayPhotograph: mayPhotograph(row, today) },
    guardianIds: row.child.guardians.map(({ employeeId }) => employeeId),
  }))
  return {
    listId: list.id,
    listName: list.name,
    year: list.year,
    measure: list.measure,
    status: list.status,
    at: context.clock.now(),
    userId: context.actor.userId,
    families: familiesOf(members).map((family) => familyOf(family.map(({ line }) => line))),
    progress: { given: list.handedOut, total: list.entitled, stockOnHand: list.stockOnHand },
  }
}

type Entry = Collector & { giftKindId: string; unitValue: bigint; handedOutAt: Date }

/** The entitlement's unique constraint decides who was first; whoever comes later waits for that transaction and then sees it. */
const claim = async (context: WriteContext, line: LineRow, entry: Entry): Promise<string> => {
  const [made] = await context.db.handOut.createManyAndReturn({
    data: [{ ...entry, lineId: line.id, handedOutById: context.actor.userId }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (made) return made.id
  const first = found(await context.db.handOut.findUnique({ where: { lineId: line.id } }))
  const names = await namesOfUsers(context.db, [first.handedOutById])
  throw new DomainError('ALREADY_HANDED_OUT', {
    childName: line.child.name,
    at: first.handedOutAt.toISOString(),
    by: names.get(first.handedOutById) ?? '',
    collectorName: first.collectorName,
    proxyRelation: first.proxyRelation,
  })
}

/** A line whose list is handed out: held until the transaction ends. */
const holdLine = async (context: WriteContext, lineId: string): Promise<LineRow> => {
  const line = await loadLine(context, lineId)
  requireOpen(line.giftList.campaign.status)
  const status = await holdList(context.db, line.giftListId)
  if (status !== 'approved') throw new DomainError('LIST_NOT_APPROVED', { status })
  return line
}

type Input = z.output<typeof handOuts.create.body>

/**
 * One gift for an entitlement, with its stock in the same transaction.
 * @throws DomainError LIST_NOT_APPROVED, LINE_EXCLUDED with { reason }, PROXY_RELATION_REQUIRED, STOCK_SHORT,
 *   GIVEN_BY_ANOTHER, ALREADY_HANDED_OUT with { childName, at, by, collectorName, proxyRelation }
 */
export const handOutGift = async (context: WriteContext, lineId: string, { givenAt, givenById, signature, ...input }: Input) => {
  requireGiver(context.actor.userId, givenById)
  const line = await holdLine(context, lineId)
  if (line.excluded) throw new DomainError('LINE_EXCLUDED', { childName: line.child.name, reason: line.excludeReason })
  const collector = collectorOf(
    input,
    line.child.guardians.map(({ employee }) => employee.name),
  )
  const { giftKind, approvedAt } = await loadList(context, line.giftListId)
  const at = handedOutAt(givenAt, { now: context.clock.now(), approvedAt })
  const id = await claim(context, line, { ...collector, giftKindId: giftKind.id, unitValue: giftKind.unitValue, handedOutAt: at })
  if (signature !== undefined) {
    await context.db.handOutSignature.create({ data: { id, lineId, strokes: signature, createdAt: at }, select: { lineId: true } })
  }
  const source = { sourceType: 'HandOut', sourceId: id }
  await moveStock(context, { giftKindId: giftKind.id, kind: 'handOut', quantity: -1, movedOn: dayOf(at), ...source })
  const handOut = { at, by: context.actor.name, ...collector }
  await context.audit({
    subject: 'HandOut',
    id,
    after: { childName: line.child.name, giftName: giftKind.name, ...handOut, ...(signature !== undefined && { signed: true }) },
  })
  return { id, lineId, childName: line.child.name, handOut, progress: await progressOf(context.db, line.giftListId) }
}

/**
 * Takes a hand-out back: it moves to those that were undone, and its gift into the stock.
 * @throws DomainError NOT_FOUND when nothing was given, UNDO_BY_ANOTHER, LIST_NOT_APPROVED, CAMPAIGN_CLOSED
 */
export const undoHandOut = async (context: WriteContext, lineId: string, reason: string) => {
  const line = await holdLine(context, lineId)
  const { userId, name } = context.actor
  const given = found(await context.db.handOut.findUnique({ where: { lineId } }))
  requireAnother(userId, given)
  const [row] = await context.db.$queryRaw<[{ moved: number }]>`
    SELECT "undo_hand_out"(${given.id}::uuid, ${reason}, ${userId}::uuid, ${context.clock.now()}) AS moved`
  if (row.moved === 0) throw new DomainError('NOT_FOUND')
  const { giftKindId, collectorName, proxyRelation } = given
  const movement = { kind: 'returned', quantity: 1, movedOn: context.clock.today(), sourceType: 'HandOut', sourceId: given.id } as const
  await moveStock(context, { giftKindId, ...movement, reason: stockReason.undone(line.child.name, reason) })
  const before = { collectorName, proxyRelation, handedOutAt: given.handedOutAt }
  await context.audit({ subject: 'HandOut', id: given.id, before, after: { childName: line.child.name, undoneBy: name }, reason })
  return { childName: line.child.name, progress: await progressOf(context.db, line.giftListId) }
}

type Settled = z.output<typeof handOuts.unwritten.body>

/** The second gift of an entitlement is gone: the first one's movement tells of it, and its list's next voucher. */
const loseSecond = async (context: WriteContext, line: LineRow, first: HandOut, reason: string) => {
  const movement = { kind: 'loss', quantity: -1, movedOn: context.clock.today(), sourceType: 'HandOut', sourceId: first.id } as const
  await moveStock(context, { giftKindId: first.giftKindId, ...movement, reason: stockReason.second(line.child.name, reason) })
}

/** A gift of nobody's entitlement is gone: a loss as any other, which names no child. */
const loseOffList = async (context: WriteContext, { giftListId }: LineRow, reason: string) => {
  const { name, giftKind } = await loadList(context, giftListId)
  const loss = { giftKindId: giftKind.id, movedOn: context.clock.today(), reason: stockReason.offList(name, reason) }
  await moveStock(context, { ...loss, kind: 'loss', quantity: -1 })
  await issueLoss(context, { ...loss, quantity: 1 })
}

/**
 * A desk without a network gave what cannot be written, since somebody else had given it or the child had been taken off the list
 * meanwhile: it is said where that gift went.
 * @throws DomainError NOT_FOUND while the line can still be handed out, STOCK_SHORT, CAMPAIGN_CLOSED, BOOKS_CLOSED
 */
export const settleUnwritten = async (context: WriteContext, lineId: string, { outcome, reason, ...told }: Settled) => {
  const line = await loadLine(context, lineId)
  requireOpen(line.giftList.campaign.status)
  const first = await context.db.handOut.findUnique({ where: { lineId } })
  if (first === null && !line.excluded) throw new DomainError('NOT_FOUND')
  if (outcome === 'lost') await (first ? loseSecond(context, line, first, reason) : loseOffList(context, line, reason))
  const about = first ? ({ subject: 'HandOut', id: first.id } as const) : ({ subject: 'GiftListLine', id: lineId } as const)
  await context.audit({ ...about, after: { childName: line.child.name, ...told, outcome }, reason })
  return { childName: line.child.name, progress: await progressOf(context.db, line.giftListId) }
}
