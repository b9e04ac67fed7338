import { zone } from '@chung-tay/domain/dates'
import { PgBoss } from 'pg-boss'
import { keepFilesTidy } from '../files/upkeep.ts'
import type { Services } from '../http/context.ts'
import { type Occasion, watchLedger } from '../ledger/watch.ts'
import type { SendMail } from '../notifications/mail.ts'
import { sendLetters } from '../notifications/outbox.ts'
import { remind } from '../notifications/remind.ts'

export const digestQueue = 'digest'
export const mailQueue = 'mail'
export const ledgerQueue = 'ledger'
export const filesQueue = 'files'

export type Jobs = { boss: PgBoss; stop: () => Promise<void> }

/**
 * Work by the clock, kept in the schema `pgboss` of the same database, over the same pool; the schema belongs to the application's role.
 * Several processes may run it at once: the queue gives each job to one of them, and the jobs themselves may be repeated.
 */
export const startJobs = async (services: Services, { sendMail, baseUrl }: { sendMail: SendMail | null; baseUrl: string }): Promise<Jobs> => {
  const { database, log } = services
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'pgboss',
    createSchema: false,
  })
  // Without a listener, a database that goes away would end the process. The next round tries again.
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'))
  await boss.start()
  await boss.createQueue(digestQueue, { retryLimit: 3, retryDelay: 60, retryBackoff: true })
  await boss.createQueue(mailQueue, { retryLimit: 0 })
  await boss.createQueue(ledgerQueue, { retryLimit: 3, retryDelay: 60, retryBackoff: true })
  await boss.work<{ occasion?: Occasion } | null>(ledgerQueue, ([job]) => watchLedger(services, job?.data?.occasion ?? 'night'))
  await boss.schedule(ledgerQueue, '30 1 * * *', null, { tz: zone, missed: 'once' })
  await boss.send(ledgerQueue, { occasion: 'start' })
  await boss.createQueue(filesQueue, { retryLimit: 3, retryDelay: 60, retryBackoff: true })
  await boss.work(filesQueue, () => keepFilesTidy(services))
  await boss.schedule(filesQueue, '15 2 * * *', null, { tz: zone, missed: 'once' })
  await boss.work(digestQueue, () => remind({ ...services, mails: sendMail !== null, baseUrl }))
  // Each person has an hour of their own, and a server that was off reminds when it comes back.
  await boss.schedule(digestQueue, '*/15 * * * *', null, { tz: zone, missed: 'once' })
  if (sendMail) {
    await boss.work(mailQueue, () => sendLetters({ ...services, sendMail }))
    await boss.schedule(mailQueue, '* * * * *', null, { tz: zone })
  }
  return { boss, stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}
