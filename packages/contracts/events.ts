import { eventKinds, eventStatuses } from '@chung-tay/domain/events/transitions'
import { z } from 'zod'
import { count, day, id, line, money, paragraph, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const eventKind = z.enum(eventKinds)
export const eventStatus = z.enum(eventStatuses)

/** `cost` is money in đồng; the figures are 0 until the event was held. */
export const event = z.object({
  id,
  campaignId: id,
  unitId: id,
  unitName: z.string(),
  kind: eventKind,
  name: z.string(),
  heldOn: day,
  place: z.string(),
  status: eventStatus,
  participants: count,
  childrenReached: count,
  cost: money,
  incidents: count,
  incidentNote: z.string(),
  summary: z.string(),
  cancelReason: z.string().nullable(),
  version: z.int(),
})
export type EventRecord = z.output<typeof event>

export const eventDetail = event.extend({ files: z.array(file) })
export type EventDetail = z.output<typeof eventDetail>

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })
const plan = z.object({ unitId: id, kind: eventKind, name: line(), heldOn: day, place: line() })

/** An incident without its story says nothing. */
const outcome = z
  .object({
    heldOn: day,
    participants: count,
    childrenReached: count,
    cost: money,
    incidents: count,
    incidentNote: paragraph(2000),
    summary: paragraph(),
    fileIds,
  })
  .refine(({ incidents, incidentNote }) => incidents === 0 || incidentNote !== '', { path: ['incidentNote'], params: { code: 'required' } })

export const events = {
  list: defineContract({
    operationId: 'listEvents',
    method: 'GET',
    path: '/campaigns/:campaignId/events',
    summary: 'Events of a campaign',
    permission: 'read Event',
    params: byCampaign,
    query: pageQuery.extend({
      unitId: id.optional(),
      kind: eventKind.optional(),
      status: eventStatus.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('heldOn', 'name', 'unit').default('heldOn'),
    }),
    response: pageOf(event),
  }),
  create: defineContract({
    operationId: 'createEvent',
    method: 'POST',
    path: '/campaigns/:campaignId/events',
    summary: 'Plan an event of a unit',
    permission: 'create Event',
    params: byCampaign,
    body: plan,
    response: eventDetail,
    errors: ['CAMPAIGN_CLOSED'],
  }),
  get: defineContract({
    operationId: 'getEvent',
    method: 'GET',
    path: '/events/:id',
    summary: 'One event with its photos',
    permission: 'read Event',
    params: byId,
    response: eventDetail,
  }),
  update: defineContract({
    operationId: 'updateEvent',
    method: 'PUT',
    path: '/events/:id',
    summary: 'Change what is planned, until the event is held or cancelled',
    permission: 'update Event',
    params: byId,
    body: plan,
    response: eventDetail,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  hold: defineContract({
    operationId: 'holdEvent',
    method: 'POST',
    path: '/events/:id/hold',
    summary: 'Record that the event took place, or put its figures right; the day is not in the future',
    permission: 'update Event',
    params: byId,
    body: outcome,
    response: eventDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS'],
  }),
  cancel: defineContract({
    operationId: 'cancelEvent',
    method: 'POST',
    path: '/events/:id/cancel',
    summary: 'Call an event off with a reason',
    permission: 'update Event',
    params: byId,
    body: z.object({ reason }),
    response: eventDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  attach: defineContract({
    operationId: 'attachEventPhotos',
    method: 'POST',
    path: '/events/:id/files',
    summary: 'Add photos and papers of an event',
    permission: 'update Event',
    params: byId,
    body: z.object({ fileIds: fileIds.min(1) }),
    response: eventDetail,
    status: 200,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS'],
  }),
}
