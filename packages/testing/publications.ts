import type { Prisma, Publication } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import { type Db, makeUnit } from './agency.ts'
import { makeCampaign } from './campaigns.ts'

/** A piece of news that is planned for the department's website. */
export const makePublication = async (db: Db, overrides: Partial<Prisma.PublicationUncheckedCreateInput> = {}): Promise<Publication> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const unitId = overrides.unitId ?? (await makeUnit(db)).id
  const title = overrides.title ?? 'Sở Khoa học và Công nghệ phát động Tháng hành động vì trẻ em'
  const content = overrides.content ?? ''
  return db.publication.create({
    data: {
      kind: 'news',
      channel: 'website',
      plannedOn: toDbDate('2021-06-21'),
      ...overrides,
      campaignId,
      unitId,
      title,
      content,
      search: foldText(`${title} ${content}`),
    },
  })
}
