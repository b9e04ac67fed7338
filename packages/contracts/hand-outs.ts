import { z } from 'zod'
import { count, id, line } from './codecs.ts'
import { defineContract } from './contract.ts'
import { giftListLine, handOutShown } from './gifts.ts'
import { pageQuery } from './pages.ts'

const byId = z.object({ id })

/** Children of one family on the list, so that siblings are served at once. */
export const family = z.object({ id, guardians: giftListLine.shape.guardians, lines: z.array(giftListLine) })
export type Family = z.output<typeof family>

const progress = z.object({ given: count, total: count, stockOnHand: count })

export const handOuts = {
  desk: defineContract({
    operationId: 'searchHandOutDesk',
    method: 'GET',
    path: '/gift-lists/:id/desk',
    summary: 'Families of a list by the name of a child or guardian, without marks; nobody before something is typed',
    permission: 'create HandOut',
    params: byId,
    query: z.object({ q: pageQuery.shape.q }),
    response: z.object({ families: z.array(family), progress }),
  }),
  create: defineContract({
    operationId: 'handOutGift',
    method: 'POST',
    path: '/gift-list-lines/:id/hand-out',
    summary: 'Hand a gift over, once: `proxyRelation` says how somebody who is no guardian is related to the child',
    permission: 'create HandOut',
    params: byId,
    body: z.object({ collectorName: line(100), proxyRelation: line(100).nullable() }),
    response: z.object({ id, lineId: id, childName: z.string(), handOut: handOutShown, progress }),
    errors: ['ALREADY_HANDED_OUT', 'LIST_NOT_APPROVED', 'LINE_EXCLUDED', 'PROXY_RELATION_REQUIRED', 'STOCK_SHORT', 'CAMPAIGN_CLOSED'],
  }),
}
