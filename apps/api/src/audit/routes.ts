import { audit } from '@chung-tay/contracts/audit'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { historyOf } from './service.ts'

export const auditRoutes = async (app: FastifyInstance) => {
  implement(app, audit.history, ({ context, params }) => historyOf(context, params.subject, params.id))
}
