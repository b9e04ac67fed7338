import { z } from 'zod'
import { count, id, instant, line, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'

const text = z.string()

/** A notice of the approved plan to every employee and the family (clause IV.1). */
const notice = z.object({
  id,
  campaignId: id,
  year: z.int(),
  title: text,
  text,
  publishedAt: instant.nullable(),
  publishedByName: text.nullable(),
  /** When I confirmed; `told` is false for who joined later. */
  mine: z.object({ told: z.boolean(), readAt: instant.nullable() }),
  version: z.int(),
})
export type NoticeRecord = z.output<typeof notice>

const tally = z.object({ told: count, read: count })
const unitProgress = tally.extend({ unitId: id, unitName: text })
export type UnitProgress = z.output<typeof unitProgress>

export const vias = ['account', 'link', 'paper'] as const

/** Who was told, for the head of the own unit alone. */
const reader = z.object({ id, employeeName: text, unitName: text, hasAccount: z.boolean(), readAt: instant.nullable(), via: z.enum(vias).nullable() })
export type NoticeReaderRecord = z.output<typeof reader>

/** A line of the printed sheet: the link is good for reading and confirming this one notice. */
const sheetLine = z.object({ id, employeeName: text, unitName: text, token: text })
export type SheetLine = z.output<typeof sheetLine>

const content = z.object({ title: line(), text: paragraph().min(20) })
const byId = z.object({ id })
const byCampaign = z.object({ campaignId: id })
const step = { method: 'POST', params: byId, status: 200 } as const

/** 22 characters of base64url: 128 random bits. */
const token = z.object({ token: z.string().regex(/^[\w-]{22}$/) })
const opened = z.object({ agencyName: text, employeeName: text, year: z.int(), title: text, text, readAt: instant.nullable() })

export const notices = {
  list: defineContract({
    operationId: 'listNotices',
    method: 'GET',
    path: '/campaigns/:campaignId/notices',
    summary: 'Notices of a year, the latest first; drafts for the office alone',
    permission: 'read Notice',
    params: byCampaign,
    response: z.object({ items: z.array(notice) }),
  }),
  words: defineContract({
    operationId: 'proposeNotice',
    method: 'GET',
    path: '/campaigns/:campaignId/notices/words',
    summary: 'The words a notice of this plan may begin with',
    permission: 'create Notice',
    params: byCampaign,
    response: content,
  }),
  get: defineContract({
    operationId: 'getNotice',
    method: 'GET',
    path: '/notices/:id',
    summary: 'One notice',
    permission: 'read Notice',
    params: byId,
    response: notice,
  }),
  create: defineContract({
    operationId: 'createNotice',
    method: 'POST',
    path: '/campaigns/:campaignId/notices',
    summary: 'Write a notice of an approved plan',
    permission: 'create Notice',
    params: byCampaign,
    body: content,
    response: notice,
    errors: ['CAMPAIGN_NOT_APPROVED', 'CAMPAIGN_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateNotice',
    method: 'PUT',
    path: '/notices/:id',
    summary: 'Change a notice that was not published yet',
    permission: 'update Notice',
    params: byId,
    body: content,
    response: notice,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  publish: defineContract({
    ...step,
    operationId: 'publishNotice',
    path: '/notices/:id/publish',
    summary: 'Tell every employee who works here now; who has an account is notified',
    permission: 'update Notice',
    response: notice,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_NOT_APPROVED', 'CAMPAIGN_CLOSED'],
  }),
  gather: defineContract({
    ...step,
    operationId: 'gatherNoticeReaders',
    path: '/notices/:id/gather',
    summary: 'Tell those, too, who joined since it was published',
    permission: 'update Notice',
    response: z.object({ added: count }),
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  confirm: defineContract({
    ...step,
    operationId: 'confirmNotice',
    path: '/notices/:id/confirm',
    summary: 'Say that I have read it and told my family; saying it again changes nothing',
    permission: 'read Notice',
    response: notice,
  }),
  progress: defineContract({
    operationId: 'listNoticeProgress',
    method: 'GET',
    path: '/notices/:id/progress',
    summary: 'How many were told and have read, by unit: counts, no names',
    permission: 'read NoticeReader',
    params: byId,
    response: z.object({ total: tally, units: z.array(unitProgress) }),
  }),
  readers: defineContract({
    operationId: 'listNoticeReaders',
    method: 'GET',
    path: '/notices/:id/readers',
    summary: 'Who of the own unit has read, for its head alone',
    permission: 'review NoticeReader',
    params: byId,
    response: z.object({ items: z.array(reader) }),
  }),
  remind: defineContract({
    ...step,
    operationId: 'remindNoticeReaders',
    path: '/notices/:id/remind',
    summary: 'Remind those of the own unit who have not read yet, once a day',
    permission: 'review NoticeReader',
    response: z.object({ reminded: count }),
  }),
  onPaper: defineContract({
    ...step,
    operationId: 'confirmNoticeOnPaper',
    path: '/notice-readers/:id/paper',
    summary: 'Say for somebody of the own unit that the paper was read',
    permission: 'review NoticeReader',
    response: reader,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  sheet: defineContract({
    operationId: 'listNoticeSheet',
    method: 'GET',
    path: '/notices/:id/sheet',
    summary: 'The links for those without an account, to be printed as QR codes',
    permission: 'issue NoticeReader',
    params: byId,
    response: z.object({ items: z.array(sheetLine) }),
  }),
  open: defineContract({
    operationId: 'openNoticeLink',
    method: 'GET',
    path: '/notice-links/:token',
    summary: 'The notice behind a printed QR code',
    permission: 'public',
    params: token,
    response: opened,
  }),
  confirmLink: defineContract({
    operationId: 'confirmNoticeLink',
    method: 'POST',
    path: '/notice-links/:token/confirm',
    summary: 'Say by the printed link that it was read; saying it again changes nothing',
    permission: 'public',
    params: token,
    response: opened,
    status: 200,
  }),
}
