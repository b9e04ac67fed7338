import type { Campaign, Prisma, PrismaClient } from '@chung-tay/db/client'
import { addDays, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit, next } from './agency.ts'
import { makeActivity } from './campaigns.ts'
import { makeMonthMoney } from './month-money.ts'

/** A whole number from 0 to `below - 1`. */
export type Draw = (below: number) => number

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const drawFrom = (seed: number): Draw => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((twice ^ (twice >>> 14)) >>> 0) % below
  }
}

const times = <Item>(count: number, make: (at: number) => Item): Item[] => Array.from({ length: count }, (_, at) => make(at))
const somebody = crypto.randomUUID()

/**
 * A month with records of every noun, drawn at random: what is counted stands beside what is not (planned, voided, cancelled, rejected, excluded).
 * Rows are written as they are, past the services, so that the figures meet combinations that no service makes; only the books agree.
 */
export const makeMonth = async (db: PrismaClient, campaign: Campaign, draw: Draw) => {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[draw(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const first = fromDbDate(campaign.startsOn)
  const someDay = () => toDbDate(addDays(first, draw(30)))
  const ids = (least: number) => times(least + draw(least), () => crypto.randomUUID())
  const { id: campaignId, year } = campaign

  const units = await Promise.all(times(3, () => makeUnit(db)))
  const activities = await Promise.all(
    (['communication', 'donation', 'gift', 'award', 'movement', 'organisation'] as const).map((kind) => makeActivity(db, { campaignId, kind })),
  )
  const unit = () => pick(units).id
  const money = await makeMonthMoney(db, campaign, draw)

  const children = times(10, (at) => ({
    id: crypto.randomUUID(),
    name: `Cháu ${at}`,
    givenName: `${at}`,
    search: `chau ${at}`,
    birthDate: toDbDate(`${year - draw(18)}-0${1 + draw(9)}-${10 + draw(18)}`),
    sex: pick(['female', 'male'] as const),
  }))
  const giftKinds = times(2, () => ({ id: crypto.randomUUID(), name: `Túi quà ${next()}`, search: '', unitValue: 200_000n }))
  const giftLists = giftKinds.map((giftKind) => ({
    id: crypto.randomUUID(),
    campaignId,
    giftKindId: giftKind.id,
    name: `Danh sách ${next()}`,
    search: '',
    asOf: campaign.startsOn,
    status: 'approved' as const,
  }))
  const giftLines = giftLists.flatMap(({ id: giftListId }) =>
    children.filter(() => draw(3) > 0).map((child) => ({ id: crypto.randomUUID(), giftListId, childId: child.id, unitId: unit() })),
  )
  const handOuts = giftLines
    .filter(() => draw(3) > 0)
    .map((line) => ({
      lineId: line.id,
      giftKindId: giftLists.find(({ id }) => id === line.giftListId)?.giftKindId ?? '',
      unitValue: BigInt(draw(300_000)),
      handedOutAt: new Date(someDay().getTime() + draw(86_400) * 1000),
      handedOutById: somebody,
      collectorName: 'Phụ huynh',
    }))

  const tiers = times(2, (at) => ({ id: crypto.randomUUID(), campaignId, name: `Mức ${at}`, criterion: '', amount: 100_000n }))
  const decisions = [
    { id: crypto.randomUUID(), campaignId, status: 'draft' as const },
    { id: crypto.randomUUID(), campaignId, status: 'signed' as const, number: `${next()}`, decidedOn: someDay(), signedById: somebody, snapshot: {} },
  ]
  const nominations = children
    .filter(() => draw(2) > 0)
    .map((child) => ({
      campaignId,
      childId: child.id,
      tierId: pick(tiers).id,
      unitId: unit(),
      school: '',
      className: '',
      schoolLevel: pick(['preschool', 'primary', 'lowerSecondary', 'upperSecondary'] as const),
      achievement: '',
      submittedById: somebody,
      ...pick([
        { status: 'submitted' as const },
        { status: 'rejected' as const },
        { status: 'decided' as const, decisionId: pick(decisions).id, amount: BigInt(draw(400_000)) },
      ]),
    }))

  const publications = ids(8).map((id) => ({
    id,
    campaignId,
    unitId: unit(),
    kind: pick(['news', 'article', 'slogan', 'message'] as const),
    channel: pick(['website', 'zalo', 'facebook', 'loudspeaker'] as const),
    title: `Bài ${next()}`,
    search: '',
    plannedOn: someDay(),
    ...pick([{ status: 'planned' as const }, { status: 'published' as const, publishedOn: someDay() }, { status: 'withdrawn' as const }]),
  }))
  const events = ids(6).map((id) => ({
    id,
    campaignId,
    unitId: unit(),
    kind: pick(['session', 'outing', 'entertainment', 'sport', 'culture', 'ceremony', 'movement', 'movement'] as const),
    name: `Hoạt động ${next()}`,
    search: '',
    heldOn: someDay(),
    place: '',
    status: pick(['planned', 'held', 'held', 'cancelled'] as const),
    participants: draw(200),
    childrenReached: draw(100),
    cost: BigInt(draw(5_000_000)),
    incidents: draw(2),
  }))
  const tasks: Prisma.TaskCreateManyInput[] = ids(8).map((id) => ({
    id,
    campaignId,
    activityId: pick(activities).id,
    unitId: unit(),
    title: `Nhiệm vụ ${next()}`,
    search: '',
    dueOn: someDay(),
    ...pick([
      { status: 'assigned' as const },
      { status: 'submitted' as const, submittedOn: someDay(), reach: 50 },
      { status: 'accepted' as const, submittedOn: someDay(), reach: draw(300), result: 'Đã thực hiện' },
      {
        status: 'accepted' as const,
        submittedOn: someDay(),
        sessions: draw(3),
        participants: draw(90),
        children: draw(60),
        cost: BigInt(draw(900_000)),
      },
    ]),
    ...(draw(3) === 0 && { escalatedAt: someDay() }),
  }))
  const chases = tasks.flatMap(({ id: taskId = '' }) =>
    times(draw(3), () => ({ taskId, text: 'Đề nghị khẩn trương', chasedById: somebody, chasedAt: someDay() })),
  )
  const notices = times(2, (at) => ({
    id: crypto.randomUUID(),
    campaignId,
    title: `Thông báo ${at}`,
    text: '',
    publishedAt: pick([someDay(), null]),
    createdAt: someDay(),
  }))
  const employees = await Promise.all(units.map(({ id }) => makeEmployee(db, { unitId: id })))
  const readers = notices.flatMap(({ id: noticeId }) =>
    employees.map(({ id: employeeId }) => ({
      noticeId,
      employeeId,
      unitId: unit(),
      token: crypto.randomUUID(),
      ...pick([{}, { readAt: someDay(), via: pick(['account', 'link', 'paper'] as const) }]),
    })),
  )

  await db.$transaction([
    db.legalBasis.createMany({
      data: times(draw(3), (at) => ({ campaignId, number: `${at}/LĐTBXH`, issuedOn: someDay(), issuer: 'Sở', subject: 'về việc hướng dẫn' })),
    }),
    db.child.createMany({ data: children }),
    db.giftKind.createMany({ data: giftKinds }),
    db.giftList.createMany({ data: giftLists }),
    db.giftListLine.createMany({ data: giftLines }),
    db.handOut.createMany({ data: handOuts }),
    db.awardTier.createMany({ data: tiers }),
    db.awardDecision.createMany({ data: decisions }),
    db.nomination.createMany({ data: nominations }),
    db.publication.createMany({ data: publications }),
    db.event.createMany({ data: events }),
    db.task.createMany({ data: tasks }),
    db.taskChase.createMany({ data: chases }),
    db.notice.createMany({ data: notices }),
    db.noticeReader.createMany({ data: readers }),
  ])
  return { units, ...money, children, giftLines, handOuts, nominations, decisions, publications, events, tasks }
}
