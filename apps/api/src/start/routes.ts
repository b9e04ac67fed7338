import { start } from '@chung-tay/contracts/start'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { getStart } from './service.ts'

export const startRoutes = async (app: FastifyInstance) => {
  implement(app, start.page, ({ context, params }) => getStart(context, params.campaignId))
}
