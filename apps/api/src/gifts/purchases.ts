import type { PurchaseRecord, purchases } from '@chung-tay/contracts/purchases'
import type { Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { purchasePostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { payOut } from '../ledger/disbursements.ts'
import { openCampaign } from '../ledger/service.ts'
import { addLots } from './lots.ts'
import { moveStock } from './stock.ts'

const shown = {
  disbursement: { include: { fund: { select: { name: true } } } },
  items: { include: { giftKind: { select: { name: true, measure: true } } }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.PurchaseInclude
type Row = Prisma.PurchaseGetPayload<{ include: typeof shown }>

const present = ({ disbursement: paid, items, ...row }: Row): PurchaseRecord => ({
  id: row.id,
  disbursementId: row.disbursementId,
  voucher: numberLabel('voucher', paid.voucherYear, paid.voucherNumber),
  supplier: row.supplier,
  invoiceSymbol: row.invoiceSymbol,
  invoiceNumber: row.invoiceNumber,
  invoicedOn: fromDbDate(row.invoicedOn),
  paidOn: fromDbDate(paid.paidOn),
  fundName: paid.fund.name,
  method: paid.method === 'cash' ? 'cash' : 'transfer',
  amount: Number(paid.amount),
  voided: row.voided,
  voidReason: paid.voidReason,
  items: items.map(({ giftKindId, giftKind, quantity, amount }) => ({ giftKindId, ...giftKind, quantity, amount: Number(amount) })),
  version: paid.version,
})

export const listPurchases = (context: Context, campaignId: string, query: z.output<typeof purchases.list.query>) => {
  const { column, direction } = orderOf(query.sort)
  const where: Prisma.PurchaseWhereInput = {
    AND: [
      { campaignId, disbursement: { is: scope(context, 'read', 'Disbursement') } },
      query.q ? { OR: [{ supplierKey: { contains: foldText(query.q) } }, { invoiceNumber: { contains: query.q } }] } : {},
    ],
  }
  return page(
    query,
    (window) => context.db.purchase.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
    () => context.db.purchase.count({ where }),
    present,
  )
}

export const getPurchase = async (context: Context, id: string) => {
  const where = { AND: [{ id }, { disbursement: { is: scope(context, 'read', 'Disbursement') } }] }
  const row = found(await context.db.purchase.findFirst({ where, include: shown }))
  const files = await filesOf(context, 'Disbursement', row.disbursementId)
  const lots = await context.db.stockLot.findMany({ where: { sourceType: 'Purchase', sourceId: id }, select: { quantity: true, left: true } })
  return { ...present(row), memo: row.disbursement.memo, files, mayReturn: !row.voided && lots.every(({ quantity, left }) => left === quantity) }
}

type Input = z.output<typeof purchases.record.body>

const requireKinds = async ({ db }: WriteContext, items: Input['items']) => {
  const known = await db.giftKind.count({ where: { id: { in: items.map(({ giftKindId }) => giftKindId) }, active: true } })
  if (known < items.length) throw new DomainError('NOT_FOUND', { reference: true })
}

/** An invoice: its payment, and the goods into stock and onto the books at what they cost. Kinds are locked in one order. */
export const recordPurchase = async (context: WriteContext, campaignId: string, input: Input): Promise<PurchaseRecord> => {
  const { supplier, invoiceSymbol, invoiceNumber, invoicedOn, paidOn, fundId, method, memo, fileIds } = input
  const today = context.clock.today()
  if (invoicedOn > today) throw invalidField('invoicedOn', 'in_the_future')
  if (paidOn > today) throw invalidField('paidOn', 'in_the_future')
  await openCampaign(context, campaignId)
  await requireKinds(context, input.items)
  const supplierKey = foldText(supplier)
  const twice = await context.db.purchase.findFirst({ where: { supplierKey, invoiceSymbol, invoiceNumber, voided: false }, select: { id: true } })
  if (twice) throw new DomainError('DUPLICATE', { field: 'invoiceNumber' })
  const id = newId()
  const source = { sourceType: 'Purchase', sourceId: id }
  const reason = `${supplier}, hóa đơn ${invoiceSymbol} số ${invoiceNumber}`
  const items = [...input.items].sort((a, b) => (a.giftKindId < b.giftKindId ? -1 : 1))
  for (const { giftKindId, quantity, amount } of items) {
    await moveStock(context, { giftKindId, kind: 'purchase', quantity, movedOn: paidOn, reason, ...source })
    await addLots(context, { giftKindId, fundId, quantity, value: amount, receivedOn: paidOn }, source)
  }
  const amount = items.reduce((sum, item) => sum + item.amount, 0)
  const payment = { kind: 'payment', purpose: 'gift', decisionId: null, fundId, method, amount, payee: supplier, paidOn, fileIds } as const
  const told = memo === '' ? `Hóa đơn ${invoiceSymbol} số ${invoiceNumber}` : `${memo} (hóa đơn ${invoiceSymbol} số ${invoiceNumber})`
  const paid = await payOut(context, campaignId, { ...payment, memo: told }, purchasePostings({ method, fundId, amount }))
  const invoice = { supplier, supplierKey, invoiceSymbol, invoiceNumber, invoicedOn: toDbDate(invoicedOn) }
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.purchase.create({ data: { id, campaignId, disbursementId: paid.id, ...invoice, ...made, items: { create: items } } })
  const after = present(await context.db.purchase.findUniqueOrThrow({ where: { id }, include: shown }))
  await context.audit({ subject: 'Disbursement', id: paid.id, after: { supplier, invoiceSymbol, invoiceNumber, invoicedOn, amount } })
  return after
}
