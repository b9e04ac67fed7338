import type { Task } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { type Db, morningOf } from '../agency.ts'
import { makeActivity, makeCampaign } from '../campaigns.ts'
import { makeEvent } from '../events.ts'
import { makeTask } from '../tasks.ts'
import { must, type SamplePeople } from './agency.ts'
import { makeSampleAwards } from './awards.ts'
import { events } from './events.ts'
import { makeSampleGifts } from './gifts.ts'
import { makeSampleGoods } from './goods.ts'
import { makeSampleMoney } from './money.ts'
import { activities, campaign, legalBasis, type SampleTask, tasks } from './plan.ts'
import { makeSamplePublications } from './publications.ts'
import { makeSampleRequests } from './requests.ts'
import { makeSampleStatement } from './statement.ts'
import { askedOf, makeSampleTaskDepth } from './task-depth.ts'

/** The account in whose name a record stands. */
export type ActorOf = (username: string) => string

/** Half past nine in the morning, there. */
export const at = (day: string): Date => morningOf(toDbDate(day))

const makePlan = async (db: Db, actor: ActorOf) => {
  const { id } = await makeCampaign(db, {
    ...campaign,
    startsOn: toDbDate('2021-06-01'),
    endsOn: toDbDate('2021-06-30'),
    reportDueOn: toDbDate('2021-07-05'),
    planNumber: '32',
    planIssuedOn: toDbDate('2021-05-21'),
    approvedById: actor('giamdoc'),
    approvedAt: at('2021-05-21'),
    createdAt: at('2021-05-17'),
  })
  await db.legalBasis.create({ data: { ...legalBasis, issuedOn: toDbDate(legalBasis.issuedOn), campaignId: id } })
  return id
}

const makeActivities = async (db: Db, campaignId: string, people: SamplePeople) => {
  const byClause = new Map<string, string>()
  for (const [sortOrder, { units, ...activity }] of activities.entries()) {
    const { id } = await makeActivity(db, { ...activity, campaignId, sortOrder })
    await db.activityUnit.createMany({ data: units.map(([unit, part]) => ({ activityId: id, unitId: people.unit(unit), part })) })
    byClause.set(activity.clause, id)
  }
  return (clause: string) => byClause.get(clause) ?? ''
}

/** A task that was accepted was also acknowledged and submitted, each on its day; a returned one no longer counts as submitted. */
const stagesOf = ({ status, submittedOn, dueOn, result = '', reach, returnReason }: SampleTask) => {
  const submitted = status === 'submitted' || status === 'accepted'
  return {
    status,
    result,
    reach: reach ?? null,
    returnReason: returnReason ?? null,
    dueOn: toDbDate(dueOn),
    createdAt: at('2021-05-24'),
    updatedAt: at(submittedOn ?? '2021-05-26'),
    ...(status !== 'assigned' && { acknowledgedAt: at('2021-05-26') }),
    ...(submitted && submittedOn !== undefined && { submittedAt: at(submittedOn), submittedOn: toDbDate(submittedOn) }),
    ...(status === 'accepted' && submittedOn !== undefined && { acceptedAt: at(submittedOn) }),
  }
}

export const makeSampleMonth = async (db: Db, people: SamplePeople, actor: ActorOf): Promise<void> => {
  const campaignId = await makePlan(db, actor)
  const activity = await makeActivities(db, campaignId, people)
  const made = new Map<string, Task>()
  for (const task of tasks) {
    const { clause, unit, title, status } = task
    const place = { activityId: activity(clause), unitId: people.unit(unit), title, instructions: '' }
    made.set(`${clause} ${unit}`, await makeTask(db, { ...place, ...askedOf(clause, status === 'accepted'), ...stagesOf(task) }))
  }
  await makeSampleTaskDepth({ db, people, actor, taskOf: (clause, unit) => must(made.get(`${clause} ${unit}`), `${clause} ${unit}`) })
  for (const { unit, heldOn, cost, ...event } of events) {
    await makeEvent(db, {
      ...event,
      campaignId,
      unitId: people.unit(unit),
      heldOn: toDbDate(heldOn),
      cost: BigInt(cost),
      createdAt: at('2021-05-28'),
    })
  }
  await makeSamplePublications(db, campaignId, people)
  await makeSampleMoney(db, campaignId, people, actor)
  await makeSampleStatement(db, campaignId, actor('congdoan'))
  await makeSampleGifts(db, campaignId, people, actor)
  await makeSampleGoods(db, actor)
  await makeSampleAwards(db, campaignId, people, actor)
  await makeSampleRequests(db, people, actor)
}
