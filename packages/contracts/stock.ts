import { stockActions } from '@chung-tay/domain/gifts/stock-actions'
import { z } from 'zod'
import { count, day, id, instant, line, money, queryFlag, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

const byId = z.object({ id })

/** `unitValue` in whole đồng; `stockOnHand` is the sum of the movements. */
export const giftKind = z.object({
  id,
  name: z.string(),
  measure: z.string(),
  unitValue: money,
  stockOnHand: count,
  active: z.boolean(),
  version: z.int(),
})
export type GiftKindRecord = z.output<typeof giftKind>

const kindBody = z.object({ name: line(), measure: line(30), unitValue: money })

export const movementKind = z.enum([
  'purchase',
  'purchaseReversal',
  'donation',
  'donationReversal',
  'handOut',
  'returned',
  'loss',
  'adjustment',
  'assembly',
  'disassembly',
  'opening',
  'openingReversal',
])

/** `quantity` is signed; `balance` is what was on hand after it. */
export const stockMovement = z.object({
  id,
  kind: movementKind,
  quantity: z.int(),
  balance: count,
  movedOn: day,
  reason: z.string(),
  sourceType: z.string().nullable(),
  sourceId: id.nullable(),
  byName: z.string(),
  createdAt: instant,
})
export type StockMovementRecord = z.output<typeof stockMovement>

export const giftKinds = {
  list: defineContract({
    operationId: 'listGiftKinds',
    method: 'GET',
    path: '/gift-kinds',
    summary: 'Kinds of gifts with the stock on hand',
    permission: 'read GiftKind',
    query: pageQuery.extend({ active: queryFlag.optional(), sort: sortOf('name', 'stockOnHand', 'unitValue').default('name') }),
    response: pageOf(giftKind),
  }),
  get: defineContract({
    operationId: 'getGiftKind',
    method: 'GET',
    path: '/gift-kinds/:id',
    summary: 'One kind of gift',
    permission: 'read GiftKind',
    params: byId,
    response: giftKind,
  }),
  create: defineContract({
    operationId: 'createGiftKind',
    method: 'POST',
    path: '/gift-kinds',
    summary: 'Enter a kind of gift; its stock begins at zero',
    permission: 'create GiftKind',
    body: kindBody,
    response: giftKind,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateGiftKind',
    method: 'PUT',
    path: '/gift-kinds/:id',
    summary: 'Change a kind of gift; gifts handed out keep the value they had',
    permission: 'update GiftKind',
    params: byId,
    body: kindBody.extend({ active: z.boolean() }),
    response: giftKind,
    versioned: true,
    errors: ['DUPLICATE'],
  }),
  movements: defineContract({
    operationId: 'listStockMovements',
    method: 'GET',
    path: '/gift-kinds/:id/movements',
    summary: 'The stock card of a kind, the latest first',
    permission: 'read StockMovement',
    params: byId,
    query: pageQuery.extend({
      kind: movementKind.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('createdAt').default('-createdAt'),
    }),
    response: pageOf(stockMovement),
  }),
  move: defineContract({
    operationId: 'moveGiftStock',
    method: 'POST',
    path: '/gift-kinds/:id/movements',
    summary:
      'Enter goods that are on no books, a loss or a correction; the stock never goes below zero, and what was lost of goods on the books is posted',
    permission: 'create StockMovement',
    params: byId,
    body: z.object({ action: z.enum(stockActions), quantity: count.min(1), movedOn: day, reason }),
    response: giftKind,
    errors: ['STOCK_SHORT', 'BOOKS_CLOSED'],
  }),
}
