import type { Event, Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import { type Db, makeUnit } from './agency.ts'
import { makeCampaign } from './campaigns.ts'

/** An outing that a unit plans for June 2021. */
export const makeEvent = async (db: Db, overrides: Partial<Prisma.EventUncheckedCreateInput> = {}): Promise<Event> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const unitId = overrides.unitId ?? (await makeUnit(db)).id
  const name = overrides.name ?? 'Tham quan Bảo tàng tỉnh cho con cán bộ'
  const place = overrides.place ?? 'Bảo tàng tỉnh Bắc Giang'
  return db.event.create({
    data: { kind: 'outing', heldOn: toDbDate('2021-06-12'), ...overrides, campaignId, unitId, name, place, search: foldText(`${name} ${place}`) },
  })
}
