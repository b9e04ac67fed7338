import { buffer } from 'node:stream/consumers'
import type { PlanRecord } from '@chung-tay/contracts/campaigns'
import type { PlanImportCheck, planImports } from '@chung-tay/contracts/plan-import'
import { readPlan } from '@chung-tay/domain/campaigns/plan-reader'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import { createActivity } from '../activities/service.ts'
import { requireOpenUnit } from '../agency/service.ts'
import { attachFiles, getFile } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { createCampaign } from './service.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What the paper says, without writing anything. */
export const checkPlanImport = async (context: Context, fileId: string): Promise<PlanImportCheck> => {
  const file = await getFile(context, fileId)
  if (file.mediaType !== wordType) throw new DomainError('IMPORT_UNREADABLE', { problem: 'notWord' })
  const bytes = await buffer(context.files.open(file.sha256))
  const { readWord } = await import('../files/word.ts')
  const units = await context.db.unit.findMany({
    where: { active: true },
    select: { id: true, name: true, shortName: true, kind: true },
    orderBy: { sortOrder: 'asc' },
  })
  const { pieces, proposal } = readPlan(readWord(bytes), units)
  const yearTaken = proposal.year !== null && (await context.db.campaign.count({ where: { year: proposal.year } })) > 0
  return { fileName: file.name, pieces, proposal, yearTaken }
}

type Confirmed = z.output<typeof planImports.run.body>

/** Tasks wait with their activity: nothing is assigned before the leadership has approved the plan. */
const keepTasks = async (context: WriteContext, tasks: Confirmed['tasks'], activityIds: ReadonlyMap<string, string>): Promise<number> => {
  for (const unitId of new Set(tasks.flatMap(({ unitIds }) => unitIds))) await requireOpenUnit(context.db, unitId, 'tasks')
  const data = tasks.flatMap(({ clause, title, instructions, unitIds, dueOn }) =>
    [...new Set(unitIds)].map((unitId) => ({ activityId: activityIds.get(clause) ?? '', unitId, title, instructions, dueOn: toDbDate(dueOn) })),
  )
  const { count } = await context.db.plannedTask.createMany({ data })
  return count
}

/** The plan as a person has confirmed it: a draft with its activities, what is planned for the units, and the paper it came from. */
export const runPlanImport = async (context: WriteContext, input: Confirmed): Promise<PlanRecord> => {
  const { fileId, activities, tasks, ...text } = input
  const file = await getFile(context, fileId)
  const plan = await createCampaign(context, text)
  const activityIds = new Map<string, string>()
  for (const activity of activities) activityIds.set(activity.clause, (await createActivity(context, plan.id, activity)).id)
  const plannedTasks = await keepTasks(context, tasks, activityIds)
  await attachFiles(context, 'Campaign', plan.id, [fileId])
  await context.audit({
    subject: 'File',
    id: fileId,
    after: { fileName: file.name, year: String(plan.year), activities: activities.length, plannedTasks },
  })
  return plan
}
