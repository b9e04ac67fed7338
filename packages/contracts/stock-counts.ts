import { z } from 'zod'
import { count, day, id, instant, line, paragraph, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'
import { movementKind } from './stock.ts'

const byId = z.object({ id })

export const stockCountStatus = z.enum(['open', 'finished', 'cancelled'])

/** Who counted, and what they were in the committee, such as `Trưởng ban`. */
const member = z.object({ name: line(), role: line(100) })
const members = z.array(member).max(9)

/** `differences` counts the kinds of which something else was found than the books say. */
export const stockCount = z.object({
  id,
  /** Null until it is finished. */
  number: z.string().nullable(),
  countedOn: day,
  place: z.string(),
  status: stockCountStatus,
  kinds: count,
  counted: count,
  differences: count,
  byName: z.string(),
  createdAt: instant,
  endedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  version: z.int(),
})
export type StockCountRecord = z.output<typeof stockCount>

/** `booked` is what the books say now, or said when the count was finished; `moved` is what came between it and the beginning. */
export const stockCountLine = z.object({
  giftKindId: id,
  name: z.string(),
  measure: z.string(),
  bookedAtStart: count,
  /** What the pieces at the beginning were on the books with, in whole đồng. */
  valueAtStart: sumOfMoney,
  booked: count,
  counted: count.nullable(),
  reason: z.string(),
  /** What left the books with a shortage, in whole đồng. */
  writtenOff: sumOfMoney,
  moved: z.array(z.object({ kind: movementKind, quantity: z.int(), at: instant, reason: z.string() })),
})
export type StockCountLineRecord = z.output<typeof stockCountLine>

const opened = stockCount.extend({ postedOn: day.nullable(), members: z.array(member), lines: z.array(stockCountLine) })
export type OpenedStockCount = z.output<typeof opened>

const savedCount = z.object({
  members,
  lines: z.array(z.object({ giftKindId: id, counted: count.nullable(), reason: paragraph(500).default('') })).max(500),
})

const file = { method: 'GET', permission: 'read StockCount', params: byId, response: z.any() } as const
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const stockCounts = {
  list: defineContract({
    operationId: 'listStockCounts',
    method: 'GET',
    path: '/stock-counts',
    summary: 'Counts of the stock, the latest first',
    permission: 'read StockCount',
    query: pageQuery.extend({ status: stockCountStatus.optional(), sort: sortOf('countedOn', 'createdAt').default('-createdAt') }),
    response: pageOf(stockCount),
  }),
  get: defineContract({
    operationId: 'getStockCount',
    method: 'GET',
    path: '/stock-counts/:id',
    summary: 'One count: what the books say of each kind, what was found, and what moved meanwhile',
    permission: 'read StockCount',
    params: byId,
    response: opened,
  }),
  begin: defineContract({
    operationId: 'beginStockCount',
    method: 'POST',
    path: '/stock-counts',
    summary: 'Begin a count of the chosen kinds, or of all that are used or lie there; what the books say is kept',
    permission: 'create StockCount',
    body: z.object({ countedOn: day, place: paragraph(200).default(''), giftKindIds: z.array(id).max(500).default([]) }),
    response: opened,
    errors: ['COUNT_OPEN', 'NOTHING_TO_COUNT'],
  }),
  save: defineContract({
    operationId: 'saveStockCount',
    method: 'PUT',
    path: '/stock-counts/:id',
    summary: 'Keep what was counted so far and who counts',
    permission: 'update StockCount',
    params: byId,
    body: savedCount,
    response: opened,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  finish: defineContract({
    operationId: 'finishStockCount',
    method: 'POST',
    path: '/stock-counts/:id/finish',
    summary:
      'Finish a count: one movement for each difference from what the books say now, which must be what the person saw; shortages of goods on the books are posted',
    permission: 'update StockCount',
    params: byId,
    body: z.object({ seen: z.array(z.object({ giftKindId: id, booked: count })).max(500) }),
    response: opened,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'STOCK_MOVED', 'COUNT_INCOMPLETE', 'BOOKS_CLOSED'],
  }),
  cancel: defineContract({
    operationId: 'cancelStockCount',
    method: 'POST',
    path: '/stock-counts/:id/cancel',
    summary: 'Give a count up that was begun, with the reason; the sheet stays',
    permission: 'update StockCount',
    params: byId,
    body: z.object({ reason }),
    response: opened,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  sheet: defineContract({
    ...file,
    operationId: 'downloadStockCountSheet',
    path: '/stock-counts/:id/sheet.docx',
    summary: 'The sheet to write down by hand what is counted, as a Word file',
    file: [word],
  }),
  sheetPdf: defineContract({
    ...file,
    operationId: 'downloadStockCountSheetPdf',
    path: '/stock-counts/:id/sheet.pdf',
    summary: 'The same as a PDF',
    file: ['application/pdf'],
  }),
  minutes: defineContract({
    ...file,
    operationId: 'downloadStockCountMinutes',
    path: '/stock-counts/:id/minutes.docx',
    summary: 'The minutes of a finished count (biên bản kiểm kê), as a Word file',
    file: [word],
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  minutesPdf: defineContract({
    ...file,
    operationId: 'downloadStockCountMinutesPdf',
    path: '/stock-counts/:id/minutes.pdf',
    summary: 'The same as a PDF',
    file: ['application/pdf'],
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
}
