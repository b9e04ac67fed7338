import { z } from 'zod'
import { day, id, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'

/** What may wait for somebody, by what they have to do about it. */
export const waitingKinds = [
  'acknowledgeTask',
  'reportTask',
  'reviseTask',
  'acceptTask',
  'answerChase',
  'decideExtension',
  'escalatedTask',
  'doStep',
  'approveCampaign',
  'reviseCampaign',
  'approveGiftList',
  'handOut',
  'collectGift',
  'reviewNomination',
  'reviseNomination',
  'signDecision',
  'signReport',
  'reviseReport',
  'issueReport',
  'publishOverdue',
  'takeDown',
  'matchBankLine',
  'answerDataRequest',
  'fulfilDataRequest',
  'eraseChild',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

const figure = z.int().min(0)

export const start = {
  page: defineContract({
    operationId: 'getStart',
    method: 'GET',
    path: '/campaigns/:campaignId/start',
    summary: 'What waits for me, what is late, and the month in figures, as far as my roles may see them',
    permission: 'read Campaign',
    params: z.object({ campaignId: id }),
    response: z.object({
      today: day,
      /** Negative once the report is overdue. */
      /** Null once the report was sent. */
      daysToReport: z.int().nullable(),
      waiting: z.array(z.object({ kind: z.enum(waitingKinds), count: figure, oldest: day.nullable() })),
      /** The first of those that `figures.tasks.late` counts; `submitted` waits for the office. */
      late: z.array(z.object({ taskId: id, title: z.string(), unitName: z.string(), dueOn: day, days: figure, submitted: z.boolean() })),
      figures: z.object({
        /** `open` is not accepted yet and `late` the part of it that is behind its day; `doneLate` was accepted, after its day. */
        tasks: z.object({ total: figure, done: figure, doneLate: figure, open: figure, late: figure }),
        publications: z.object({ published: figure, planned: figure }),
        /** `received` is money in đồng, `inKind` the value of goods. Absent for roles that may not see gifts of money. */
        donations: z.object({ received: sumOfMoney, count: figure, inKind: sumOfMoney }).optional(),
        gifts: z.object({ entitled: figure, handedOut: figure }).optional(),
        awards: z.object({ nominated: figure, decided: figure }).optional(),
        events: z.object({ held: figure, planned: figure }),
        children: figure,
      }),
      /** One entry per day on which anything happened; `donations` is money in đồng, the others are counts. */
      byDay: z.array(z.object({ day, donations: sumOfMoney, handOuts: figure, publications: figure })),
    }),
  }),
}
