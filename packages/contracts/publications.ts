import { channels, publicationKinds } from '@chung-tay/domain/publications/status'
import { z } from 'zod'
import { count, day, id, line, link, paragraph, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const publicationKind = z.enum(publicationKinds)
export const channel = z.enum(channels)
export const publicationStatus = z.enum(['planned', 'published', 'withdrawn'])

/** `overdue`: still planned, for a day that has passed. */
export const publication = z.object({
  id,
  campaignId: id,
  unitId: id,
  unitName: z.string(),
  kind: publicationKind,
  channel,
  title: z.string(),
  content: z.string(),
  url: z.string().nullable(),
  plannedOn: day,
  publishedOn: day.nullable(),
  status: publicationStatus,
  overdue: z.boolean(),
  /** It is out, and shows or names a child whose family has withdrawn its consent; told to who keeps publications or children. */
  takeDown: z.boolean(),
  withdrawReason: z.string().nullable(),
  version: z.int(),
})
export type PublicationRecord = z.output<typeof publication>

/** `stopped` are the uses that the family has not agreed to any more; `name` is null once the child was erased. */
const featuredChild = z.object({
  ...{ childId: id, name: z.string().nullable(), named: z.boolean(), pictured: z.boolean() },
  stopped: z.array(z.enum(['publishName', 'publishPhoto'])),
})
export type FeaturedChild = z.output<typeof featuredChild>

/** `files` are the captured proof, each with its hash; `children` whom it names or shows, for who keeps publications or children. */
export const publicationDetail = publication.extend({ files: z.array(file), children: z.array(featuredChild) })
export type PublicationDetail = z.output<typeof publicationDetail>

/** `overdue` counts within `planned`; kinds and channels count what is published. */
export const publicationCounts = z.object({
  planned: count,
  overdue: count,
  published: count,
  withdrawn: count,
  takeDown: count,
  byKind: z.record(publicationKind, count),
  byChannel: z.record(channel, count),
})
export type PublicationCounts = z.output<typeof publicationCounts>

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })
const body = z.object({
  kind: publicationKind,
  channel,
  title: line(300),
  content: paragraph(20_000),
  url: link.nullable(),
  plannedOn: day,
  /** Null is the own unit. */
  unitId: id.nullable(),
  fileIds,
  /** Whom it names or shows; each needs the family’s consent. */
  children: z
    .array(z.object({ childId: id, named: z.boolean(), pictured: z.boolean() }).refine(({ named, pictured }) => named || pictured))
    .max(100)
    .default([]),
})

/** A child whom a piece may name or show; `unitName` tells namesakes apart. */
const clearedChild = z.object({ id, name: z.string(), unitName: z.string().nullable(), mayName: z.boolean(), mayPicture: z.boolean() })
export type ClearedChild = z.output<typeof clearedChild>

export const publications = {
  list: defineContract({
    operationId: 'listPublications',
    method: 'GET',
    path: '/campaigns/:campaignId/publications',
    summary: 'News, articles, slogans and messages; who only reads sees what is published',
    permission: 'read Publication',
    params: byCampaign,
    query: pageQuery.extend({
      kind: publicationKind.optional(),
      channel: channel.optional(),
      status: z.enum([...publicationStatus.options, 'overdue', 'takeDown']).optional(),
      unitId: id.optional(),
      sort: sortOf('plannedOn', 'publishedOn', 'title').default('plannedOn'),
    }),
    response: pageOf(publication),
  }),
  counts: defineContract({
    operationId: 'countPublications',
    method: 'GET',
    path: '/campaigns/:campaignId/publications/counts',
    summary: 'How many are planned, overdue and published, by kind and channel',
    permission: 'read Publication',
    params: byCampaign,
    response: publicationCounts,
  }),
  cleared: defineContract({
    operationId: 'findClearedChildren',
    method: 'GET',
    path: '/publications/cleared-children',
    summary: 'Children whose families agree that they are named or shown, by part of the name; nobody else is found',
    permission: 'update Publication',
    query: pageQuery,
    response: pageOf(clearedChild),
  }),
  get: defineContract({
    operationId: 'getPublication',
    method: 'GET',
    path: '/publications/:id',
    summary: 'One publication with its proof',
    permission: 'read Publication',
    params: byId,
    response: publicationDetail,
  }),
  create: defineContract({
    operationId: 'createPublication',
    method: 'POST',
    path: '/campaigns/:campaignId/publications',
    summary: 'Plan a publication',
    permission: 'create Publication',
    params: byCampaign,
    body,
    response: publicationDetail,
    errors: ['CAMPAIGN_CLOSED', 'FILE_NOT_YOURS', 'CONSENT_MISSING'],
  }),
  update: defineContract({
    operationId: 'updatePublication',
    method: 'PUT',
    path: '/publications/:id',
    summary: 'Change a publication; `fileIds` are added to its proof',
    permission: 'update Publication',
    params: byId,
    body,
    response: publicationDetail,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'EVIDENCE_REQUIRED', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS', 'CONSENT_MISSING'],
  }),
  publish: defineContract({
    operationId: 'publishPublication',
    method: 'POST',
    path: '/publications/:id/publish',
    summary: 'Record that it was published, with its link or a captured proof',
    permission: 'update Publication',
    params: byId,
    body: z.object({ publishedOn: day, url: link.nullable(), fileIds }),
    response: publicationDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'EVIDENCE_REQUIRED', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS', 'CONSENT_MISSING'],
  }),
  withdraw: defineContract({
    operationId: 'withdrawPublication',
    method: 'POST',
    path: '/publications/:id/withdraw',
    summary: 'Take a publication back, with the reason',
    permission: 'update Publication',
    params: byId,
    body: z.object({ reason }),
    response: publicationDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
}
