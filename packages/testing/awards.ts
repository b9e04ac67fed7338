import type { AwardTier, Nomination, Prisma } from '@chung-tay/db/client'
import { type Db, next } from './agency.ts'
import { makeCampaign } from './campaigns.ts'
import { makeChild } from './children.ts'

/** The award for the best pupils of primary school: 300.000 đồng. */
export const makeAwardTier = async (db: Db, overrides: Partial<Prisma.AwardTierUncheckedCreateInput> = {}): Promise<AwardTier> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  return db.awardTier.create({
    data: {
      name: `Hoàn thành xuất sắc ${next()}`,
      schoolLevel: 'primary',
      criterion: 'Giấy khen Hoàn thành xuất sắc các nội dung học tập và rèn luyện',
      amount: 300_000n,
      sortOrder: 1,
      ...overrides,
      campaignId,
    },
  })
}

type NominationOverrides = Partial<Prisma.NominationUncheckedCreateInput> & { submittedById: string }

/** A pupil of class 4A who is nominated for a tier of the same campaign, under the first guardian's unit. `submittedById` is an account. */
export const makeNomination = async (db: Db, overrides: NominationOverrides): Promise<Nomination> => {
  const tier = overrides.tierId
    ? await db.awardTier.findUniqueOrThrow({ where: { id: overrides.tierId } })
    : await makeAwardTier(db, overrides.campaignId ? { campaignId: overrides.campaignId } : {})
  const childId = overrides.childId ?? (await makeChild(db)).id
  const guardian = await db.guardian.findFirstOrThrow({ where: { childId }, include: { employee: true }, orderBy: { relation: 'desc' } })
  return db.nomination.create({
    data: {
      school: 'Trường Tiểu học Ngô Sĩ Liên',
      className: '4A',
      schoolLevel: tier.schoolLevel ?? 'primary',
      achievement: 'Hoàn thành xuất sắc chương trình lớp 4',
      unitId: guardian.employee.unitId,
      ...overrides,
      campaignId: tier.campaignId,
      tierId: tier.id,
      childId,
    },
  })
}
