import { relations } from '@chung-tay/domain/children/guardians'
import { z } from 'zod'
import { id, instant, queryFlag, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { leftOutReason, listErrors } from './gifts.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

const byId = z.object({ id })

export const handOutShown = z.object({ at: instant, by: z.string(), collectorName: z.string(), proxyRelation: z.string().nullable() })

/** `hasConsent` is false while nobody has agreed that the child's data may be used for gifts. */
export const giftListLine = z.object({
  id,
  giftListId: id,
  giftListName: z.string(),
  childId: id,
  childName: z.string(),
  birthYear: z.int(),
  guardians: z.array(z.object({ name: z.string(), relation: z.enum(relations) })),
  unitId: id,
  unitName: z.string(),
  hasConsent: z.boolean(),
  excluded: z.boolean(),
  excludeReason: z.string().nullable(),
  excludedByName: z.string().nullable(),
  excludedAt: instant.nullable(),
  /** Put on by hand, and why; `supplement` is the number of the one that it came with. */
  addReason: z.string().nullable(),
  supplement: z.int().nullable(),
  handOut: handOutShown.nullable(),
  version: z.int(),
})
export type GiftListLineRecord = z.output<typeof giftListLine>

export const giftListLines = {
  list: defineContract({
    operationId: 'listGiftListLines',
    method: 'GET',
    path: '/campaigns/:campaignId/gift-list-lines',
    summary: 'Entitlements within one’s scope, of one list or of all lists of the campaign',
    permission: 'read GiftListLine',
    params: z.object({ campaignId: id }),
    query: pageQuery.extend({
      giftListId: id.optional(),
      unitId: id.optional(),
      given: queryFlag.optional(),
      excluded: queryFlag.optional(),
      hasConsent: queryFlag.optional(),
      sort: sortOf('unit', 'name').default('unit'),
    }),
    response: pageOf(giftListLine),
  }),
  why: defineContract({
    operationId: 'explainGiftListLine',
    method: 'GET',
    path: '/gift-list-lines/:id/why',
    summary: 'Why a child is on its list, by what the records say today: age, parents who make it count, and what speaks against it',
    permission: 'update GiftListLine',
    params: byId,
    response: z.object({
      age: z.int().nullable(),
      reasons: z.array(leftOutReason),
      counted: z.array(z.object({ name: z.string(), relation: z.enum(relations), unitName: z.string() })),
    }),
  }),
  exclude: defineContract({
    operationId: 'excludeGiftListLine',
    method: 'POST',
    path: '/gift-list-lines/:id/exclude',
    summary: 'Take a child off a draft with a reason, or off an approved list as long as the gift was not handed out; the line stays',
    permission: 'update GiftListLine',
    params: byId,
    body: z.object({ reason }),
    response: giftListLine,
    status: 200,
    versioned: true,
    errors: [...listErrors, 'GIFT_GIVEN'],
  }),
  include: defineContract({
    operationId: 'includeGiftListLine',
    method: 'POST',
    path: '/gift-list-lines/:id/include',
    summary: 'Put an excluded child back on a draft',
    permission: 'update GiftListLine',
    params: byId,
    response: giftListLine,
    status: 200,
    versioned: true,
    errors: [...listErrors, 'CONFLICT', 'CHILD_STAYS_OUT'],
  }),
}
