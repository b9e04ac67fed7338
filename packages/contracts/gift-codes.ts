import { z } from 'zod'
import { id, instant, line } from './codecs.ts'
import { defineContract } from './contract.ts'

/** `code` is null once it is of no use: the gift is collected, or the list is closed. */
const myGiftCode = z.object({
  id,
  childName: z.string(),
  listName: z.string(),
  year: z.int(),
  giftName: z.string(),
  code: z.string().nullable(),
  collected: z.object({ at: instant, collectorName: z.string(), proxyRelation: z.string().nullable() }).nullable(),
})
export type MyGiftCode = z.output<typeof myGiftCode>

const invitations = {
  method: 'GET',
  permission: 'create HandOut',
  params: z.object({ id }),
  query: z.object({ time: line(100), venue: line(200) }),
  response: z.any(),
  errors: ['LIST_NOT_APPROVED', 'LIST_EMPTY'],
} as const

export const giftCodes = {
  mine: defineContract({
    operationId: 'listMyGiftCodes',
    method: 'GET',
    path: '/my-gift-codes',
    summary: 'The codes by which the desk finds the gifts of one’s own children, once their list is approved',
    permission: 'self',
    response: z.object({ items: z.array(myGiftCode) }),
  }),
  invitations: defineContract({
    ...invitations,
    operationId: 'downloadGiftInvitations',
    path: '/gift-lists/:id/invitations.docx',
    summary: 'Slips with a QR code for the families that still wait, unit by unit, as a Word file; `time` and `venue` are printed as given',
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  invitationsPdf: defineContract({
    ...invitations,
    operationId: 'downloadGiftInvitationsPdf',
    path: '/gift-lists/:id/invitations.pdf',
    summary: 'Slips with a QR code for the families that still wait, unit by unit, as a PDF; `time` and `venue` are printed as given',
    file: ['application/pdf'],
  }),
}
