import type { OpenedStockCount, stockCounts } from '@chung-tay/contracts/stock-counts'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { countObstacles, differenceOf, mayFinish, movedSince, stockCountTransitions } from '@chung-tay/domain/gifts/stock-count'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import type { WriteContext } from '../http/context.ts'
import { takeNumbers } from '../ledger/queries.ts'
import { dayFor, issueLoss } from './issues.ts'
import { lockKinds, moveStock } from './stock.ts'
import { type CountRow, getCount, loadCount } from './stock-counts.ts'

type Seen = z.output<typeof stockCounts.finish.body>['seen']

/**
 * What was found, beside the books as they are while nobody else moves anything.
 * @throws DomainError STOCK_MOVED with { names } when the person saw something else, COUNT_INCOMPLETE with { names, noCommittee }
 */
const settled = (row: CountRow, seen: Seen, now: ReadonlyMap<string, number>) => {
  const nameOf = new Map(row.lines.map(({ giftKindId, giftKind }) => [giftKindId, giftKind.name]))
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? '')
  const moved = movedSince(seen, now)
  if (moved.length > 0) throw new DomainError('STOCK_MOVED', { names: names(moved) })
  const lines = row.lines.map(({ giftKindId, counted, reason }) => ({ giftKindId, booked: now.get(giftKindId) ?? 0, counted, reason }))
  const obstacles = countObstacles(lines, row.members as object[])
  const { uncounted, unexplained, noCommittee } = obstacles
  if (!mayFinish(obstacles)) throw new DomainError('COUNT_INCOMPLETE', { uncounted: names(uncounted), unexplained: names(unexplained), noCommittee })
  return lines.map((line) => ({ ...line, difference: differenceOf(line) ?? 0 }))
}

/** One movement for each difference, all or nothing. What is short of goods on the books leaves them as a loss; what is over is on no books. */
export const finishCount = async (context: WriteContext, id: string, { seen }: { seen: Seen }): Promise<OpenedStockCount> => {
  const status = advance(stockCountTransitions, (await loadCount(context, id, 'update')).status, 'finish')
  // Whoever saves or finishes it at the same time waits here, and is told that it has changed.
  await context.db.stockCount.update({ where: { id, version: context.version }, data: { version: { increment: 1 } } })
  const row = await loadCount(context, id, 'update')
  const now = await lockKinds(
    context.db,
    row.lines.map(({ giftKindId }) => giftKindId),
  )
  const lines = settled(row, seen, now)
  const postedOn = await dayFor(context, row.countedOn)
  const year = numberingYear(postedOn)
  const { stockCount: number } = await takeNumbers(context.db, year, ['stockCount'])
  const label = numberLabel('stockCount', year, number)
  const source = { sourceType: 'StockCount', sourceId: id }
  const wrong = lines.filter(({ difference }) => difference !== 0).toSorted((a, b) => (a.giftKindId < b.giftKindId ? -1 : 1))
  for (const { giftKindId, difference, reason } of wrong)
    await moveStock(context, { giftKindId, kind: 'adjustment', quantity: difference, movedOn: postedOn, reason: `${label}: ${reason}`, ...source })
  for (const { giftKindId, booked, difference, reason } of lines) {
    const loss = { giftKindId, quantity: -difference, movedOn: postedOn, reason: `Kiểm kê ${label}: ${reason}` }
    const writtenOff = difference < 0 ? await issueLoss(context, loss) : 0
    const where = { countId_giftKindId: { countId: id, giftKindId } }
    await context.db.stockCountLine.update({ where, data: { booked, writtenOff: BigInt(writtenOff) } })
  }
  const ended = { endedById: context.actor.userId, endedAt: context.clock.now() }
  const data = { status, year, number, postedOn: toDbDate(postedOn), ...ended }
  await context.db.stockCount.update({ where: { id }, data })
  const after = await getCount(context, id)
  const differences = after.lines.flatMap(({ name, booked, counted, reason }) =>
    counted === booked ? [] : [`${name}: ${booked} → ${counted} (${reason})`],
  )
  await context.audit({ subject: 'StockCount', id, before: { status: row.status }, after: { status, number: label, differences } })
  return after
}
