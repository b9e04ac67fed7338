import type { Services } from '../http/context.ts'
import { notify, userIdsWith } from '../notifications/service.ts'
import { checkLedger } from './service.ts'

export type Occasion = 'start' | 'night'
type Watch = Pick<Services, 'database' | 'clock' | 'log'>

/** Looks at the books at the start and every night; what no longer holds is told to those who answer for them, once a day. */
export const watchLedger = async ({ database: { prisma: db }, clock, log }: Watch, occasion: Occasion): Promise<boolean> => {
  const { ok, checks } = await checkLedger({ db })
  const failed = checks.filter((check) => !check.ok)
  await db.ledgerCheckRun.create({ data: { occasion, failed: failed.map(({ name }) => name), createdAt: clock.now() } })
  if (ok) return true
  log.error({ failed }, 'the books do not agree')
  const readers = await Promise.all((['union', 'auditor', 'leadership'] as const).map((role) => userIdsWith(db, role)))
  const today = clock.today()
  const data = { year: Number(today.slice(0, 4)), checks: failed.map(({ name }) => name) }
  await notify({ db, clock }, { userIds: readers.flat(), kind: 'booksWrong', data, key: `booksWrong:${today}` })
  return false
}
