import type { OpeningStockRecord, openingStocks } from '@chung-tay/contracts/opening-stocks'
import type { Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { numberingYear } from '@chung-tay/domain/ledger/numbers'
import { openingObstacle } from '@chung-tay/domain/ledger/opening'
import { openingStockPostings } from '@chung-tay/domain/ledger/postings'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { found, scope } from '../http/scope.ts'
import { closedUntil, holdBooks } from '../ledger/closing.ts'
import { firstEntryOn } from '../ledger/openings.ts'
import { takeNumbers } from '../ledger/queries.ts'
import { openCampaign, openFund, postEntry, reverseEntry } from '../ledger/service.ts'
import { addLots, holdGoods, withdrawLots } from './lots.ts'
import { lockKinds, moveStock } from './stock.ts'

const shown = { fund: { select: { name: true } } } as const satisfies Prisma.OpeningStockInclude
type Row = Prisma.OpeningStockGetPayload<{ include: typeof shown }>

const present = ({ fund, value, enteredOn, campaignId: _, createdById: __, ...row }: Row, byName: string): OpeningStockRecord => ({
  ...row,
  fundName: fund.name,
  value: Number(value),
  enteredOn: fromDbDate(enteredOn),
  byName,
})

export const listOpeningStocks = async (context: Context, giftKindId: string) => {
  found(await context.db.giftKind.findFirst({ where: { AND: [{ id: giftKindId }, scope(context, 'read', 'GiftKind')] }, select: { id: true } }))
  const orderBy = [{ status: 'asc' }, { createdAt: 'desc' }] as const
  const rows = await context.db.openingStock.findMany({ where: { giftKindId }, include: shown, orderBy: [...orderBy] })
  const names = await namesOfUsers(
    context.db,
    rows.map(({ createdById }) => createdById),
  )
  return { items: rows.map((row) => present(row, names.get(row.createdById) ?? '')) }
}

const openings = ['opening', 'openingReversal'] as const

/** The first day on which anything else came into the fund or moved the kind; null when nothing did. */
const firstOn = async (context: WriteContext, { giftKindId, fundId }: { giftKindId: string; fundId: string }) => {
  const first = await context.db.stockMovement.findFirst({
    where: { giftKindId, kind: { notIn: [...openings] } },
    orderBy: { movedOn: 'asc' },
    select: { movedOn: true },
  })
  const days = [first && fromDbDate(first.movedOn), await firstEntryOn(context, fundId)].filter((day) => day !== null)
  return days.toSorted()[0] ?? null
}

/**
 * Nobody moves the kind or enters anything meanwhile: what comes first stays first. The number is taken before the books, as by who enters.
 * @throws DomainError OPENING_REFUSED with { why, day, goods }
 */
export const recordOpeningStock = async (
  context: WriteContext,
  campaignId: string,
  input: z.output<typeof openingStocks.record.body>,
): Promise<OpeningStockRecord> => {
  const { giftKindId, fundId, quantity, value, enteredOn, note } = input
  if (enteredOn > context.clock.today()) throw invalidField('enteredOn', 'in_the_future')
  await openCampaign(context, campaignId)
  const fund = await openFund(context.db, fundId)
  const kind = await context.db.giftKind.findUnique({ where: { id: giftKindId }, select: { name: true } })
  if (!kind) throw new DomainError('NOT_FOUND', { reference: true })
  await lockKinds(context.db, [giftKindId])
  const { journal } = await takeNumbers(context.db, numberingYear(enteredOn), ['journal'])
  await holdBooks(context.db)
  const standing = (await context.db.openingStock.count({ where: { giftKindId, fundId, status: 'recorded' } })) > 0
  const facts = { enteredOn, firstEntryOn: await firstOn(context, input), closedUntil: await closedUntil(context.db), standing }
  const why = openingObstacle(facts)
  if (why !== null) {
    const place = why === 'after_first_entry' && { day: facts.firstEntryOn, field: 'enteredOn' }
    throw new DomainError('OPENING_REFUSED', { why, goods: true, ...place })
  }
  const id = newId()
  const source = { sourceType: 'OpeningStock', sourceId: id }
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  const fields = { id, campaignId, giftKindId, fundId, quantity, value: BigInt(value), enteredOn: toDbDate(enteredOn), note }
  const row = await context.db.openingStock.create({ data: { ...fields, ...made }, include: shown })
  await moveStock(context, { giftKindId, kind: 'opening', quantity, movedOn: enteredOn, reason: note, ...source })
  await addLots(context, { giftKindId, fundId, quantity, value, receivedOn: enteredOn }, source)
  const memo = `Tồn kho đầu kỳ ${kind.name}, ${fund.name}${note === '' ? '' : `: ${note}`}`
  const postings = openingStockPostings({ fundId, value })
  await postEntry(context, { campaignId, kind: 'opening', enteredOn, memo, ...source, postings }, journal)
  const after = present(row, context.actor.name)
  await context.audit({ subject: 'OpeningStock', id, after })
  return after
}

/** @throws DomainError ALREADY_VOIDED, STOCK_ISSUED, STOCK_SHORT, STALE */
export const voidOpeningStock = async (context: WriteContext, id: string, reason: string): Promise<OpeningStockRecord> => {
  const row = found(await context.db.openingStock.findFirst({ where: { AND: [{ id }, scope(context, 'void', 'OpeningStock')] }, include: shown }))
  await openCampaign(context, row.campaignId)
  if (row.version !== context.version) throw new DomainError('STALE')
  if (row.status === 'voided') throw new DomainError('ALREADY_VOIDED')
  const source = { sourceType: 'OpeningStock', sourceId: id }
  await holdGoods(context.db, [row])
  const data = { status: 'voided', voidReason: reason, version: { increment: 1 } } as const
  const voided = await context.db.openingStock.update({ where: { id, version: context.version }, data, include: shown })
  await withdrawLots(context, source)
  const { giftKindId, quantity } = row
  await moveStock(context, { giftKindId, kind: 'openingReversal', quantity: -quantity, movedOn: context.clock.today(), reason, ...source })
  await reverseEntry(context, 'OpeningStock', id, reason)
  const names = await namesOfUsers(context.db, [row.createdById])
  const byName = names.get(row.createdById) ?? ''
  await context.audit({ subject: 'OpeningStock', id, before: present(row, byName), after: present(voided, byName), reason })
  return present(voided, byName)
}
