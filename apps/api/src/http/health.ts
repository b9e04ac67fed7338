import { DomainError } from '@chung-tay/domain/errors'
import type { FastifyInstance } from 'fastify'
import type { Services } from './context.ts'

/** `live`: the process answers. `ready`: the database answers too. */
export const healthRoutes = (app: FastifyInstance, { database }: Services) => {
  app.get('/health/live', { config: { open: true } }, async () => ({ status: 'ok' }))
  app.get('/health/ready', { config: { open: true } }, async () => {
    await database.pool.query('SELECT 1').catch(() => {
      throw new DomainError('NOT_READY')
    })
    return { status: 'ok' }
  })
}
