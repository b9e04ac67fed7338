import type { Db } from '../agency.ts'
import { makeConfirmation } from '../confirmations.ts'
import type { SamplePeople } from './agency.ts'
import { at } from './month.ts'

/** A unit's figures as its records stand: the program counts them, for the sample cannot. */
export type CountUnit = (db: Db, campaignId: string, unitId: string) => Promise<object>

/** The heads' word of the days before the 20th: three stand by their figures, one was given them back, the others still owe it. */
const words = [
  { unit: 'technology', day: '2021-06-17', status: 'confirmed' },
  {
    unit: 'standards',
    day: '2021-06-18',
    status: 'confirmed',
    difficulties: 'Dịch Covid-19 nên chưa tổ chức được hoạt động tập trung cho các cháu.',
    proposals: 'Đề nghị hỗ trợ kinh phí tổ chức hoạt động trực tuyến cho con em cán bộ, công chức.',
  },
  { unit: 'office', day: '2021-06-18', status: 'confirmed' },
  {
    unit: 'inspectorate',
    day: '2021-06-17',
    status: 'returned',
    returnReason: 'Chưa có số người được phổ biến Kế hoạch; đề nghị bổ sung kết quả nhiệm vụ IV.1.',
  },
] as const

export const makeSampleConfirmations = async (db: Db, people: SamplePeople, count: CountUnit): Promise<void> => {
  const { id: campaignId } = await db.campaign.findUniqueOrThrow({ where: { year: 2021 } })
  for (const { unit, day, status, ...rest } of words) {
    const unitId = people.unit(unit)
    const { head } = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { head: { select: { name: true } } } })
    await makeConfirmation(db, {
      campaignId,
      unitId,
      status,
      confirmedName: head?.name ?? '',
      confirmedAt: at(day),
      figures: { ...(await count(db, campaignId, unitId)) },
      ...rest,
    })
  }
}
