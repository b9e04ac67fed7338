import type { handOuts } from '@chung-tay/contracts/hand-outs'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { dayOf, type IsoDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { Collector } from '@chung-tay/domain/gifts/collector'
import { handedOutAt } from '@chung-tay/domain/gifts/hand-out'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { type LineRow, presentLines, shown } from './lines.ts'
import { holdList, loadList } from './lists.ts'
import { progressOf } from './progress.ts'
import { moveStock } from './stock.ts'

/** On the signed paper stands a signature alone: it is taken for the parent's under whom the child is called. */
const signerOf = ({ child, unitId }: LineRow): Collector => {
  const guardians = child.guardians.toSorted(guardianOrder)
  const guardian = guardians.find(({ employee }) => employee.unitId === unitId) ?? guardians[0]
  if (guardian) return { collectorName: guardian.employee.name, proxyRelation: null }
  return { collectorName: 'Người ký trên danh sách giấy', proxyRelation: 'theo danh sách ký nhận' }
}

const linesOf = (context: Context, giftListId: string, where: object = {}) =>
  context.db.giftListLine.findMany({
    where: { AND: [{ giftListId, excluded: false }, where, scope(context, 'read', 'GiftListLine')] },
    include: shown,
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
  })

/** The lines of the printed list by its numbers, with who will stand as the collector and who has the gift already. */
export const listPaperLines = async (context: Context, giftListId: string) => {
  await loadList(context, giftListId)
  const rows = await linesOf(context, giftListId, { number: { not: null } })
  const lines = await presentLines(context, rows)
  return {
    today: context.clock.today(),
    items: rows.map((row, at) => {
      const { childName, unitName, handOut } = found(lines[at])
      return { lineId: row.id, number: row.number ?? 0, code: row.code, childName, unitName, collectorName: signerOf(row).collectorName, handOut }
    }),
  }
}

// Midday of the day that stands on the paper: what hour it was nobody wrote down.
const middayOf = (day: IsoDate) => new Date(`${day}T12:00:00+07:00`)

/** Claims all lines at once; whoever was given the gift by a desk meanwhile is left as it is. */
const claimAll = async (context: WriteContext, lines: readonly LineRow[], gift: { giftKindId: string; unitValue: bigint; handedOutAt: Date }) => {
  const made = await context.db.handOut.createManyAndReturn({
    data: lines.map((line) => ({ ...gift, ...signerOf(line), lineId: line.id, handedOutById: context.actor.userId })),
    skipDuplicates: true,
    select: { id: true, lineId: true },
  })
  return new Map(made.map(({ id, lineId }) => [lineId, id]))
}

type Input = z.output<typeof handOuts.paper.body>

/**
 * Hand-outs that were signed on paper, all or none; those that are written already stay as they are and are named.
 * @throws DomainError NOT_FOUND for a line of another list, LIST_NOT_APPROVED, STOCK_SHORT, CAMPAIGN_CLOSED
 */
export const enterPaper = async (context: WriteContext, giftListId: string, { lineIds, givenOn }: Input) => {
  const { giftKind, approvedAt, campaign, name } = await loadList(context, giftListId)
  requireOpen(campaign.status)
  const status = await holdList(context.db, giftListId)
  if (status !== 'approved') throw new DomainError('LIST_NOT_APPROVED', { status })
  const lines = await linesOf(context, giftListId, { id: { in: lineIds } })
  if (lines.length !== new Set(lineIds).size) throw new DomainError('NOT_FOUND')
  const at = handedOutAt(middayOf(givenOn), { now: context.clock.now(), approvedAt })
  const made = await claimAll(context, lines, { giftKindId: giftKind.id, unitValue: giftKind.unitValue, handedOutAt: at })
  for (const line of lines) {
    const id = made.get(line.id)
    if (id === undefined) continue
    await moveStock(context, { giftKindId: giftKind.id, kind: 'handOut', quantity: -1, movedOn: dayOf(at), sourceType: 'HandOut', sourceId: id })
    await context.audit({
      subject: 'HandOut',
      id,
      after: { childName: line.child.name, giftName: giftKind.name, at, ...signerOf(line), paper: true },
    })
  }
  await context.audit({ subject: 'GiftList', id: giftListId, after: { name, paper: made.size, givenOn } })
  const before = lines.filter(({ id }) => !made.has(id))
  const again = await linesOf(context, giftListId, { id: { in: before.map(({ id }) => id) } })
  const already = (await presentLines(context, again)).flatMap(({ id, childName, handOut }) => (handOut ? [{ lineId: id, childName, handOut }] : []))
  return { given: made.size, already, progress: await progressOf(context.db, giftListId) }
}
