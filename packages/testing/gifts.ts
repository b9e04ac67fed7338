import type { GiftKind, GiftList, GiftListLine, HandOut, Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import { type Db, makeUnit, morningOf, next } from './agency.ts'
import { makeCampaign } from './campaigns.ts'
import { makeChild } from './children.ts'
import { makeFund } from './ledger.ts'

type KindOverrides = Partial<Prisma.GiftKindUncheckedCreateInput> & { createdById?: string }

/** What is on hand came in by one purchase, so that the balance is the sum of its movements. */
export const makeGiftKind = async (db: Db, { createdById = crypto.randomUUID(), ...overrides }: KindOverrides = {}): Promise<GiftKind> => {
  const name = overrides.name ?? `Hộp sữa và vở viết số ${next()}`
  const kind = await db.giftKind.create({ data: { unitValue: 150_000n, stockOnHand: 100, ...overrides, name, search: foldText(name) } })
  if (kind.stockOnHand > 0) {
    const movedOn = toDbDate('2021-05-25')
    const movement = { kind: 'purchase', quantity: kind.stockOnHand, balance: kind.stockOnHand, movedOn, createdAt: morningOf(movedOn) } as const
    await db.stockMovement.create({ data: { ...movement, giftKindId: kind.id, reason: 'Mua quà Tết Thiếu nhi', createdById } })
  }
  return kind
}

/** Paid for by a fund of its own unless said otherwise. */
export const makeGiftList = async (db: Db, overrides: Partial<Prisma.GiftListUncheckedCreateInput> = {}): Promise<GiftList> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const giftKindId = overrides.giftKindId ?? (await makeGiftKind(db)).id
  const name = overrides.name ?? `Quà Tết Thiếu nhi 1/6 đợt ${next()}`
  const fundId = overrides.fundId === undefined ? (await makeFund(db)).id : overrides.fundId
  const { year } = await db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
  return db.giftList.create({ data: { asOf: toDbDate(`${year}-06-01`), ...overrides, campaignId, giftKindId, fundId, name, search: foldText(name) } })
}

/** The unit is the first guardian's unless given. */
export const makeGiftListLine = async (db: Db, overrides: Partial<Prisma.GiftListLineUncheckedCreateInput> = {}): Promise<GiftListLine> => {
  const giftListId = overrides.giftListId ?? (await makeGiftList(db)).id
  const childId = overrides.childId ?? (await makeChild(db)).id
  const guardian = await db.guardian.findFirst({ where: { childId }, include: { employee: true } })
  const unitId = overrides.unitId ?? guardian?.employee.unitId ?? (await makeUnit(db)).id
  return db.giftListLine.create({ data: { ...overrides, giftListId, childId, unitId } })
}

/** A gift handed over, with its movement on the stock card. */
export const makeHandOut = async (
  db: Db,
  overrides: Partial<Prisma.HandOutUncheckedCreateInput> & { lineId: string; handedOutById: string },
): Promise<HandOut> => {
  const { giftList } = await db.giftListLine.findUniqueOrThrow({
    where: { id: overrides.lineId },
    include: { giftList: { include: { giftKind: true } } },
  })
  const { id: giftKindId, unitValue } = giftList.giftKind
  const handOut = await db.handOut.create({
    data: { giftKindId, unitValue, handedOutAt: new Date('2021-06-01T02:00:00Z'), collectorName: 'Nguyễn Thị Thuỳ Dương', ...overrides },
  })
  const { stockOnHand } = await db.giftKind.update({ where: { id: giftKindId }, data: { stockOnHand: { decrement: 1 } } })
  const source = { sourceType: 'HandOut', sourceId: handOut.id, createdById: overrides.handedOutById, createdAt: handOut.handedOutAt }
  const movedOn = toDbDate(handOut.handedOutAt.toISOString().slice(0, 10))
  await db.stockMovement.create({ data: { giftKindId, kind: 'handOut', quantity: -1, balance: stockOnHand, movedOn, ...source } })
  return handOut
}
