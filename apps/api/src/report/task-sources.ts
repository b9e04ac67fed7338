import { byUnit, localDay, none, type Part } from './record-sources.ts'

const byClause: Part = ['a."clause"', `'Mục ' || a."clause"`]
export const accepted = `t."status" = 'accepted'`
export const inTime = `(t."submittedOn" <= t."dueOn")`

export const tasks = (filter = 'true') =>
  ({
    subject: 'Task',
    from: `"Task" t JOIN "Unit" u ON u."id" = t."unitId" JOIN "Activity" a ON a."id" = t."activityId" WHERE t."campaignId" = $1::uuid AND ${filter}`,
    id: 't."id"',
    version: 't."version"',
    title: 't."title"',
    day: 'coalesce(t."submittedOn", t."dueOn")',
    unit: 'u."name"',
    contribution: '1',
    by: { unit: byUnit, clause: byClause },
  }) as const

/** What a unit counted in a task whose result the office accepted. */
export const reported = (figure: 'reach' | 'sessions' | 'participants' | 'children' | 'cost') =>
  ({ ...tasks(`${accepted} AND t."${figure}" > 0`), contribution: `t."${figure}"` }) as const

export const chases = {
  subject: 'TaskChase',
  from: `"TaskChase" y JOIN "Task" t ON t."id" = y."taskId" JOIN "Unit" u ON u."id" = t."unitId" JOIN "Activity" a ON a."id" = t."activityId"
    WHERE t."campaignId" = $1::uuid`,
  id: 'y."id"',
  version: 'y."version"',
  title: 't."title"',
  day: localDay('y."chasedAt"'),
  unit: 'u."name"',
  contribution: '1',
  by: { unit: byUnit, clause: byClause },
} as const

/**
 * Each employee once, however many notices there were; read once is read. Only the own head is told who has not read:
 * the lists behind these figures name nobody.
 */
export const noticeReaders = (filter: string, contribution: string) =>
  ({
    subject: 'NoticeReader',
    from: `(SELECT DISTINCT ON (r."employeeId") r.*, i."publishedAt" FROM "NoticeReader" r JOIN "Notice" i ON i."id" = r."noticeId"
        WHERE i."campaignId" = $1::uuid AND i."publishedAt" IS NOT NULL ORDER BY r."employeeId", r."readAt" NULLS LAST, r."id") r
      JOIN "Unit" u ON u."id" = r."unitId" WHERE ${filter}`,
    id: 'r."id"',
    version: 'CASE WHEN r."readAt" IS NULL THEN 1 ELSE 2 END',
    title: none,
    day: localDay('coalesce(r."readAt", r."publishedAt")'),
    unit: 'u."name"',
    contribution,
    by: { unit: byUnit, via: ['r."via"'] },
  }) as const
