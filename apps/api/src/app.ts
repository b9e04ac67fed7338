import { resolve } from 'node:path'
import type { Database } from '@chung-tay/db/database'
import Fastify from 'fastify'
import { createActors } from './accounts/actors.ts'
import { createAuth } from './accounts/auth.ts'
import { accountRoutes } from './accounts/routes.ts'
import { createSetup, type LoadSample } from './accounts/setup.ts'
import { activityRoutes } from './activities/routes.ts'
import { agencyRoutes } from './agency/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { awardRoutes } from './awards/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { childRoutes } from './children/routes.ts'
import { confirmationRoutes } from './confirmations/routes.ts'
import { donationRoutes } from './donations/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { createFileStore } from './files/store.ts'
import { goodsRoutes } from './gifts/goods-routes.ts'
import { giftRoutes } from './gifts/routes.ts'
import { serveAuth } from './http/auth-routes.ts'
import { authorize } from './http/authorize.ts'
import { serveClient } from './http/client-files.ts'
import type { Clock, Services } from './http/context.ts'
import { documentApi } from './http/documentation.ts'
import { handleErrors } from './http/errors.ts'
import { guard } from './http/guards.ts'
import { healthRoutes } from './http/health.ts'
import { importRoutes } from './imports/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { packageRoutes } from './packages/routes.ts'
import { publicationRoutes } from './publications/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { reportRoutes } from './report/routes.ts'
import { startRoutes } from './start/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { createTransparency } from './transparency/routes.ts'

export type AppOptions = {
  database: Database
  clock: Clock
  filesFolder: string
  authSecret: string
  baseUrl: string
  logLevel?: string
  loadSample: LoadSample
  /** There is a mail server. */
  mails?: boolean
  /** Where the built client lies; none in tests of the API. */
  clientFolder?: string
}

/** The whole API without a socket. Every feature is in this list. */
export const buildApp = async (options: AppOptions) => {
  const { database, clock, baseUrl } = options
  const app = Fastify({
    logger: { level: options.logLevel ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 60_000,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
  })
  const auth = createAuth(database.prisma, { secret: options.authSecret, baseUrl })
  const actors = createActors(database.prisma, async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null)
  const services: Services = { database, clock, files: createFileStore(resolve(options.filesFolder)), log: app.log }
  const setup = createSetup(options.loadSample)
  const transparency = createTransparency(services)

  handleErrors(app)
  await guard(app, { https: baseUrl.startsWith('https:') })
  await app.register(
    async (api) => {
      authorize(api, services, actors)
      transparency.watch(api)
      serveAuth(api, auth, actors)
      healthRoutes(api, services)
      await api.register(documentApi)
      await api.register(setup.routes)
      await api.register(accountRoutes(actors))
      await api.register(agencyRoutes(actors))
      await api.register(campaignRoutes)
      await api.register(activityRoutes)
      await api.register(auditRoutes)
      await api.register(fileRoutes)
      await api.register(importRoutes)
      await api.register(startRoutes)
      await api.register(reportRoutes)
      await api.register(packageRoutes(options.authSecret))
      await api.register(confirmationRoutes)
      await api.register(childRoutes)
      await api.register(giftRoutes)
      await api.register(goodsRoutes)
      await api.register(noticeRoutes)
      await api.register(notificationRoutes)
      await api.register(reminderRoutes({ mails: options.mails ?? false, baseUrl }))
      await api.register(donationRoutes({ mails: options.mails ?? false }))
      await api.register(statementRoutes)
      await api.register(ledgerRoutes)
      await api.register(eventRoutes)
      await api.register(publicationRoutes)
      await api.register(awardRoutes)
      await api.register(taskRoutes)
      await api.register(transparency.routes)
    },
    { prefix: '/api' },
  )
  if (options.clientFolder) await app.register(async (client) => serveClient(client, options.clientFolder ?? ''))
  return { app, services, setup }
}
