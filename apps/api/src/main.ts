import { join, resolve } from 'node:path'
import { openDatabase } from '@chung-tay/db/database'
import { startEmbedded } from '@chung-tay/db/embedded'
import { readSecrets } from '@chung-tay/db/secrets'
import { StartError } from '@chung-tay/db/start-error'
import { fromDbDate } from '@chung-tay/domain/dates'
import { buildApp } from './app.ts'
import { createClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { startJobs } from './jobs/jobs.ts'
import { startWords } from './start-words.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

const checkSample = (config: Config) => {
  if (config.sample && !loopback.has(config.host)) {
    throw new StartError(
      'SAMPLE_REFUSED',
      `SAMPLE=1 opens accounts with a known password: it is refused with HOST=${config.host}, only loopback will do`,
    )
  }
}

const openMail = async ({ smtpUrl, mailFrom }: Config) =>
  smtpUrl ? (await import('./notifications/mail.ts')).createSendMail(smtpUrl, mailFrom ?? 'chung-tay@localhost') : null

// What is needed rarely is loaded when it is needed, here and in the services: spreadsheets, Word files, pictures, letters, the sample.
const start = async () => {
  const config = readConfig(process.env)
  checkSample(config)
  const secrets = await readSecrets(config.dataDir)
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined
  const database = await openDatabase({ ownerUrl: config.databaseUrl ?? embedded?.ownerUrl ?? '', appPassword: secrets.appPassword }).catch(
    async (error) => {
      await embedded?.stop()
      throw error
    },
  )
  const stopDatabase = async () => {
    await database.close()
    await embedded?.stop()
  }
  try {
    if (config.sample) await (await import('./sample.ts')).prepareSample(database, config.today)
    const agency = await database.prisma.agency.findFirst()
    if (config.today !== undefined && !agency?.sampleDay)
      throw new StartError('SAMPLE_REFUSED', 'TODAY is for the sample alone: this database holds a real agency')
    const clock = createClock(agency?.sampleDay ? (config.today ?? fromDbDate(agency.sampleDay)) : undefined)
    const baseUrl = config.baseUrl ?? `http://${config.host}:${config.port}`
    const { app, services, setup } = await buildApp({
      database,
      clock,
      filesFolder: join(config.dataDir, 'files'),
      authSecret: secrets.authSecret,
      baseUrl,
      logLevel: config.logLevel,
      mails: config.smtpUrl !== undefined,
      clientFolder: resolve(import.meta.dirname, '../../web/dist'),
      loadSample: async (db, recorderId) => (await import('./sample.ts')).loadSample(clock)(db, recorderId),
    })
    await app.listen({ port: config.port, host: config.host })
    const jobs = await startJobs(services, {
      sendMail: await openMail(config),
      baseUrl,
    })
    const stop = async () => {
      // A hanging request must not keep the database from closing in good order.
      setTimeout(() => process.exit(1), 25_000).unref()
      await jobs.stop()
      await app.close()
      await stopDatabase()
      process.exit(0)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    const url = config.baseUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`
    if (!agency) console.log(`Thiết lập lần đầu / First set-up: ${url}/setup#${setup.token}`)
    console.log(`Chung Tay: ${url}`)
  } catch (error) {
    await stopDatabase()
    throw error
  }
}

start().catch((error: unknown) => {
  console.error(startWords(error))
  process.exit(1)
})
