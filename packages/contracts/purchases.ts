import { z } from 'zod'
import { count, day, id, instant, line, paragraph, positiveMoney, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { paymentMethod } from './ledger.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

const byCampaign = z.object({ campaignId: id })

/** Goods bought with an invoice; `voucher` is the payment’s. Taken back by voiding the payment. */
export const purchase = z.object({
  id,
  disbursementId: id,
  voucher: z.string(),
  supplier: z.string(),
  invoiceSymbol: z.string(),
  invoiceNumber: z.string(),
  invoicedOn: day,
  paidOn: day,
  fundName: z.string(),
  method: paymentMethod,
  amount: sumOfMoney,
  voided: z.boolean(),
  voidReason: z.string().nullable(),
  /** `amount` is what the line comes to, taxes included. */
  items: z.array(z.object({ giftKindId: id, name: z.string(), measure: z.string(), quantity: count, amount: sumOfMoney })),
  /** The payment’s, to void it by. */
  version: z.int(),
})
export type PurchaseRecord = z.output<typeof purchase>

export const newPurchase = z.object({
  supplier: line(),
  invoiceSymbol: line(20),
  invoiceNumber: z
    .string()
    .trim()
    .regex(/^\d{1,8}$/),
  invoicedOn: day,
  paidOn: day,
  fundId: id,
  method: paymentMethod,
  memo: paragraph(1000).default(''),
  items: z
    .array(z.object({ giftKindId: id, quantity: count.min(1), amount: positiveMoney }))
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map(({ giftKindId }) => giftKindId)).size === items.length, { params: { code: 'duplicate' } }),
  fileIds: fileIds.min(1),
})

/** Phiếu xuất kho: below zero what came back. `value` is what of it was on the books. */
export const stockIssue = z.object({
  id,
  number: z.string(),
  issuedOn: day,
  giftListId: id.nullable(),
  giftListName: z.string().nullable(),
  giftKindName: z.string(),
  measure: z.string(),
  loss: z.boolean(),
  quantity: z.int(),
  value: sumOfMoney,
  byName: z.string(),
  createdAt: instant,
})
export type StockIssueRecord = z.output<typeof stockIssue>

export const purchases = {
  list: defineContract({
    operationId: 'listPurchases',
    method: 'GET',
    path: '/campaigns/:campaignId/purchases',
    summary: 'Goods bought with an invoice',
    permission: 'read Disbursement',
    params: byCampaign,
    query: pageQuery.extend({ sort: sortOf('invoicedOn', 'createdAt').default('-createdAt') }),
    response: pageOf(purchase),
  }),
  get: defineContract({
    operationId: 'getPurchase',
    method: 'GET',
    path: '/purchases/:id',
    summary: 'One purchase with its invoice',
    permission: 'read Disbursement',
    params: z.object({ id }),
    response: purchase.extend({ memo: z.string(), files: z.array(file), mayReturn: z.boolean() }),
  }),
  record: defineContract({
    operationId: 'recordPurchase',
    method: 'POST',
    path: '/campaigns/:campaignId/purchases',
    summary: 'Enter an invoice: the payment with its voucher, the goods into stock and onto the books, all or nothing',
    permission: 'create Disbursement',
    params: byCampaign,
    body: newPurchase,
    response: purchase,
    errors: ['FUND_OVERDRAWN', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE', 'FILE_NOT_YOURS', 'DUPLICATE'],
  }),
}

export const stockIssues = {
  list: defineContract({
    operationId: 'listStockIssues',
    method: 'GET',
    path: '/campaigns/:campaignId/stock-issues',
    summary: 'Vouchers by which goods that were handed out or lost left the books',
    permission: 'read StockMovement',
    params: byCampaign,
    query: pageQuery.extend({ sort: sortOf('number').default('-number') }),
    response: pageOf(stockIssue),
  }),
  pending: defineContract({
    operationId: 'listUnissuedHandOuts',
    method: 'GET',
    path: '/campaigns/:campaignId/unissued-hand-outs',
    summary: 'Gifts handed out that no voucher tells the books of yet, by list and day',
    permission: 'read StockMovement',
    params: byCampaign,
    response: z.object({
      items: z.array(
        z.object({ giftListId: id, giftListName: z.string(), giftKindName: z.string(), movedOn: day, loss: z.boolean(), quantity: z.int() }),
      ),
    }),
  }),
  create: defineContract({
    operationId: 'issueStock',
    method: 'POST',
    path: '/campaigns/:campaignId/stock-issues',
    summary: 'Write a voucher for each list and day whose hand-outs the books do not know yet',
    permission: 'create StockMovement',
    params: byCampaign,
    response: z.object({ issued: count, value: sumOfMoney }),
    errors: ['CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'NOTHING_TO_ISSUE'],
  }),
}
