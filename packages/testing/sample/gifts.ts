import { ageOn, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../agency.ts'
import { makeConsent } from '../children.ts'
import { makeGiftKind, makeGiftList, makeGiftListLine, makeHandOut } from '../gifts.ts'
import type { SamplePeople } from './agency.ts'
import { type ActorOf, at } from './month.ts'

/** A girl who turned 16 two days before the counting day waits for the leadership. */
const makeSampleSupplement = async (db: Db, giftListId: string, people: SamplePeople, createdById: string) => {
  const child = people.children.find(({ name }) => name === 'Nguyễn Thanh Hà')
  const guardian = child && (await db.guardian.findFirst({ where: { childId: child.id }, include: { employee: true } }))
  if (!child || !guardian) return
  const createdAt = at('2021-06-10')
  const supplement = await db.giftListSupplement.create({ data: { giftListId, number: 1, createdById, createdAt } })
  await db.giftListAddition.create({
    data: {
      supplementId: supplement.id,
      childId: child.id,
      unitId: guardian.employee.unitId,
      reason: 'Tròn 16 tuổi trước ngày 1/6 hai ngày, đang học lớp 10',
      reasons: ['tooOld'],
      addedById: createdById,
      createdAt,
    },
  })
}

/** 50 gifts bought, one for every child under 16 on 1/6/2021, most of them handed out; five families come later. */
export const makeSampleGifts = async (db: Db, campaignId: string, people: SamplePeople, actor: ActorOf): Promise<void> => {
  const createdById = actor('congdoan')
  const kind = await makeGiftKind(db, {
    name: 'Túi quà Tết thiếu nhi (bánh, sữa, vở viết)',
    measure: 'túi',
    unitValue: 150_000n,
    stockOnHand: 50,
    createdById,
  })
  const fund = await db.fund.findFirstOrThrow({ orderBy: { sortOrder: 'asc' } })
  const list = await makeGiftList(db, {
    fundId: fund.id,
    campaignId,
    giftKindId: kind.id,
    name: 'Quà Tết thiếu nhi 1-6 năm 2021',
    employedOn: toDbDate('2021-05-15'),
    status: 'submitted',
    generatedAt: at('2021-05-25'),
    approvedById: actor('giamdoc'),
    approvedAt: at('2021-05-27'),
    createdAt: at('2021-05-25'),
    updatedAt: at('2021-05-27'),
  })
  const entitled = people.children.filter((child) => ageOn(fromDbDate(child.birthDate), '2021-06-01') < 16)
  for (const [index, child] of entitled.entries()) {
    const guardians = await db.guardian.findMany({ where: { childId: child.id }, include: { employee: true } })
    const guardian = guardians.find(({ relation }) => relation === 'mother') ?? guardians[0]
    if (!guardian) continue
    await makeConsent(db, {
      childId: child.id,
      purpose: 'gift',
      givenByName: guardian.employee.name,
      relation: guardian.relation,
      givenOn: toDbDate('2021-05-20'),
      recordedById: createdById,
    })
    const line = await makeGiftListLine(db, { giftListId: list.id, childId: child.id, unitId: guardian.employee.unitId, createdAt: at('2021-05-25') })
    if (index % 8 === 7) continue
    await makeHandOut(db, {
      lineId: line.id,
      handedOutById: createdById,
      handedOutAt: new Date(at('2021-06-01').getTime() + index * 90_000),
      collectorName: index % 11 === 5 ? 'Nguyễn Thị Lành' : guardian.employee.name,
      ...(index % 11 === 5 && { proxyRelation: 'Bà ngoại' }),
    })
  }
  // The approval numbers the lines as they are printed.
  await db.giftList.update({ where: { id: list.id }, data: { status: 'approved', updatedAt: at('2021-05-27') } })
  await makeSampleSupplement(db, list.id, people, createdById)
}
