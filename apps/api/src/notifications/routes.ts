import { notifications } from '@chung-tay/contracts/notifications'
import type { FastifyInstance } from 'fastify'
import { implement } from '../http/implement.ts'
import { listNotifications, readAllNotifications, readNotification } from './service.ts'

export const notificationRoutes = async (app: FastifyInstance) => {
  implement(app, notifications.list, ({ context, query }) => listNotifications(context, query))
  implement(app, notifications.read, ({ context, params }) => readNotification(context, params.id))
  implement(app, notifications.readAll, ({ context }) => readAllNotifications(context))
}
