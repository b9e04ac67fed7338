import type { Database } from '@chung-tay/db/database'
import { StartError } from '@chung-tay/db/start-error'
import { toDbDate } from '@chung-tay/domain/dates'
import { buildSample, sampleDay } from '@chung-tay/testing/sample'
import { hashPassword } from './accounts/auth.ts'
import { loadPlanContent } from './campaigns/content.ts'
import { createClock, type SettableClock } from './clock.ts'
import { figuresOfUnit } from './confirmations/unit-figures.ts'
import type { Db } from './http/context.ts'
import { toJson } from './http/write.ts'
import { makeSamplePackages } from './packages/sample.ts'
import { hashOf } from './report/content.ts'

/** What only the program itself can make: the plan as it was approved, with its hash, and packages that are signed. */
const complete = async (db: Db): Promise<void> => {
  const { id, approvedById } = await db.campaign.findUniqueOrThrow({ where: { year: 2021 } })
  const by = approvedById ?? ''
  const content = toJson(await loadPlanContent({ db, clock: createClock('2021-05-20') }, id))
  const days = { submittedAt: new Date('2021-05-19T02:30:00Z'), decidedAt: new Date('2021-05-21T02:30:00Z') }
  const contentHash = hashOf(content as Parameters<typeof hashOf>[0])
  await db.planVersion.create({
    data: { campaignId: id, number: 1, content, contentHash, approved: true, submittedById: by, decidedById: by, ...days },
  })
  await makeSamplePackages(db, by)
}

/** Fills an agency that was just set up with the plan of 2021, its units, people and records; no accounts. */
export const loadSample =
  (clock: SettableClock) =>
  async (db: Db, recorderId: string): Promise<void> => {
    await buildSample(db, { countUnit: figuresOfUnit, recorderId })
    await complete(db)
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
      await complete(tx)
      await tx.agency.update({ where: { id: 1 }, data: { sampleDay: toDbDate(today) } })
    },
    { timeout: 60_000 },
  )
}
