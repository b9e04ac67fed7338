import type { Database } from '@chung-tay/db/database'
import { StartError } from '@chung-tay/db/start-error'
import { toDbDate } from '@chung-tay/domain/dates'
import { buildSample, sampleDay } from '@chung-tay/testing/sample'
import { hashPassword } from './accounts/auth.ts'
import type { SettableClock } from './clock.ts'
import { figuresOfUnit } from './confirmations/unit-figures.ts'
import type { Db } from './http/context.ts'

/** Fills an agency that was just set up with the plan of 2021, its units, people and records; no accounts. */
export const loadSample =
  (clock: SettableClock) =>
  async (db: Db, recorderId: string): Promise<void> => {
    await buildSample(db, { countUnit: figuresOfUnit, recorderId })
    await db.agency.update({ where: { id: 1 }, data: { sampleDay: toDbDate(sampleDay) } })
    clock.play(sampleDay)
  }

/** `SAMPLE=1`: the sample with one account per role on an empty database; a database that already holds it just starts. */
export const prepareSample = async ({ prisma }: Database, today = sampleDay): Promise<void> => {
  const agency = await prisma.agency.findFirst()
  if (agency?.sampleDay) return
  const users = await prisma.user.count()
  if (agency || users > 0) throw new StartError('SAMPLE_REFUSED', 'SAMPLE=1 needs an empty database: this one holds other data')
  const passwordHash = await hashPassword('chungtay-2021')
  await prisma.$transaction(
    async (tx) => {
      await buildSample(tx, { countUnit: figuresOfUnit, passwordHash })
      await tx.agency.update({ where: { id: 1 }, data: { sampleDay: toDbDate(today) } })
    },
    { timeout: 60_000 },
  )
}
