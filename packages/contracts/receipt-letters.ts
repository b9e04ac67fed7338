import { z } from 'zod'
import { id, instant } from './codecs.ts'
import { defineContract } from './contract.ts'

/** A receipt that went to its giver by mail; who sent it and when stays known after the letter itself is gone. */
const letter = z.object({ to: z.string(), at: instant, byName: z.string(), state: z.enum(['waiting', 'sent', 'failed']) })
export type ReceiptLetter = z.output<typeof letter>

const params = z.object({ id })

export const receiptLetters = {
  list: defineContract({
    operationId: 'listReceiptLetters',
    method: 'GET',
    path: '/donations/:id/receipt-letters',
    summary: 'Letters with this receipt, the latest first; where the next would go, and whether there is a mail server',
    permission: 'read Donor',
    params,
    response: z.object({ mailServer: z.boolean(), address: z.string().nullable(), items: z.array(letter) }),
  }),
  mail: defineContract({
    operationId: 'mailReceipt',
    method: 'POST',
    path: '/donations/:id/receipt-letters',
    summary: 'Send the receipt to its giver as a PDF; that of a donation that was taken back says so',
    permission: 'create Donation',
    params,
    response: letter,
    errors: ['LETTER_REFUSED'],
  }),
}
