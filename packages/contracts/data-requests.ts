import { requestKinds, requestStatuses } from '@chung-tay/domain/children/requests'
import { z } from 'zod'
import { day, id, instant, line, paragraph, queryFlag, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const requestKind = z.enum(requestKinds)
export const requestStatus = z.enum(requestStatuses)

/** What goes and what stays. `mentions` are places in running text that go too; `shared` means that others are called so, and a person must look. */
export const erasure = z.object({
  childName: z.string().nullable(),
  erased: z.object({
    guardians: z.int(),
    consents: z.int(),
    files: z.int(),
    nominations: z.int(),
    giftLines: z.int(),
    notifications: z.int(),
  }),
  /** Numbers that account for money and stock, without the name; signed decisions and reports on paper until their retention ends. */
  kept: z.object({
    consents: z.int(),
    handOuts: z.int(),
    awards: z.int(),
    decisions: z.array(z.string()),
    reports: z.array(z.string()),
    /** Pieces that are out with the child’s name or picture: whoever keeps them is told to take them down. */
    publications: z.int().default(0),
  }),
  shared: z.boolean(),
})
export type Erasure = z.output<typeof erasure>

/** `childName` is null once the child is erased. `mine` is who asked. */
export const dataRequest = z.object({
  id,
  childId: id,
  childName: z.string().nullable(),
  kind: requestKind,
  status: requestStatus,
  text: z.string(),
  requestedByName: z.string(),
  mine: z.boolean(),
  receivedOn: day,
  answerDueOn: day,
  fulfilDueOn: day,
  answer: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Who said yes to an erasure leaves it to another. */
  answeredByMe: z.boolean(),
  outcome: z.string(),
  /** What an erasure took away and what was kept. */
  erased: erasure.nullable(),
  fulfilledByName: z.string().nullable(),
  fulfilledAt: instant.nullable(),
  version: z.int(),
})
export type DataRequestRecord = z.output<typeof dataRequest>

const one = z.object({ id })
const step = { method: 'POST', params: one, response: dataRequest, status: 200, versioned: true, errors: ['TRANSITION_NOT_ALLOWED'] } as const

export const dataRequests = {
  list: defineContract({
    operationId: 'listDataRequests',
    method: 'GET',
    path: '/data-requests',
    summary: 'What parents asked about their children’s data, found by the child’s name; `open` waits for an answer or for being fulfilled',
    permission: 'read DataRequest',
    query: pageQuery.extend({
      childId: id.optional(),
      kind: requestKind.optional(),
      status: requestStatus.optional(),
      open: queryFlag.optional(),
      sort: sortOf('receivedOn', 'answerDueOn', 'fulfilDueOn').default('-receivedOn'),
    }),
    response: pageOf(dataRequest),
  }),
  get: defineContract({
    operationId: 'getDataRequest',
    method: 'GET',
    path: '/data-requests/:id',
    summary: 'One request with its answer and the days of the law',
    permission: 'read DataRequest',
    params: one,
    response: dataRequest,
  }),
  create: defineContract({
    operationId: 'createDataRequest',
    method: 'POST',
    path: '/children/:id/data-requests',
    summary: 'Ask for a copy, a correction or the erasure of an own child’s data; one of a kind waits at a time',
    permission: 'create DataRequest',
    params: one,
    body: z.object({ kind: requestKind, text: paragraph(2000) }),
    response: dataRequest,
    errors: ['DUPLICATE'],
  }),
  accept: defineContract({
    ...step,
    operationId: 'acceptDataRequest',
    path: '/data-requests/:id/accept',
    summary: 'Say yes; the requester is told',
    permission: 'answer DataRequest',
    body: z.object({ answer: paragraph(2000) }),
  }),
  refuse: defineContract({
    ...step,
    operationId: 'refuseDataRequest',
    path: '/data-requests/:id/refuse',
    summary: 'Say no with the reason that the requester is told',
    permission: 'answer DataRequest',
    body: z.object({ reason }),
  }),
  fulfil: defineContract({
    ...step,
    operationId: 'fulfilDataRequest',
    path: '/data-requests/:id/fulfil',
    summary: 'Say what was done about a copy or a correction',
    permission: 'answer DataRequest',
    body: z.object({ outcome: reason }),
  }),
  erasure: defineContract({
    operationId: 'previewErasure',
    method: 'GET',
    path: '/data-requests/:id/erasure',
    summary: 'What an erasure would take away and what is kept, and why',
    permission: 'void Child',
    params: one,
    response: erasure,
  }),
  erase: defineContract({
    ...step,
    operationId: 'eraseChild',
    path: '/data-requests/:id/erase',
    summary: 'Erase the child for good, by another than who accepted; `confirm` is the child’s name as it stands',
    permission: 'void Child',
    body: z.object({ confirm: line(100) }),
    errors: ['TRANSITION_NOT_ALLOWED', 'ERASE_BY_ANOTHER'],
  }),
  withdraw: defineContract({
    ...step,
    operationId: 'withdrawDataRequest',
    path: '/data-requests/:id/withdraw',
    summary: 'Take an own request back',
    permission: 'create DataRequest',
  }),
}
