import { isSignature, longestSignature } from '@chung-tay/domain/gifts/signature'
import { z } from 'zod'
import { count, day, id, instant, line, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file } from './files.ts'
import { giftListLine, handOutShown } from './gift-lines.ts'
import { giftListStatus } from './gifts.ts'

const byId = z.object({ id })

/** What lies on a desk's device: no birth date, no school, no circumstances. The guardians are colleagues who stand at the desk. */
const deskLine = giftListLine
  .pick({ id: true, childName: true, unitName: true, hasConsent: true, excluded: true, excludeReason: true, handOut: true })
  .extend({ code: z.string(), mayPhotograph: z.boolean() })
export type DeskLine = z.output<typeof deskLine>

/** Children of one family on the list, so that siblings are served at once. */
export const family = z.object({ id, guardians: giftListLine.shape.guardians, lines: z.array(deskLine) })
export type Family = z.output<typeof family>

const progress = z.object({ given: count, total: count, stockOnHand: count })

/** Everything that a desk needs to go on without a network; `at` is the server's clock, by which the device knows how wrong its own is. */
export const deskPack = z.object({
  listId: id,
  listName: z.string(),
  year: z.int(),
  measure: z.string(),
  status: giftListStatus,
  at: instant,
  userId: id,
  families: z.array(family),
  progress,
})
export type DeskPack = z.output<typeof deskPack>

const collector = z.object({ collectorName: line(100), proxyRelation: line(100).nullable() })

/** What a finger drew: lines of points within 600 × 200, `10,20 12,24;300,80`. */
const signature = z.string().max(longestSignature).refine(isSignature)

/** `withheldPhotos` are kept but shown to nobody: the family of a child on them has withdrawn its consent. */
const handOut = z.object({
  ...{ lineId: id, childName: z.string(), handOut: handOutShown, signature: z.string().nullable() },
  photos: z.array(file),
  withheldPhotos: count,
})

const giftProgress = progress.extend({
  units: z.array(z.object({ unitId: id, unitName: z.string(), given: count, total: count })),
  last: z.array(z.object({ id, unitName: z.string(), at: instant, by: z.string() })),
})
export type GiftProgress = z.output<typeof giftProgress>

/** A line of the printed signing list by its number there; `collectorName` is whom a signature on paper is taken for. */
const paperLine = deskLine.pick({ code: true, childName: true, unitName: true, handOut: true }).extend({
  ...{ lineId: id, number: z.int(), collectorName: z.string() },
})
export type PaperLine = z.output<typeof paperLine>

const alreadyGiven = z.object({ lineId: id, childName: z.string(), handOut: handOutShown })

export const handOuts = {
  desk: defineContract({
    operationId: 'getHandOutDesk',
    method: 'GET',
    path: '/gift-lists/:id/desk',
    summary: 'What a desk takes along to hand out without a network: families of the list, and what they have already',
    permission: 'create HandOut',
    params: byId,
    response: deskPack,
  }),
  progress: defineContract({
    operationId: 'getGiftProgress',
    method: 'GET',
    path: '/gift-lists/:id/progress',
    summary: 'A list’s hand-outs as they happen, by unit, and the last ones without a child’s name',
    permission: 'read GiftList',
    params: byId,
    response: giftProgress,
  }),
  paperLines: defineContract({
    operationId: 'listPaperLines',
    method: 'GET',
    path: '/gift-lists/:id/paper-lines',
    summary: 'The lines of an approved list by the numbers that are printed on its signing list',
    permission: 'create HandOut',
    params: byId,
    response: z.object({ today: day, items: z.array(paperLine) }),
  }),
  paper: defineContract({
    operationId: 'enterPaperHandOuts',
    method: 'POST',
    path: '/gift-lists/:id/paper-hand-outs',
    summary: 'Write hand-outs that were signed on paper, all or none; those that are written already stay and are named',
    permission: 'create HandOut',
    params: byId,
    body: z.object({ lineIds: z.array(id).min(1).max(1000), givenOn: day }),
    response: z.object({ given: count, already: z.array(alreadyGiven), progress }),
    status: 200,
    errors: ['LIST_NOT_APPROVED', 'STOCK_SHORT', 'CAMPAIGN_CLOSED'],
  }),
  create: defineContract({
    operationId: 'handOutGift',
    method: 'POST',
    path: '/gift-list-lines/:id/hand-out',
    summary:
      'Hand a gift over, once: `proxyRelation` says how somebody who is no guardian is related to the child, `givenAt` when it was if it is told later, `givenById` who must be signed in for it, `signature` what was signed on the screen',
    permission: 'create HandOut',
    params: byId,
    body: collector.extend({ givenAt: instant.optional(), givenById: id.optional(), signature: signature.optional() }),
    response: z.object({ id, lineId: id, childName: z.string(), handOut: handOutShown, progress }),
    errors: [
      'ALREADY_HANDED_OUT',
      'GIVEN_BY_ANOTHER',
      'LIST_NOT_APPROVED',
      'LINE_EXCLUDED',
      'PROXY_RELATION_REQUIRED',
      'STOCK_SHORT',
      'CAMPAIGN_CLOSED',
    ],
  }),
  get: defineContract({
    operationId: 'getHandOut',
    method: 'GET',
    path: '/gift-list-lines/:id/hand-out',
    summary: 'One hand-out with what was signed and photographed',
    permission: 'read HandOut',
    params: byId,
    response: handOut,
  }),
  photo: defineContract({
    operationId: 'addHandOutPhoto',
    method: 'POST',
    path: '/gift-list-lines/:id/hand-out-photos',
    summary: 'Add an uploaded photo of a hand-out; `withLineIds` are the other children that it shows, each of whom must have the consent too',
    permission: 'create HandOut',
    params: byId,
    body: z.object({ fileId: id, withLineIds: z.array(id).max(20).default([]) }),
    response: handOut,
    errors: ['PHOTO_NEEDS_CONSENT', 'UNSUPPORTED_MEDIA_TYPE', 'FILE_NOT_YOURS'],
  }),
  undo: defineContract({
    operationId: 'undoHandOut',
    method: 'POST',
    path: '/gift-list-lines/:id/undo-hand-out',
    summary: 'Take a hand-out back with a reason, by somebody else than who gave it: the gift is in stock again and waits for its child',
    permission: 'void HandOut',
    params: byId,
    body: z.object({ reason }),
    response: z.object({ childName: z.string(), progress }),
    status: 200,
    errors: ['UNDO_BY_ANOTHER', 'LIST_NOT_APPROVED', 'CAMPAIGN_CLOSED'],
  }),
  unwritten: defineContract({
    operationId: 'settleUnwrittenHandOut',
    method: 'POST',
    path: '/gift-list-lines/:id/unwritten-hand-outs',
    summary:
      'Say what became of a gift that a desk without a network gave for an entitlement that was used already, or to a child that had been taken off the list: taken back, or lost to the stock',
    permission: 'create HandOut',
    params: byId,
    body: collector.extend({ givenAt: instant, outcome: z.enum(['returned', 'lost']), reason }),
    response: z.object({ childName: z.string(), progress }),
    status: 200,
    errors: ['STOCK_SHORT', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED'],
  }),
}
