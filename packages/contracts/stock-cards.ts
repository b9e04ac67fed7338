import { z } from 'zod'
import { day, id } from './codecs.ts'
import { defineContract } from './contract.ts'

const card = {
  method: 'GET',
  permission: 'read StockMovement',
  params: z.object({ id }),
  query: z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'end_before_start' } }),
  response: z.any(),
} as const

/** Thẻ kho: the movements of a kind in a period, to be printed and signed. */
export const stockCards = {
  word: defineContract({
    ...card,
    operationId: 'downloadStockCard',
    path: '/gift-kinds/:id/card.docx',
    summary: 'The stock card of a kind in a period as a Word file: what was there, what came in and went out by which paper, what is left',
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  pdf: defineContract({
    ...card,
    operationId: 'downloadStockCardPdf',
    path: '/gift-kinds/:id/card.pdf',
    summary: 'The same as a PDF',
    file: ['application/pdf'],
  }),
}
