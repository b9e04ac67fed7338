import { noticeWords } from '@chung-tay/domain/notices/progress'
import type { Db } from '../agency.ts'
import { type ActorOf, at } from './month.ts'

/** The plan was told to everybody the day after it was issued; most have read it, some by the printed code, some not yet. */
export const makeSampleNotice = async (db: Db, actor: ActorOf): Promise<void> => {
  const { id: campaignId, year, title, theme } = await db.campaign.findUniqueOrThrow({ where: { year: 2021 } })
  const words = noticeWords({ year, title, theme, startsOn: '01/6/2021', endsOn: '30/6/2021', leader: 'Lãnh đạo Sở Khoa học và Công nghệ' })
  const publishedAt = at('2021-05-24')
  const { id: noticeId } = await db.notice.create({
    data: { ...words, campaignId, createdAt: publishedAt, publishedAt, publishedById: actor('vanphong'), version: 2 },
  })
  const people = await db.employee.findMany({ where: { active: true }, include: { user: { select: { id: true } } }, orderBy: { code: 'asc' } })
  await db.noticeReader.createMany({
    data: people.map(({ id: employeeId, unitId, user }, index) => ({
      noticeId,
      employeeId,
      unitId,
      token: crypto.randomUUID().replaceAll('-', '').slice(0, 22),
      ...(index % 4 !== 3 && { readAt: at('2021-05-26'), via: user ? ('account' as const) : ('link' as const) }),
    })),
  })
}
