import { z } from 'zod'
import { count, day, id, paragraph, positiveMoney, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { openingRecord } from './openings.ts'

/** Goods that a fund had when the program took over its books; `value` of all pieces in whole đồng. */
export const openingStock = openingRecord.extend({ giftKindId: id, fundName: z.string(), quantity: count, value: sumOfMoney })
export type OpeningStockRecord = z.output<typeof openingStock>

export const openingStocks = {
  list: defineContract({
    operationId: 'listOpeningStocks',
    method: 'GET',
    path: '/gift-kinds/:id/opening-stocks',
    summary: 'What funds had of a kind when the program took over their books: those that stand first, then those that were taken back',
    permission: 'read OpeningStock',
    params: z.object({ id }),
    response: z.object({ items: z.array(openingStock) }),
  }),
  record: defineContract({
    operationId: 'recordOpeningStock',
    method: 'POST',
    path: '/campaigns/:campaignId/opening-stocks',
    summary: 'Enter goods that a fund had before the program kept its books: once for a kind and fund, before anything else, while nothing is closed',
    permission: 'create OpeningStock',
    params: z.object({ campaignId: id }),
    body: z.strictObject({
      giftKindId: id,
      fundId: id,
      quantity: count.min(1),
      value: positiveMoney,
      enteredOn: day,
      note: paragraph(1000).default(''),
    }),
    response: openingStock,
    errors: ['OPENING_REFUSED', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE'],
  }),
  void: defineContract({
    operationId: 'voidOpeningStock',
    method: 'POST',
    path: '/opening-stocks/:id/void',
    summary: 'Take opening stock back by a reversal, if all of the goods are still there',
    permission: 'void OpeningStock',
    params: z.object({ id }),
    body: z.object({ reason }),
    response: openingStock,
    status: 200,
    versioned: true,
    errors: ['ALREADY_VOIDED', 'STOCK_ISSUED', 'STOCK_SHORT', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED'],
  }),
}
