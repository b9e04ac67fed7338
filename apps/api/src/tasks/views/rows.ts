import { Prisma } from '@chung-tay/db/client'
import type { Context } from '../../http/context.ts'
import { readsAll, scope } from '../../http/scope.ts'

type Filter = { unitId?: string | undefined; activityId?: string | undefined }

/**
 * The rows of a view as a condition of SQL over "Task" t. Who reads every task needs no more;
 * for the others the ability names the tasks first, and they are few.
 */
export const rowsOf = async (context: Context, campaignId: string, { unitId, activityId }: Filter): Promise<Prisma.Sql> => {
  const conditions = [
    Prisma.sql`t."campaignId" = ${campaignId}::uuid`,
    ...(unitId === undefined ? [] : [Prisma.sql`t."unitId" = ${unitId}::uuid`]),
    ...(activityId === undefined ? [] : [Prisma.sql`t."activityId" = ${activityId}::uuid`]),
  ]
  if (!readsAll(context, 'Task')) {
    const own = await context.db.task.findMany({ where: { AND: [{ campaignId }, scope(context, 'read', 'Task')] }, select: { id: true } })
    conditions.push(Prisma.sql`t."id" = ANY(${own.map(({ id }) => id)}::uuid[])`)
  }
  return Prisma.join(conditions, ' AND ')
}

/** The rule of `domain/tasks/lateness` over "Task" t. */
export const lateIn = (today: string): Prisma.Sql => Prisma.sql`coalesce(t."submittedOn", ${today}::date) > t."dueOn"`
