import type { FigureConfirmation, Prisma } from '@chung-tay/db/client'
import type { Db } from './agency.ts'

/** A unit's word on its figures, in the head's name; `figures` are its totals as they were confirmed. */
export const makeConfirmation = (
  db: Db,
  overrides: Partial<Prisma.FigureConfirmationUncheckedCreateInput> & { campaignId: string; unitId: string },
): Promise<FigureConfirmation> =>
  db.figureConfirmation.create({
    data: {
      status: 'confirmed',
      statement: 'Số liệu của đơn vị đã được kiểm tra, đầy đủ và đúng với thực tế.',
      confirmedName: 'Trưởng đơn vị',
      confirmedAt: new Date('2021-06-18T02:30:00Z'),
      figures: {},
      ...overrides,
    },
  })
