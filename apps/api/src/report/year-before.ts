import { figure } from '@chung-tay/contracts/report'
import type { Figure } from '@chung-tay/domain/report/figures'
import { z } from 'zod'
import type { Db } from '../http/context.ts'
import { countFigures } from './queries.ts'

/** The campaign that the report compares itself with. */
export const campaignBefore = (db: Db, year: number) =>
  db.campaign.findFirst({ where: { year: { lt: year } }, orderBy: { year: 'desc' }, select: { id: true, year: true } })

type Counted = Pick<Figure, 'key' | 'breakdown' | 'label' | 'value'>

const signedFigures = z.object({ figures: z.array(figure) })

/** What the newest signed report of a year says; null while none is signed. */
export const figuresAsSigned = async (db: Db, campaignId: string): Promise<Counted[] | null> => {
  const report = await db.report.findFirst({ where: { campaignId, status: 'signed' }, orderBy: { revision: 'desc' }, select: { snapshot: true } })
  const parsed = signedFigures.safeParse(report?.snapshot)
  return parsed.success ? parsed.data.figures : null
}

/** Last year as it was reported: a record changed since does not change what was said. Without a signed report, as its records stand. */
export const figuresOfYear = async (db: Db, campaignId: string): Promise<Counted[]> =>
  (await figuresAsSigned(db, campaignId)) ?? (await countFigures(db, campaignId))
