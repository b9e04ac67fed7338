import { consentPurposes } from '@chung-tay/domain/children/consent'
import { requestKinds, requestStatuses } from '@chung-tay/domain/children/requests'
import { checkNames } from '@chung-tay/domain/ledger/checks'
import { z } from 'zod'
import { count, day, id, instant, queryFlag, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing, pageOf, pageQuery } from './pages.ts'

const ofTask = z.object({ taskId: id, year: z.int(), title: z.string(), unitName: z.string(), dueOn: day })

const ofCampaign = z.object({ campaignId: id, year: z.int(), title: z.string() })
const ofNotice = z.object({ noticeId: id, year: z.int(), title: z.string() })
const onPlan = ofCampaign.extend({ authorName: z.string(), part: z.string(), excerpt: z.string() })
const ofGiftList = z.object({ giftListId: id, year: z.int(), name: z.string(), children: count })
const ofNomination = z.object({ nominationId: id, year: z.int(), childName: z.string(), unitName: z.string() })
const ofDecision = z.object({ decisionId: id, year: z.int(), children: count, total: sumOfMoney })
const ofReport = z.object({ reportId: id, year: z.int(), title: z.string() })
const ofFigures = z.object({ figuresUnitId: id, year: z.int(), unitName: z.string() })
/** `until` null: nothing is closed any more. */
const ofBooks = z.object({ year: z.int(), until: day.nullable(), before: day.nullable(), byName: z.string(), reason: z.string().nullable() })
/** No child's name: a notification may go out as a letter. */
const ofDataRequest = z.object({ requestId: id, kind: z.enum(requestKinds), dueOn: day })
/** How many of each were stopped; `publications` are out and must come down. No child’s name either. */
const ofWithdrawal = z.object({
  childId: id,
  year: z.int(),
  purpose: z.enum(consentPurposes),
  giftLines: count,
  nominations: count,
  photos: count,
  publications: count,
})
const returned = { reason: z.string() }

/** What each kind tells. The client makes the words, in both languages. */
export const notificationData = {
  taskAssigned: ofTask,
  taskDelegated: ofTask,
  taskSubmitted: ofTask.extend({ late: z.boolean() }),
  taskReturned: ofTask.extend({ reason: z.string() }),
  taskAccepted: ofTask,
  taskCommented: ofTask.extend({ authorName: z.string(), excerpt: z.string() }),
  taskMoved: ofTask.extend({ toUnitName: z.string(), reason: z.string() }),
  taskStepGiven: ofTask.extend({ stepTitle: z.string(), stepDueOn: day.nullable() }),
  taskChased: ofTask.extend({ text: z.string() }),
  taskChaseAnswered: ofTask.extend({ answer: z.string() }),
  taskEscalated: ofTask.extend({ chases: count }),
  taskExtensionAsked: ofTask.extend({ askedDueOn: day, reason: z.string() }),
  taskExtensionGranted: ofTask,
  taskExtensionRefused: ofTask.extend({ reason: z.string() }),
  planSubmitted: ofCampaign,
  planReturned: ofCampaign.extend(returned),
  planApproved: ofCampaign,
  planCommented: onPlan,
  planCommentResolved: onPlan,
  giftListSubmitted: ofGiftList,
  giftListReturned: ofGiftList.extend(returned),
  giftListApproved: ofGiftList,
  nominationSubmitted: ofNomination,
  nominationReturned: ofNomination.extend(returned),
  nominationApproved: ofNomination,
  nominationRejected: ofNomination.extend(returned),
  /** A decision's draft holds a list that leadership may sign; written anew when more nominations are gathered into it. */
  decisionDrafted: ofDecision,
  decisionSigned: ofDecision.extend({ number: z.string() }),
  reportSubmitted: ofReport,
  reportReturned: ofReport.extend(returned),
  reportSigned: ofReport,
  figuresAsked: ofFigures,
  figuresConfirmed: ofFigures.extend({ confirmedName: z.string() }),
  figuresReturned: ofFigures.extend(returned),
  figuresExcepted: ofFigures.extend({ reason: z.string(), ends: z.iso.datetime() }),
  booksWrong: z.object({ year: z.int(), checks: z.array(z.enum(checkNames)) }),
  booksClosed: ofBooks,
  booksReopened: ofBooks,
  /** The giver asked for it. */
  pledgeDue: z.object({ pledgeId: id, year: z.int(), reference: z.string(), fundName: z.string(), expectedOn: day }),
  dataRequestReceived: ofDataRequest,
  dataRequestAnswered: ofDataRequest.extend({ status: z.enum(requestStatuses) }),
  consentWithdrawn: ofWithdrawal,
  takeDown: z.object({ year: z.int(), publications: count }),
  noticePublished: ofNotice,
  noticeUnread: ofNotice,
  /** The oldest deadlines first and not more than twenty; `late` and `soon` count them all. */
  digest: z.object({ day, late: count, soon: count, tasks: z.array(ofTask.extend({ daysLate: count })) }),
} as const

export type NotificationKind = keyof typeof notificationData
export type NotificationData = { [Kind in NotificationKind]: z.output<(typeof notificationData)[Kind]> }

const of = <const Kind extends NotificationKind>(kind: Kind) =>
  z.object({ id, kind: z.literal(kind), data: notificationData[kind], createdAt: instant, readAt: instant.nullable() })

export const notification = z.discriminatedUnion('kind', [
  of('taskAssigned'),
  of('taskDelegated'),
  of('taskSubmitted'),
  of('taskReturned'),
  of('taskAccepted'),
  of('taskCommented'),
  of('taskMoved'),
  of('taskStepGiven'),
  of('taskChased'),
  of('taskChaseAnswered'),
  of('taskEscalated'),
  of('taskExtensionAsked'),
  of('taskExtensionGranted'),
  of('taskExtensionRefused'),
  of('planSubmitted'),
  of('planReturned'),
  of('planApproved'),
  of('planCommented'),
  of('planCommentResolved'),
  of('giftListSubmitted'),
  of('giftListReturned'),
  of('giftListApproved'),
  of('nominationSubmitted'),
  of('nominationReturned'),
  of('nominationApproved'),
  of('nominationRejected'),
  of('decisionDrafted'),
  of('decisionSigned'),
  of('reportSubmitted'),
  of('reportReturned'),
  of('reportSigned'),
  of('figuresAsked'),
  of('figuresConfirmed'),
  of('figuresReturned'),
  of('figuresExcepted'),
  of('booksWrong'),
  of('booksClosed'),
  of('booksReopened'),
  of('pledgeDue'),
  of('dataRequestReceived'),
  of('dataRequestAnswered'),
  of('consentWithdrawn'),
  of('takeDown'),
  of('noticePublished'),
  of('noticeUnread'),
  of('digest'),
])
export type NotificationRecord = z.output<typeof notification>

export const notifications = {
  list: defineContract({
    operationId: 'listNotifications',
    method: 'GET',
    path: '/notifications',
    summary: 'The own notifications, the newest first; `unread` counts all that were not read yet',
    permission: 'read Notification',
    query: pageQuery.omit({ q: true }).extend({ unread: queryFlag.optional() }),
    response: pageOf(notification).extend({ unread: count }),
  }),
  read: defineContract({
    operationId: 'readNotification',
    method: 'POST',
    path: '/notifications/:id/read',
    summary: 'Mark an own notification as read',
    permission: 'update Notification',
    params: z.object({ id }),
    response: nothing,
    status: 200,
  }),
  readAll: defineContract({
    operationId: 'readAllNotifications',
    method: 'POST',
    path: '/notifications/read-all',
    summary: 'Mark every own notification as read',
    permission: 'update Notification',
    response: z.object({ read: count }),
    status: 200,
  }),
}
