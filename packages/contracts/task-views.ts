import { buckets } from '@chung-tay/domain/tasks/buckets'
import { z } from 'zod'
import { count, day, id, queryFlag } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'
import { task, taskStatus } from './tasks.ts'

const params = z.object({ campaignId: id })
/** The conditions that every view shares with the list. */
const filter = z.object({ unitId: id.optional(), activityId: id.optional() })

/** A task as a picture of many shows it. */
const brief = z.object({ id, title: z.string(), unitName: z.string(), status: taskStatus, dueOn: day, late: z.boolean() })
export type TaskBrief = z.output<typeof brief>

const statistics = z.object({
  id,
  unitName: z.string(),
  total: count,
  accepted: count,
  onTime: count,
  late: count,
  open: count,
  openLate: count,
  /** Whole per cent of what was accepted; null while nothing was. */
  onTimeRate: z.int().min(0).max(100).nullable(),
  delayDays: count,
  longestDelay: count,
})
export type UnitStatistics = z.output<typeof statistics>

export const taskViews = {
  matrix: defineContract({
    operationId: 'showTaskMatrix',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/matrix',
    summary: 'Activities by units: how many tasks stand where they meet, and how far they are',
    permission: 'read Task',
    params,
    query: filter,
    response: z.object({
      activities: z.array(z.object({ id, clause: z.string(), title: z.string() })),
      units: z.array(z.object({ id, name: z.string(), shortName: z.string() })),
      /** Index of activity and unit, then tasks in all, accepted, submitted, returned, late: numbers only, for there may be thousands. */
      cells: z.array(z.tuple([count, count, count, count, count, count, count])),
    }),
  }),
  board: defineContract({
    operationId: 'countTasksByStatus',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/board',
    summary: 'How many tasks stand in each state; the cards are the list with the same conditions',
    permission: 'read Task',
    params,
    query: filter.extend({ late: queryFlag.optional() }),
    response: z.object({ columns: z.array(z.object({ status: taskStatus, total: count })) }),
  }),
  mine: defineContract({
    operationId: 'listMyWork',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/my-work',
    summary: 'What is mine to do, by when: late, today, this week, later, and what waits for others; at most 100 of each',
    permission: 'read Task',
    params,
    response: z.object({ groups: z.array(z.object({ bucket: z.enum(buckets), total: count, items: z.array(task) })) }),
  }),
  calendar: defineContract({
    operationId: 'showTaskCalendar',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/calendar',
    summary: 'Deadlines and events of some days, six weeks at most',
    permission: 'read Task',
    params,
    query: filter.extend({ from: day, to: day }),
    response: z.object({
      tasks: z.array(brief),
      events: z.array(z.object({ id, name: z.string(), heldOn: day, unitName: z.string() })),
      /** More than are shown. */
      left: count,
    }),
  }),
  timeline: defineContract({
    operationId: 'showTaskTimeline',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/timeline',
    summary: 'Each unit’s tasks from the day they were given to their deadline, and to the day they were submitted; a page is of units',
    permission: 'read Task',
    params,
    query: pageQuery.omit({ q: true }).extend({ ...filter.shape, limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: pageOf(
      z.object({ id, unitName: z.string(), tasks: z.array(brief.extend({ givenOn: day, submittedOn: day.nullable() })), left: count }),
    ),
  }),
  statistics: defineContract({
    operationId: 'listUnitStatistics',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/statistics',
    summary: 'How each unit keeps its days: on time, late but done, still late, days of delay',
    permission: 'read Task',
    params,
    query: pageQuery.omit({ q: true }).extend({ sort: sortOf('unit').default('unit') }),
    response: pageOf(statistics),
  }),
}
