import type { stockCards } from '@chung-tay/contracts/stock-cards'
import type { StockMovement } from '@chung-tay/db/client'
import { addDays, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { type CardMovement, stockCard } from '@chung-tay/domain/gifts/stock-card'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { fileNameOf } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { agencyOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { scope } from '../http/scope.ts'
import { between } from '../ledger/service.ts'
import { getKind } from './kinds.ts'
import { movementNames } from './movement-names.ts'

type Papers = ReadonlyMap<string, string>
type Row = StockMovement & { settlement: { issue: { year: number; number: number; giftList: { name: string } | null } } | null }

/** The numbers of receipts, vouchers and minutes behind movements, by the record. */
const papersOf = async ({ db }: Context, ids: readonly string[]): Promise<Papers> => {
  const where = { id: { in: [...ids] } }
  const [donations, purchases, counts] = [
    await db.donation.findMany({ where, select: { id: true, receiptYear: true, receiptNumber: true } }),
    await db.purchase.findMany({ where, select: { id: true, disbursement: { select: { voucherYear: true, voucherNumber: true } } } }),
    await db.stockCount.findMany({ where, select: { id: true, year: true, number: true } }),
  ]
  return new Map([
    ...donations.map((one) => [one.id, numberLabel('receipt', one.receiptYear, one.receiptNumber)] as const),
    ...purchases.map(({ id, disbursement: paid }) => [id, numberLabel('voucher', paid.voucherYear, paid.voucherNumber)] as const),
    ...counts.map(({ id, year, number }) => [id, numberLabel('stockCount', year ?? 0, number ?? 0)] as const),
  ])
}

/** Hand-outs stand by list and voucher, never by child: the card lies open in the store. */
const onCard = ({ settlement, ...row }: Row, papers: Papers): CardMovement => {
  const [on, name] = [fromDbDate(row.movedOn), movementNames[row.kind]]
  if (row.sourceType === 'HandOut') {
    const paper = settlement ? numberLabel('issue', settlement.issue.year, settlement.issue.number) : ''
    const memo = settlement?.issue.giftList ? `${name}: ${settlement.issue.giftList.name}` : name
    return { on, quantity: row.quantity, paper, memo, group: `${paper} ${memo}` }
  }
  return {
    on,
    quantity: row.quantity,
    paper: papers.get(row.sourceId ?? '') ?? '',
    memo: row.reason === '' ? name : `${name}: ${row.reason}`,
    group: null,
  }
}

export const writeStockCard = async (context: Context, id: string, { from, to }: z.output<typeof stockCards.word.query>): Promise<Written> => {
  const kind = await getKind(context, id)
  const moves = { AND: [{ giftKindId: id }, scope(context, 'read', 'StockMovement')] }
  const tookOver = { movedOn: toDbDate(from), kind: 'opening' } as const
  const { _sum } = await context.db.stockMovement.aggregate({
    where: { ...moves, OR: [{ movedOn: { lte: toDbDate(addDays(from, -1)) } }, tookOver] },
    _sum: { quantity: true },
  })
  const rows = await context.db.stockMovement.findMany({
    where: { ...moves, movedOn: between(from, to), NOT: tookOver },
    include: { settlement: { include: { issue: { include: { giftList: { select: { name: true } } } } } } },
    orderBy: [{ movedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const papers = await papersOf(
    context,
    rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])),
  )
  const opening = _sum.quantity ?? 0
  const lines = stockCard(
    opening,
    rows.map((row) => onCard(row, papers)),
  )
  const { parentName, name, place } = await agencyOn(context.db, to)
  const { stockCardPaper } = await import('@chung-tay/documents/stock-card')
  const source = stockCardPaper({
    ...{ agency: { parentName, name, place }, from, to, on: context.clock.today(), opening, lines },
    ...{ kind: kind.name, measure: kind.measure },
    signers: [
      { title: 'Thủ kho', name: null },
      { title: 'Kế toán', name: null },
      { title: 'Chủ tịch Công đoàn', name: null },
    ],
  })
  return { name: `the-kho-${fileNameOf(kind.name)}`, source }
}
