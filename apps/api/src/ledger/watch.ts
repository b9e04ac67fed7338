import type { Services } from '../http/context.ts'
import { notify, userIdsWith } from '../notifications/service.ts'
import { checkLedger } from './service.ts'

/** Looks at the books at the start and every night; what no longer holds is told to those who answer for them, once a day. */
export const watchLedger = async ({ database: { prisma: db }, clock, log }: Pick<Services, 'database' | 'clock' | 'log'>): Promise<boolean> => {
  const { ok, checks } = await checkLedger({ db })
  if (ok) return true
  const failed = checks.filter((check) => !check.ok)
  log.error({ failed }, 'the books do not agree')
  const readers = await Promise.all((['union', 'auditor', 'leadership'] as const).map((role) => userIdsWith(db, role)))
  const today = clock.today()
  const data = { year: Number(today.slice(0, 4)), checks: failed.map(({ name }) => name) }
  await notify({ db, clock }, { userIds: readers.flat(), kind: 'booksWrong', data, key: `booksWrong:${today}` })
  return false
}
