import type { TaskDetail } from '@chung-tay/contracts/tasks'
import type { Prisma, TaskChase, TaskExtension } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { feedsFigures, type TaskAction, taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import { filesOf } from '../files/service.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { present, shown, type TaskRow } from './queries.ts'

export const searchOf = ({ title, instructions }: { title: string; instructions: string }) => foldText(`${title} ${instructions}`)

export const loadTask = async (context: Context, id: string, action: Action): Promise<TaskRow> =>
  found(await context.db.task.findFirst({ where: { AND: [{ id }, scope(context, action, 'Task')] }, include: shown }))

const stepShown = { assignee: { select: { name: true } } } as const
type StepRow = Prisma.TaskStepGetPayload<{ include: typeof stepShown }>
type NameOf = (userId: string | null) => string | null

const presentStep = ({ id, title, assigneeId, assignee, dueOn, doneAt, doneById, version }: StepRow, nameOf: NameOf) => ({
  id,
  title,
  assigneeId,
  assigneeName: assignee?.name ?? null,
  dueOn: dueOn && fromDbDate(dueOn),
  doneAt,
  doneByName: nameOf(doneById),
  version,
})

const presentChase = ({ chasedById, answeredById, taskId: _, ...chase }: TaskChase, nameOf: NameOf) => ({
  ...chase,
  chasedByName: nameOf(chasedById) ?? '',
  answeredByName: nameOf(answeredById),
})

const presentExtension = ({ requestedById, decidedById, taskId: _, ...extension }: TaskExtension, nameOf: NameOf) => ({
  ...extension,
  dueOn: fromDbDate(extension.dueOn),
  previousDueOn: fromDbDate(extension.previousDueOn),
  requestedByName: nameOf(requestedById) ?? '',
  decidedByName: nameOf(decidedById),
})

const namesIn = async (db: Db, ids: readonly (string | null)[]): Promise<NameOf> => {
  const users = await db.user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? ''))
}

/** A task with everything that hangs on it; its reading was already allowed. */
export const detailOf = async (context: Context, row: TaskRow): Promise<TaskDetail> => {
  const { db } = context
  const where = { taskId: row.id }
  const files = await filesOf(context, 'Task', row.id)
  const comments = await db.taskComment.count({ where })
  const steps = await db.taskStep.findMany({ where, include: stepShown, orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }] })
  const chases = await db.taskChase.findMany({ where, orderBy: [{ chasedAt: 'asc' }, { id: 'asc' }] })
  const extensions = await db.taskExtension.findMany({ where, orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] })
  const nameOf = await namesIn(db, [
    ...steps.map(({ doneById }) => doneById),
    ...chases.flatMap(({ chasedById, answeredById }) => [chasedById, answeredById]),
    ...extensions.flatMap(({ requestedById, decidedById }) => [requestedById, decidedById]),
  ])
  return {
    ...present(row, context.clock.today()),
    files,
    comments,
    steps: steps.map((step) => presentStep(step, nameOf)),
    chases: chases.map((chase) => presentChase(chase, nameOf)),
    extensions: extensions.map((extension) => presentExtension(extension, nameOf)),
  }
}

/** The task as it now is, for the answer of what changed something that hangs on it. */
export const freshDetail = async (context: Context, id: string): Promise<TaskDetail> =>
  detailOf(context, await context.db.task.findUniqueOrThrow({ where: { id }, include: shown }))

/** Holds a task until the transaction ends: what hangs on it is counted and changed by one at a time. */
export const holdTask = async (db: Db, id: string): Promise<TaskRow> => {
  await db.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${id}::uuid FOR UPDATE`
  return db.task.findUniqueOrThrow({ where: { id }, include: shown })
}

/** Whether the task's state and its campaign allow it. */
export const requireAction = ({ status, campaign }: TaskRow, action: TaskAction) => {
  requireOpen(campaign.status)
  return advance(taskTransitions, status, action)
}

/** What a reader of the history wants to see change; what is counted from it (lateness) is left out. */
export const audited = (row: TaskRow, today: string) => {
  const { title, instructions, unitName, dueOn, status, assigneeName, result, returnReason, submittedOn, ...rest } = present(row, today)
  const { reach, sessions, participants, children, cost, figuresAsked, evidenceAsked } = rest
  const asked = { figuresAsked, evidenceAsked: evidenceAsked.map(({ count, label }) => `${label} (${count})`) }
  const figures = { reach, sessions, participants, childrenReached: children, cost }
  return { title, instructions, unitName, dueOn, status, assigneeName, ...asked, result, ...figures, returnReason, submittedOn }
}

type Change = {
  /** What the abilities must allow on this very task. */
  may: Action
  action: TaskAction
  data?: (before: TaskRow) => Prisma.TaskUncheckedUpdateInput
  reason?: string
}

/** One step of the state machine: scoped load, version, campaign, table, write, audit. */
export const change = async (context: WriteContext, id: string, { may, action, data, reason }: Change): Promise<TaskRow> => {
  const before = await loadTask(context, id, may)
  if (before.version !== context.version) throw new DomainError('STALE')
  const status = requireAction(before, action)
  if (feedsFigures(action)) await assertFiguresOpen(context, before.campaignId, before.unitId)
  const after = await context.db.task.update({
    where: { id, version: context.version },
    data: { ...data?.(before), status, version: { increment: 1 } },
    include: shown,
  })
  const today = context.clock.today()
  await context.audit({ subject: 'Task', id, before: audited(before, today), after: audited(after, today), reason })
  return after
}
