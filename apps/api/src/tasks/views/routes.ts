import { taskViews, type UnitStatistics } from '@chung-tay/contracts/task-views'
import type { FastifyInstance } from 'fastify'
import { type ExportColumn, implementExport } from '../../http/export.ts'
import { implement } from '../../http/implement.ts'
import { countByStatus, listMyWork, listStatistics, showCalendar, showMatrix, showTimeline } from './service.ts'

const columns: ExportColumn<UnitStatistics>[] = [
  { header: 'Đơn vị', width: 40, value: (row) => row.unitName },
  { header: 'Được giao', value: (row) => row.total },
  { header: 'Hoàn thành', value: (row) => row.accepted },
  { header: 'Đúng hạn', value: (row) => row.onTime },
  { header: 'Tỷ lệ đúng hạn (%)', value: (row) => row.onTimeRate },
  { header: 'Trễ hạn', value: (row) => row.late },
  { header: 'Trễ, chưa xong', value: (row) => row.openLate },
  { header: 'Tổng số ngày trễ', value: (row) => row.delayDays },
  { header: 'Trễ lâu nhất (ngày)', value: (row) => row.longestDelay },
]

export const taskViewRoutes = (app: FastifyInstance) => {
  implement(app, taskViews.matrix, ({ context, params, query }) => showMatrix(context, params.campaignId, query))
  implement(app, taskViews.board, ({ context, params, query }) => countByStatus(context, params.campaignId, query))
  implement(app, taskViews.mine, ({ context, params }) => listMyWork(context, params.campaignId))
  implement(app, taskViews.calendar, ({ context, params, query }) => showCalendar(context, params.campaignId, query))
  implement(app, taskViews.timeline, ({ context, params, query }) => showTimeline(context, params.campaignId, query))
  implement(app, taskViews.statistics, ({ context, params, query }) => listStatistics(context, params.campaignId, query))
  implementExport(app, taskViews.statistics, {
    name: 'tien-do-theo-don-vi',
    columns,
    list: (context, params, query) => listStatistics(context, params.campaignId, query),
  })
}
