import { z } from 'zod'
import { count, day, id, money, paragraph, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'

const byId = z.object({ id })

const component = z.object({ giftKindId: id, name: z.string(), measure: z.string(), quantity: count, unitValue: money, stockOnHand: count })

/** `value` is what the components of one are worth by their own unit values; `possible` so many can be put together from what is there. */
export const kit = z.object({
  components: z.array(component),
  value: sumOfMoney,
  possible: count,
  /** Kits are there or were given: what they are made of stays. */
  fixed: z.boolean(),
  stockOnHand: count,
  /** The kind's, to change the components by. */
  version: z.int(),
})
export type KitRecord = z.output<typeof kit>

export const kits = {
  get: defineContract({
    operationId: 'getKit',
    method: 'GET',
    path: '/gift-kinds/:id/kit',
    summary: 'What a kind of gift is made of; without components it is no kit',
    permission: 'read GiftKind',
    params: byId,
    response: kit,
  }),
  compose: defineContract({
    operationId: 'composeKit',
    method: 'PUT',
    path: '/gift-kinds/:id/kit',
    summary: 'Say what a kind of gift is made of, as long as none was put together or lies there',
    permission: 'update GiftKind',
    params: byId,
    body: z.object({
      components: z
        .array(z.object({ giftKindId: id, quantity: count.min(1).max(1000) }))
        .max(30)
        .refine((all) => new Set(all.map(({ giftKindId }) => giftKindId)).size === all.length, { params: { code: 'duplicate' } }),
    }),
    response: kit,
    versioned: true,
    errors: ['KIT_REFUSED'],
  }),
  assemble: defineContract({
    operationId: 'assembleKit',
    method: 'POST',
    path: '/gift-kinds/:id/assemblies',
    summary: 'Put kits together, or take some apart: pieces and their value on the books change kinds, nothing is lost or gained',
    permission: 'create StockMovement',
    params: byId,
    body: z.object({
      action: z.enum(['assemble', 'takeApart']),
      quantity: count.min(1),
      madeOn: day,
      /** Whose goods are taken first. */
      fundId: id.nullable().default(null),
      note: paragraph(300).default(''),
    }),
    response: kit,
    errors: ['STOCK_SHORT', 'KIT_FUNDS', 'KIT_REFUSED'],
  }),
}
