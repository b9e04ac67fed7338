import { confirmations } from '@chung-tay/contracts/confirmations'
import { formatDay } from '@chung-tay/domain/dates'
import type { FastifyInstance } from 'fastify'
import { implementExport } from '../http/export.ts'
import { implement } from '../http/implement.ts'
import { getConfirmation, listConfirmations, listUnitRecords } from './queries.ts'
import { chaseFigures, confirmFigures, endException, exceptFigures, lockFigures, returnFigures } from './service.ts'

export const confirmationRoutes = async (app: FastifyInstance) => {
  implement(app, confirmations.list, ({ context, params }) => listConfirmations(context, params.campaignId))
  implement(app, confirmations.get, ({ context, params }) => getConfirmation(context, params.campaignId, params.unitId))
  implement(app, confirmations.records, ({ context, params, query }) => listUnitRecords(context, params, query))
  implementExport(app, confirmations.records, {
    name: 'so-lieu-don-vi',
    list: (context, params, query) => listUnitRecords(context, params, query),
    columns: [
      { header: 'Số', value: (item) => item.number },
      { header: 'Tên', width: 40, value: (item) => item.title },
      { header: 'Ngày', value: (item) => item.day && formatDay(item.day) },
      { header: 'Giá trị', value: (item) => item.contribution },
    ],
  })
  implement(app, confirmations.confirm, ({ context, params, body }) => confirmFigures(context, params.campaignId, params.unitId, body))
  implement(app, confirmations.return, ({ context, params, body }) => returnFigures(context, params.campaignId, params.unitId, body))
  implement(app, confirmations.except, ({ context, params, body }) => exceptFigures(context, params.campaignId, params.unitId, body))
  implement(app, confirmations.endException, ({ context, params }) => endException(context, params.campaignId, params.unitId))
  implement(app, confirmations.lock, ({ context, params, body }) => lockFigures(context, params.campaignId, body.unitIds))
  implement(app, confirmations.chase, ({ context, params, body }) => chaseFigures(context, params.campaignId, body.unitIds))
}
