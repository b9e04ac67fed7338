import type { WaitingKind } from '@chung-tay/contracts/start'
import type { TaskNeed } from '@chung-tay/contracts/tasks'
import { type Permission, partsOf } from '@chung-tay/domain/access/abilities'
import { dayOf, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import type { Context } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { toTakeDown } from '../publications/children.ts'
import { ofStatus } from '../statements/lines.ts'
import { needOf } from '../tasks/queries.ts'

type Found = { count: number; oldest: Date | null | undefined }
type Wait = { permission: Permission; find: (context: Context, campaignId: string) => Promise<Found> }

type TaskStatus = 'assigned' | 'acknowledged' | 'inProgress' | 'submitted' | 'returned'

const tasks = (action: 'acknowledge' | 'report' | 'accept', ...statuses: TaskStatus[]): Wait => ({
  permission: `${action} Task`,
  find: async (context, campaignId) => {
    const where = { AND: [scope(context, action, 'Task'), { campaignId, status: { in: statuses } }] }
    const { _count, _min } = await context.db.task.aggregate({ where, _count: true, _min: { dueOn: true } })
    return { count: _count, oldest: _min.dueOn }
  },
})

/** The list of tasks opens with the same filter. */
const needs = (permission: Permission, action: 'read' | 'report' | 'update', need: TaskNeed): Wait => ({
  permission,
  find: async (context, campaignId) => {
    const where = { AND: [scope(context, action, 'Task'), { campaignId }, needOf(context, need)] }
    const { _count, _min } = await context.db.task.aggregate({ where, _count: true, _min: { dueOn: true } })
    return { count: _count, oldest: _min.dueOn }
  },
})

const campaigns = (permission: Permission, where: object): Wait => ({
  permission,
  find: async ({ db }, id) => {
    const { _count, _min } = await db.campaign.aggregate({ where: { AND: [{ id }, where] }, _count: true, _min: { updatedAt: true } })
    return { count: _count, oldest: _min.updatedAt }
  },
})

const giftLists = (permission: Permission, where: object): Wait => ({
  permission,
  find: async ({ db }, campaignId) => {
    const { _count, _min } = await db.giftList.aggregate({ where: { AND: [{ campaignId }, where] }, _count: true, _min: { updatedAt: true } })
    return { count: _count, oldest: _min.updatedAt }
  },
})

const nominations = (action: 'review' | 'update', where: (context: Context) => object): Wait => ({
  permission: `${action} Nomination`,
  find: async (context, campaignId) => {
    const { _count, _min } = await context.db.nomination.aggregate({
      where: { AND: [scope(context, action, 'Nomination'), { campaignId }, where(context)] },
      _count: true,
      _min: { updatedAt: true },
    })
    return { count: _count, oldest: _min.updatedAt }
  },
})

const reports = (permission: Permission, where: object): Wait => ({
  permission,
  find: async ({ db }, campaignId) => {
    const { _count, _min } = await db.report.aggregate({ where: { AND: [{ campaignId }, where] }, _count: true, _min: { updatedAt: true } })
    return { count: _count, oldest: _min.updatedAt }
  },
})

const requests = (permission: Permission, column: 'answerDueOn' | 'fulfilDueOn', where: (context: Context) => object): Wait => ({
  permission,
  find: async (context) => {
    const all = { AND: [scope(context, 'read', 'DataRequest'), where(context)] }
    const { _count, _min } = await context.db.dataRequest.aggregate({ where: all, _count: true, _min: { answerDueOn: true, fulfilDueOn: true } })
    return { count: _count, oldest: _min[column] }
  },
})

const waits: Record<WaitingKind, Wait> = {
  acknowledgeTask: tasks('acknowledge', 'assigned'),
  reportTask: tasks('report', 'acknowledged', 'inProgress'),
  reviseTask: tasks('report', 'returned'),
  acceptTask: tasks('accept', 'submitted'),
  answerChase: needs('report Task', 'report', 'answer'),
  decideExtension: needs('update Task', 'update', 'decision'),
  escalatedTask: needs('approve Campaign', 'read', 'leadership'),
  doStep: needs('report TaskStep', 'read', 'myStep'),
  approveCampaign: campaigns('approve Campaign', { status: 'submitted' }),
  reviseCampaign: campaigns('submit Campaign', { status: 'draft', returnReason: { not: null } }),
  approveGiftList: giftLists('approve GiftList', { status: 'submitted' }),
  handOut: {
    permission: 'create HandOut',
    find: async ({ db }, campaignId) => {
      const where = { excluded: false, handOut: { is: null }, giftList: { campaignId, status: 'approved' } } as const
      const { _count, _min } = await db.giftListLine.aggregate({ where, _count: true, _min: { createdAt: true } })
      return { count: _count, oldest: _min.createdAt }
    },
  },
  collectGift: {
    permission: 'read Child',
    find: async ({ db, actor: { employeeId } }, campaignId) => {
      if (employeeId === null) return { count: 0, oldest: null }
      const own = { guardians: { some: { employeeId } } }
      const where = { excluded: false, handOut: { is: null }, giftList: { campaignId, status: 'approved' }, child: own } as const
      return { count: await db.giftListLine.count({ where }), oldest: null }
    },
  },
  reviewNomination: nominations('review', () => ({ status: 'submitted' })),
  // The union may change every nomination; what waits is what oneself handed in and got back.
  reviseNomination: nominations('update', ({ actor }) => ({ status: 'returned', submittedById: actor.userId })),
  signDecision: {
    permission: 'sign AwardDecision',
    find: async ({ db }, campaignId) => {
      const where = { campaignId, status: 'draft', nominations: { some: {} } } as const
      const { _count, _min } = await db.awardDecision.aggregate({ where, _count: true, _min: { createdAt: true } })
      return { count: _count, oldest: _min.createdAt }
    },
  },
  signReport: reports('sign Report', { status: 'submitted' }),
  reviseReport: reports('submit Report', { status: 'draft', returnReason: { not: null } }),
  issueReport: reports('issue Report', { status: 'signed', number: null }),
  matchBankLine: {
    permission: 'update BankLine',
    find: async (context, campaignId) => {
      const where = { AND: [scope(context, 'update', 'BankLine'), { campaignId, direction: 'credit' as const }, ofStatus('open')] }
      const { _count, _min } = await context.db.bankLine.aggregate({ where, _count: true, _min: { day: true } })
      return { count: _count, oldest: _min.day }
    },
  },
  answerDataRequest: requests('answer DataRequest', 'answerDueOn', () => ({ status: 'received' })),
  fulfilDataRequest: requests('answer DataRequest', 'fulfilDueOn', () => ({ status: 'accepted', kind: { not: 'erasure' } })),
  // Who said yes leaves it to another.
  eraseChild: requests('void Child', 'fulfilDueOn', ({ actor }) => ({ status: 'accepted', kind: 'erasure', answeredById: { not: actor.userId } })),
  takeDown: {
    permission: 'update Publication',
    find: async (context, campaignId) => {
      const where = { AND: [scope(context, 'update', 'Publication'), { campaignId }, toTakeDown] }
      const { _count, _min } = await context.db.publication.aggregate({ where, _count: true, _min: { publishedOn: true } })
      return { count: _count, oldest: _min.publishedOn }
    },
  },
  publishOverdue: {
    permission: 'update Publication',
    find: async (context, campaignId) => {
      const overdue = { campaignId, status: 'planned', plannedOn: { lt: toDbDate(context.clock.today()) } } as const
      const where = { AND: [scope(context, 'update', 'Publication'), overdue] }
      const { _count, _min } = await context.db.publication.aggregate({ where, _count: true, _min: { plannedOn: true } })
      return { count: _count, oldest: _min.plannedOn }
    },
  },
}

const kinds = Object.keys(waits) as WaitingKind[]

/** What the person's own roles have to do, each kind with its number and its oldest day; only what there is. */
export const waitingOf = async (context: Context, campaignId: string): Promise<{ kind: WaitingKind; count: number; oldest: IsoDate | null }[]> => {
  const mine = kinds.filter((kind) => context.ability.can(...partsOf(waits[kind].permission)))
  const found = await Promise.all(mine.map(async (kind) => ({ kind, ...(await waits[kind].find(context, campaignId)) })))
  return found.filter(({ count }) => count > 0).map(({ kind, count, oldest }) => ({ kind, count, oldest: oldest ? dayOf(oldest) : null }))
}
