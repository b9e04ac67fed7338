import type { Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import type { Db } from '../agency.ts'
import { makeGiftKind } from '../gifts.ts'
import { takeNumber } from '../ledger.ts'
import { type ActorOf, at } from './month.ts'

type Moved = Pick<Prisma.StockMovementUncheckedCreateInput, 'giftKindId' | 'kind' | 'quantity' | 'reason' | 'sourceType' | 'sourceId' | 'createdById'>

const move = async (db: Db, day: string, moved: Moved): Promise<void> => {
  const data = { stockOnHand: { increment: moved.quantity } }
  const { stockOnHand: balance } = await db.giftKind.update({ where: { id: moved.giftKindId }, data })
  await db.stockMovement.create({ data: { ...moved, balance, movedOn: toDbDate(day), createdAt: at(day) } })
}

/** Gifts for pupils who are visited in summer: put together from what was left of last year, which is on no books, and counted once. */
export const makeSampleGoods = async (db: Db, actor: ActorOf): Promise<void> => {
  const createdById = actor('congdoan')
  const pens = await makeGiftKind(db, { name: 'Hộp bút màu', measure: 'hộp', unitValue: 30_000n, stockOnHand: 12, createdById })
  const stories = await makeGiftKind(db, { name: 'Truyện tranh khoa học', measure: 'quyển', unitValue: 22_000n, stockOnHand: 31, createdById })
  const kit = await makeGiftKind(db, { name: 'Suất quà học tập', measure: 'suất', unitValue: 74_000n, stockOnHand: 0, createdById })
  const parts = [
    { componentId: pens.id, quantity: 1 },
    { componentId: stories.id, quantity: 2 },
  ]
  await db.kitComponent.createMany({ data: parts.map((part) => ({ kitId: kit.id, ...part })) })
  const made = { kitId: kit.id, quantity: 8, madeOn: toDbDate('2021-06-14'), createdById, createdAt: at('2021-06-14') }
  const used = parts.map(({ componentId, quantity }) => ({ componentId, quantity: 8 * quantity, value: 0n }))
  const { id: sourceId } = await db.kitAssembly.create({ data: { ...made, parts: { create: used } } })
  const assembly = { kind: 'assembly', reason: '8 Suất quà học tập', sourceType: 'KitAssembly', sourceId, createdById } as const
  for (const { componentId, quantity } of used) await move(db, '2021-06-14', { ...assembly, giftKindId: componentId, quantity: -quantity })
  await move(db, '2021-06-14', { ...assembly, giftKindId: kit.id, quantity: 8 })

  const number = await takeNumber(db, 'stockCount', 2021)
  const line = (giftKindId: string, position: number, booked: number, counted = booked, reason = '') => ({
    ...{ giftKindId, position, bookedAtStart: booked, valueAtStart: 0n, booked, counted, reason },
  })
  const reason = 'Một quyển rách bìa, đã loại'
  const day = toDbDate('2021-06-18')
  const members = [
    { name: 'Trần Thị Minh Nguyệt', role: 'Trưởng ban' },
    { name: 'Đặng Thị Hồng', role: 'Ủy viên' },
  ]
  const ended = { number, year: 2021, postedOn: day, endedById: createdById, endedAt: at('2021-06-18') }
  const count = await db.stockCount.create({
    data: {
      ...{ countedOn: day, place: 'Kho Công đoàn, tầng 1', members, status: 'finished', createdById, createdAt: at('2021-06-18'), ...ended },
      lines: { create: [line(pens.id, 0, 4), line(stories.id, 1, 15, 14, reason), line(kit.id, 2, 8)] },
    },
  })
  const source = { sourceType: 'StockCount', sourceId: count.id, createdById }
  const told = `${numberLabel('stockCount', 2021, number)}: ${reason}`
  await move(db, '2021-06-18', { ...source, kind: 'adjustment', giftKindId: stories.id, quantity: -1, reason: told })
}
