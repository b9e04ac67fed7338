import type { NotificationData, NotificationKind } from '@chung-tay/contracts/notifications'
import { fromDbDate } from '@chung-tay/domain/dates'
import type { WriteContext } from '../http/context.ts'
import { tellOthers, userIdsWith } from '../notifications/service.ts'
import type { TaskRow } from './queries.ts'

export const taskFacts = (row: TaskRow): NotificationData['taskAssigned'] => ({
  taskId: row.id,
  year: row.campaign.year,
  title: row.title,
  unitName: row.unit.name,
  dueOn: fromDbDate(row.dueOn),
})

type Account = { user: { id: string; active: boolean } | null } | null | undefined
const activeUser = (person: Account): string[] => (person?.user?.active ? [person.user.id] : [])

export const headOf = (row: TaskRow): string[] => activeUser(row.unit.head)
export const assigneeOf = (row: TaskRow): string[] => activeUser(row.assignee)

type TaskKind = Extract<NotificationKind, `task${string}`>

/** The key carries the version: the same step of a task is told once, its repetition again. */
const tell = <Kind extends TaskKind>(
  context: WriteContext,
  userIds: readonly string[],
  kind: Kind,
  data: NotificationData[Kind],
  occasion: string | number,
) => tellOthers(context, { userIds, kind, data, key: `${kind}:${data.taskId}:${occasion}` })

export const tellAssigned = (context: WriteContext, row: TaskRow) => tell(context, headOf(row), 'taskAssigned', taskFacts(row), row.version)

export const tellDelegated = (context: WriteContext, row: TaskRow) => tell(context, assigneeOf(row), 'taskDelegated', taskFacts(row), row.version)

export const tellSubmitted = async (context: WriteContext, row: TaskRow, late: boolean) =>
  tell(context, await userIdsWith(context.db, 'office'), 'taskSubmitted', { ...taskFacts(row), late }, row.version)

export const tellReturned = (context: WriteContext, row: TaskRow, reason: string) =>
  tell(context, [...headOf(row), ...assigneeOf(row)], 'taskReturned', { ...taskFacts(row), reason }, row.version)

export const tellAccepted = (context: WriteContext, row: TaskRow) =>
  tell(context, [...headOf(row), ...assigneeOf(row)], 'taskAccepted', taskFacts(row), row.version)

/** A comment reaches the unit, and the office too when the unit speaks. */
export const tellCommented = async (context: WriteContext, row: TaskRow, comment: { id: string; text: string }) => {
  const unit = [...headOf(row), ...assigneeOf(row)]
  const fromUnit = context.actor.headedUnitIds.includes(row.unitId) || context.actor.employeeId === row.assigneeId
  const facts = { ...taskFacts(row), authorName: context.actor.name, excerpt: comment.text.slice(0, 140) }
  await tell(context, fromUnit ? [...unit, ...(await userIdsWith(context.db, 'office'))] : unit, 'taskCommented', facts, comment.id)
}

/** Both the unit that loses it and, by `tellAssigned`, the one that gets it. */
export const tellMoved = (context: WriteContext, before: TaskRow, after: TaskRow, reason: string) =>
  tell(context, [...headOf(before), ...assigneeOf(before)], 'taskMoved', { ...taskFacts(before), toUnitName: after.unit.name, reason }, after.version)

type Person = { user: { id: string; active: boolean } | null } | null

export const tellStepGiven = (
  context: WriteContext,
  row: TaskRow,
  step: { id: string; title: string; dueOn: Date | null; version: number },
  person: Person,
) => {
  const stepDueOn = step.dueOn && fromDbDate(step.dueOn)
  return tell(context, activeUser(person), 'taskStepGiven', { ...taskFacts(row), stepTitle: step.title, stepDueOn }, `${step.id}:${step.version}`)
}

export const tellChased = (context: WriteContext, row: TaskRow, chaseId: string, text: string) =>
  tell(context, [...headOf(row), ...assigneeOf(row)], 'taskChased', { ...taskFacts(row), text }, chaseId)

export const tellAnswered = async (context: WriteContext, row: TaskRow, chaseId: string, answer: string) =>
  tell(context, await userIdsWith(context.db, 'office'), 'taskChaseAnswered', { ...taskFacts(row), answer }, chaseId)

/** Once for each task: its key has no version. */
export const tellEscalated = (context: WriteContext, leaders: readonly string[], row: TaskRow, chases: number) =>
  tell(context, leaders, 'taskEscalated', { ...taskFacts(row), chases }, 'once')

export const tellExtensionAsked = async (context: WriteContext, row: TaskRow, id: string, asked: { askedDueOn: string; reason: string }) =>
  tell(context, await userIdsWith(context.db, 'office'), 'taskExtensionAsked', { ...taskFacts(row), ...asked }, id)

export const tellExtensionGranted = (context: WriteContext, row: TaskRow, id: string) =>
  tell(context, [...headOf(row), ...assigneeOf(row)], 'taskExtensionGranted', taskFacts(row), id)

export const tellExtensionRefused = (context: WriteContext, row: TaskRow, id: string, reason: string) =>
  tell(context, [...headOf(row), ...assigneeOf(row)], 'taskExtensionRefused', { ...taskFacts(row), reason }, id)
