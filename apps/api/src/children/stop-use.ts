import type { NotificationData } from '@chung-tay/contracts/notifications'
import { type ConsentPurpose, withdrawnPurposes, withdrawnReason } from '@chung-tay/domain/children/consent'
import { returnWithdrawn } from '../awards/withdrawn.ts'
import { takeOffLists } from '../gifts/withdrawn.ts'
import type { Db, WriteContext } from '../http/context.ts'
import { tellRole } from '../notifications/service.ts'
import { callBack } from '../publications/withdrawn.ts'
import { statesOf } from './consent-states.ts'

type Stopped = Pick<NotificationData['consentWithdrawn'], 'giftLines' | 'nominations' | 'photos' | 'publications'>
const nothing: Stopped = { giftLines: 0, nominations: 0, photos: 0, publications: 0 }

const photosOf = ({ db }: WriteContext, childId: string) => db.handOutPhoto.count({ where: { line: { childId } } })

/** What each purpose means for what is under way. Nothing that was signed or handed out is touched. */
const stops: Record<ConsentPurpose, (context: WriteContext, childId: string, reason: string, occasion: string) => Promise<Partial<Stopped>>> = {
  gift: async (context, childId, reason) => ({ giftLines: await takeOffLists(context, childId, reason) }),
  award: async (context, childId, reason) => ({ nominations: await returnWithdrawn(context, childId, reason) }),
  // Nobody is registered for an event in the program.
  event: async () => ({}),
  publishName: async (context, childId, _, occasion) => ({ publications: await callBack(context, childId, 'publishName', occasion) }),
  publishPhoto: async (context, childId, _, occasion) => ({
    photos: await photosOf(context, childId),
    publications: await callBack(context, childId, 'publishPhoto', occasion),
  }),
}

/** The year in which people now work. */
const yearOf = async (db: Db, today: string): Promise<number> => {
  const campaign = await db.campaign.findFirst({ where: { status: { not: 'draft' } }, orderBy: { year: 'desc' }, select: { year: true } })
  return campaign?.year ?? Number(today.slice(0, 4))
}

/** Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a withdrawal stops the use. In its transaction, so that nothing is used in between. */
export const stopUse = async (context: WriteContext, childId: string, purpose: ConsentPurpose, occasion: { id: string; version: number }) => {
  const today = context.clock.today()
  const stopped = { ...nothing, ...(await stops[purpose](context, childId, withdrawnReason(today), `${occasion.id}:${occasion.version}`)) }
  const data = { childId, purpose, year: await yearOf(context.db, today), ...stopped }
  await tellRole(context, 'union', 'consentWithdrawn', { id: `${occasion.id}:${purpose}`, version: occasion.version, data })
  return stopped
}

/** For a child that has come to consents in another way: what is withdrawn among them stops, too. */
export const stopWithdrawn = async (context: WriteContext, childId: string, occasion: { id: string; version: number }): Promise<void> => {
  const consents = await context.db.consent.findMany({ where: { childId } })
  for (const purpose of withdrawnPurposes(statesOf(consents))) await stopUse(context, childId, purpose, occasion)
}
