import { leftOutReasons } from '@chung-tay/domain/gifts/entitlement'
import { z } from 'zod'
import { count, id, instant, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { giftList, supplementStatus } from './gifts.ts'

const byId = z.object({ id })

/** A child who shall come onto an approved list, in spite of the rule where `reasons` speak against it. */
export const giftListAddition = z.object({
  id,
  childId: id,
  childName: z.string(),
  birthYear: z.int(),
  unitName: z.string(),
  reason: z.string(),
  reasons: z.array(z.enum(leftOutReasons)),
})

/** Children added to a list after its approval, approved together; `additions` are those who came onto the list or wait for it. */
export const giftListSupplement = z.object({
  id,
  giftListId: id,
  number: z.int(),
  status: supplementStatus,
  returnReason: z.string().nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  additions: z.array(giftListAddition),
  version: z.int(),
})
export type GiftListSupplementRecord = z.output<typeof giftListSupplement>

const errors = ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'] as const

export const giftListSupplements = {
  list: defineContract({
    operationId: 'listGiftListSupplements',
    method: 'GET',
    path: '/gift-lists/:id/supplements',
    summary: 'Children added to a list after its approval, supplement by supplement',
    permission: 'read GiftList',
    params: byId,
    response: z.object({ items: z.array(giftListSupplement) }),
  }),
  add: defineContract({
    operationId: 'addToGiftList',
    method: 'POST',
    path: '/gift-lists/:id/lines',
    summary: 'Put a child on a list by hand with a reason: at once on a draft, and in a supplement once the list is approved',
    permission: 'update GiftList',
    params: byId,
    body: z.object({ childId: id, reason }),
    response: z.object({ list: giftList, supplement: z.int().nullable(), additions: count }),
    errors: [...errors, 'CHILD_STAYS_OUT', 'DUPLICATE'],
  }),
  drop: defineContract({
    operationId: 'removeGiftListAddition',
    method: 'DELETE',
    path: '/gift-list-additions/:id',
    summary: 'Take a child out of a supplement that was not submitted yet',
    permission: 'update GiftList',
    params: byId,
    response: z.object({ id }),
    status: 200,
    errors,
  }),
  submit: defineContract({
    operationId: 'submitGiftListSupplement',
    method: 'POST',
    path: '/gift-list-supplements/:id/submit',
    summary: 'Send a supplement to the leadership',
    permission: 'submit GiftList',
    params: byId,
    response: giftListSupplement,
    status: 200,
    versioned: true,
    errors: [...errors, 'LIST_EMPTY', 'BUDGET_SHORT', 'CONSENT_MISSING'],
  }),
  approve: defineContract({
    operationId: 'approveGiftListSupplement',
    method: 'POST',
    path: '/gift-list-supplements/:id/approve',
    summary: 'Approve a supplement: its children come onto the list and may be given their gifts',
    permission: 'approve GiftList',
    params: byId,
    response: giftListSupplement,
    status: 200,
    versioned: true,
    errors: [...errors, 'BUDGET_SHORT', 'CONSENT_MISSING', 'CHILD_STAYS_OUT', 'DUPLICATE'],
  }),
  return: defineContract({
    operationId: 'returnGiftListSupplement',
    method: 'POST',
    path: '/gift-list-supplements/:id/return',
    summary: 'Send a supplement back with a reason',
    permission: 'approve GiftList',
    params: byId,
    body: z.object({ reason }),
    response: giftListSupplement,
    status: 200,
    versioned: true,
    errors,
  }),
}
