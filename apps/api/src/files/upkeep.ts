import { tableType } from '@chung-tay/contracts/files'
import { importFile } from '@chung-tay/contracts/imports'
import type { Services } from '../http/context.ts'

/** A list that was read in, or given up, is of no more use after a week; other uploads wait for the form they belong to. */
export const sheetDays = 7
export const uploadDays = 30
const day = 86_400_000

export const sheetTypes = [tableType, ...importFile]

type Upkeep = Pick<Services, 'database' | 'clock' | 'files' | 'log'>

/** Forgets uploads that hang on no record, and what was answered about lists that are gone. */
const forgetUploads = async ({ database: { prisma: db }, clock }: Upkeep): Promise<number> => {
  const before = (days: number) => new Date(clock.now().getTime() - days * day)
  const { count } = await db.file.deleteMany({
    where: {
      subjectType: null,
      OR: [{ createdAt: { lt: before(uploadDays) } }, { mediaType: { in: sheetTypes }, createdAt: { lt: before(sheetDays) } }],
    },
  })
  await db.$executeRaw`
    DELETE FROM "ImportAnswer" answer WHERE answer."updatedAt" < ${before(sheetDays)} AND NOT EXISTS (SELECT FROM "File" f WHERE f."sha256" = answer."sha256")`
  return count
}

/**
 * Every night: uploads of lists and what never became part of a record, then bytes on the disk that no row refers to, such as a
 * crash between a commit and the removal leaves behind. `now` is the disk's clock; nothing younger than a day is touched.
 */
export const keepFilesTidy = async (services: Upkeep, now = new Date()): Promise<{ uploads: number; files: number }> => {
  const uploads = await forgetUploads(services)
  const used = async (sha256: string) => (await services.database.prisma.file.count({ where: { sha256 } })) > 0
  const files = await services.files.sweep(new Date(now.getTime() - day), used)
  if (uploads + files > 0) services.log.info({ uploads, files }, 'files tidied')
  return { uploads, files }
}
