import type { Activity, Campaign, Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { type Db, next } from './agency.ts'

let years = 0

export const makeCampaign = (db: Db, overrides: Partial<Prisma.CampaignUncheckedCreateInput> = {}): Promise<Campaign> => {
  const year = overrides.year ?? 2022 + (years++ % 78)
  return db.campaign.create({
    data: {
      title: `Tháng hành động vì trẻ em năm ${year}`,
      theme: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
      startsOn: toDbDate(`${year}-06-01`),
      endsOn: toDbDate(`${year}-06-30`),
      reportDueOn: toDbDate(`${year}-07-05`),
      recipientName: 'Sở Lao động - Thương binh và Xã hội',
      schoolYear: `${year - 1}-${year}`,
      status: 'running',
      ...overrides,
      year,
    },
  })
}

export const makeActivity = async (db: Db, overrides: Partial<Prisma.ActivityUncheckedCreateInput> = {}): Promise<Activity> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  return db.activity.create({
    data: {
      clause: `II.${next()}`,
      kind: 'communication',
      title: 'Tuyên truyền, phổ biến pháp luật, chính sách cho trẻ em',
      ...overrides,
      campaignId,
    },
  })
}
