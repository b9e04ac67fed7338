import { type ActivityRecord, activities } from '@chung-tay/contracts/activities'
import { plannedTasks } from '@chung-tay/contracts/planned-tasks'
import type { FastifyInstance } from 'fastify'
import { type ExportColumn, implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { assignPlannedTasks, listPlannedTasks, removePlannedTask, updatePlannedTask } from './planned.ts'
import { createActivity, getActivity, listActivities, removeActivity, updateActivity } from './service.ts'

const namesOf = (units: readonly { name: string; part: 'lead' | 'support' }[], part: 'lead' | 'support') =>
  units
    .filter((unit) => unit.part === part)
    .map((unit) => unit.name)
    .join('; ')

const columns: ExportColumn<ActivityRecord>[] = [
  { header: 'Mục', width: 8, value: (activity) => activity.clause },
  { header: 'Nội dung', width: 70, value: (activity) => activity.title },
  { header: 'Chủ trì', width: 30, value: (activity) => namesOf(activity.units, 'lead') },
  { header: 'Phối hợp', width: 30, value: (activity) => namesOf(activity.units, 'support') },
  { header: 'Số nhiệm vụ', value: (activity) => activity.tasks.total },
  { header: 'Đã hoàn thành', value: (activity) => activity.tasks.accepted },
  { header: 'Trễ hạn', value: (activity) => activity.tasks.late },
]

export const activityRoutes = async (app: FastifyInstance) => {
  implement(app, activities.list, ({ context, params, query }) => listActivities(context, params.campaignId, query))
  implement(app, activities.get, ({ context, params }) => getActivity(context, params.id))
  implement(app, activities.create, ({ context, params, body }) => createActivity(context, params.campaignId, body))
  implement(app, activities.update, ({ context, params, body }) => updateActivity(context, params.id, body))
  implement(app, activities.remove, ({ context, params }) => removeActivity(context, params.id))
  implement(app, plannedTasks.list, ({ context, params }) => listPlannedTasks(context, params.campaignId))
  implement(app, plannedTasks.update, ({ context, params, body }) => updatePlannedTask(context, params.id, body))
  implement(app, plannedTasks.remove, ({ context, params }) => removePlannedTask(context, params.id))
  implement(app, plannedTasks.assign, ({ context, params, body }) => assignPlannedTasks(context, params.campaignId, body.ids))
  implementExport(app, activities.list, {
    name: 'noi-dung-hoat-dong',
    columns,
    list: (context, params, query) => listActivities(context, params.campaignId, query),
  })
}
