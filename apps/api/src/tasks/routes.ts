import { taskChases, taskExtensions } from '@chung-tay/contracts/task-chases'
import { taskSteps } from '@chung-tay/contracts/task-steps'
import { type TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { assignTasks, moveTask } from './assign.ts'
import { answerChase, chaseTasks } from './chases.ts'
import { commentOnTask, listComments } from './comments.ts'
import { askExtension, grantExtension, refuseExtension } from './extensions.ts'
import {
  acceptTask,
  acknowledgeTask,
  attachEvidence,
  beginTask,
  delegateTask,
  getTask,
  listTasks,
  returnTask,
  submitTask,
  summariseTasks,
  updateTask,
} from './service.ts'
import { addStep, orderSteps, removeStep, tickStep, updateStep } from './steps.ts'
import { taskViewRoutes } from './views/routes.ts'

/** The words of the exported list, a document of the office. */
const statusNames: Record<TaskRecord['status'], string> = {
  assigned: 'Đã giao',
  acknowledged: 'Đã tiếp nhận',
  inProgress: 'Đang thực hiện',
  submitted: 'Chờ nghiệm thu',
  returned: 'Trả lại',
  accepted: 'Hoàn thành',
}

const columns = [
  { header: 'Mục kế hoạch', width: 14, value: (task: TaskRecord) => task.activityClause },
  { header: 'Nhiệm vụ', width: 50, value: (task: TaskRecord) => task.title },
  { header: 'Đơn vị', width: 30, value: (task: TaskRecord) => task.unitName },
  { header: 'Người thực hiện', width: 24, value: (task: TaskRecord) => task.assigneeName },
  { header: 'Hạn', width: 12, value: (task: TaskRecord) => formatDay(task.dueOn) },
  { header: 'Hạn ban đầu', width: 12, value: (task: TaskRecord) => formatDay(task.firstDueOn ?? task.dueOn) },
  { header: 'Trạng thái', width: 16, value: (task: TaskRecord) => statusNames[task.status] },
  { header: 'Ngày báo cáo', width: 14, value: (task: TaskRecord) => task.submittedOn && formatDay(task.submittedOn) },
  { header: 'Số ngày trễ', width: 12, value: (task: TaskRecord) => task.daysLate },
  { header: 'Kết quả', width: 60, value: (task: TaskRecord) => task.result },
  { header: 'Số lần đôn đốc', width: 12, value: (task: TaskRecord) => task.chaseCount },
  { header: 'Số người tiếp cận', width: 16, value: (task: TaskRecord) => task.reach },
  { header: 'Số buổi', width: 10, value: (task: TaskRecord) => task.sessions },
  { header: 'Số người tham gia', width: 16, value: (task: TaskRecord) => task.participants },
  { header: 'Số trẻ em', width: 10, value: (task: TaskRecord) => task.children },
  { header: 'Kinh phí (đồng)', width: 16, value: (task: TaskRecord) => task.cost },
]

export const taskRoutes = async (app: FastifyInstance) => {
  implement(app, tasks.list, ({ context, params, query }) => listTasks(context, params.campaignId, query))
  implementExport(app, tasks.list, { name: 'nhiem-vu', columns, list: (context, params, query) => listTasks(context, params.campaignId, query) })
  implement(app, tasks.summary, ({ context, params }) => summariseTasks(context, params.campaignId))
  implement(app, tasks.assign, ({ context, params, body }) => assignTasks(context, params.campaignId, body))
  implement(app, tasks.get, ({ context, params }) => getTask(context, params.id))
  implement(app, tasks.update, ({ context, params, body }) => updateTask(context, params.id, body))
  implement(app, tasks.acknowledge, ({ context, params }) => acknowledgeTask(context, params.id))
  implement(app, tasks.begin, ({ context, params }) => beginTask(context, params.id))
  implement(app, tasks.delegate, ({ context, params, body }) => delegateTask(context, params.id, body.assigneeId))
  implement(app, tasks.move, ({ context, params, body }) => moveTask(context, params.id, body))
  implement(app, tasks.attach, ({ context, params, body }) => attachEvidence(context, params.id, body.fileIds))
  implement(app, tasks.submit, ({ context, params, body }) => submitTask(context, params.id, body))
  implement(app, tasks.accept, ({ context, params }) => acceptTask(context, params.id))
  implement(app, tasks.return, ({ context, params, body }) => returnTask(context, params.id, body.reason))
  implement(app, tasks.comments, ({ context, params }) => listComments(context, params.id))
  implement(app, tasks.comment, ({ context, params, body }) => commentOnTask(context, params.id, body.text))
  taskViewRoutes(app)
  stepRoutes(app)
  chaseRoutes(app)
}

const stepRoutes = (app: FastifyInstance) => {
  implement(app, taskSteps.add, ({ context, params, body }) => addStep(context, params.id, body))
  implement(app, taskSteps.order, ({ context, params, body }) => orderSteps(context, params.id, body.ids))
  implement(app, taskSteps.update, ({ context, params, body }) => updateStep(context, params.id, body))
  implement(app, taskSteps.tick, ({ context, params, body }) => tickStep(context, params.id, body.done))
  implement(app, taskSteps.remove, ({ context, params }) => removeStep(context, params.id))
}

const chaseRoutes = (app: FastifyInstance) => {
  implement(app, taskChases.chase, ({ context, params, body }) => chaseTasks(context, params.campaignId, body))
  implement(app, taskChases.answer, ({ context, params, body }) => answerChase(context, params.id, body.answer))
  implement(app, taskExtensions.ask, ({ context, params, body }) => askExtension(context, params.id, body))
  implement(app, taskExtensions.grant, ({ context, params, body }) => grantExtension(context, params.id, body))
  implement(app, taskExtensions.refuse, ({ context, params, body }) => refuseExtension(context, params.id, body.reason))
}
