import { handOuts } from '@chung-tay/contracts/hand-outs'
import { connectDatabase } from '@chung-tay/db/database'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

const entitlements = 100
const claimers = 20

const urlOf = async (api: TestApi) => {
  const [row] = await api.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  return Object.assign(new URL(inject('testServer').templateUrl), { pathname: `/${row?.name}` }).href
}

/** Removes the one thing that stands between two claimers, as only the owner of the database may. */
const dropGuard = async (api: TestApi) => {
  const owner = connectDatabase(await urlOf(api), 1)
  await owner.prisma.$executeRawUnsafe('DROP INDEX "HandOut_lineId_key"')
  await owner.close()
}

/** Every entitlement of an approved list is claimed by all claimers at once, from four accounts. */
const race = async (api: TestApi, count: number) => {
  const people = await Promise.all([1, 2, 3, 4].map(() => api.person(['union'])))
  const kind = await makeGiftKind(api.db, { stockOnHand: count * claimers })
  const list = await makeGiftList(api.db, { giftKindId: kind.id, status: 'approved' })
  const lines = await Promise.all(Array.from({ length: count }, () => makeGiftListLine(api.db, { giftListId: list.id })))
  const rounds = []
  for (const { id } of lines) {
    const claim = (at: number) =>
      people[at % people.length]?.call(handOuts.create, { params: { id }, body: { collectorName: `Người nhận ${at}`, proxyRelation: 'ông' } })
    rounds.push({ id, answers: await Promise.all(Array.from({ length: claimers }, (_, at) => claim(at))) })
  }
  const { stockOnHand } = await api.db.giftKind.findUniqueOrThrow({ where: { id: kind.id } })
  const { _sum } = await api.db.stockMovement.aggregate({ where: { giftKindId: kind.id }, _sum: { quantity: true } })
  const handedOut = await api.db.handOut.count({ where: { giftKindId: kind.id } })
  return { rounds, handedOut, taken: count * claimers - stockOnHand, sum: _sum.quantity, stockOnHand }
}

const many = 1_000

/**
 * The service's own claim and stock as one statement, on as many connections as there are claimers: each walks the whole list, so that all of
 * them meet at each line. Through HTTP the same takes minutes.
 */
const raceAtTheDatabase = async (api: TestApi, count: number) => {
  const kind = await makeGiftKind(api.db, { stockOnHand: count * claimers })
  const list = await makeGiftList(api.db, { giftKindId: kind.id, status: 'approved' })
  const { unitId, childId } = await makeGiftListLine(api.db)
  const child = await api.db.child.findUniqueOrThrow({ where: { id: childId } })
  const children = Array.from({ length: count }, () => ({ ...child, id: crypto.randomUUID() }))
  await api.db.child.createMany({ data: children })
  await api.db.giftListLine.createMany({ data: children.map(({ id }) => ({ giftListId: list.id, childId: id, unitId })) })
  const lines = await api.db.giftListLine.findMany({ where: { giftListId: list.id }, orderBy: { number: 'asc' } })
  const pool = new pg.Pool({ connectionString: await urlOf(api), max: claimers })
  const claimAll = async (who: string) => {
    const client = await pool.connect()
    let won = 0
    for (const { id } of lines) won += (await client.query<{ won: number }>(claim, [id, kind.id, who])).rows[0]?.won ?? 0
    client.release()
    return won
  }
  const wins = await Promise.all(Array.from({ length: claimers }, (_, at) => claimAll(`Người nhận ${at}`)))
  await pool.end()
  const { stockOnHand } = await api.db.giftKind.findUniqueOrThrow({ where: { id: kind.id } })
  const given = await api.db.handOut.groupBy({ by: ['lineId'], where: { giftKindId: kind.id }, _count: true })
  return { won: wins.reduce((sum, one) => sum + one, 0), given, taken: count * claimers - stockOnHand }
}

const claim = `WITH given AS (
    INSERT INTO "HandOut" ("id", "lineId", "giftKindId", "unitValue", "handedOutAt", "handedOutById", "collectorName", "proxyRelation")
    VALUES (gen_random_uuid(), $1, $2, 150000, now(), gen_random_uuid(), $3, 'ông') ON CONFLICT DO NOTHING RETURNING "id"),
  moved AS (UPDATE "GiftKind" SET "stockOnHand" = "stockOnHand" - 1 WHERE "id" = $2 AND EXISTS (SELECT FROM given) RETURNING "stockOnHand")
  SELECT count(*)::int AS won FROM moved`

describe(`${claimers} claimers for each entitlement`, () => {
  test(`of ${many}, at the database: exactly one each, and nothing lost of the stock`, async () => {
    const api = await startTestApi(inject('testServer'))
    const { won, given, taken } = await raceAtTheDatabase(api, many)
    expect([won, given.length, taken]).toEqual([many, many, many])
    expect(given.every(({ _count }) => _count === 1)).toBe(true)
    await api.stop()
  }, 180_000)

  test('at the database without the unique index each of them gets it', async () => {
    const api = await startTestApi(inject('testServer'))
    await dropGuard(api)
    const { given } = await raceAtTheDatabase(api, 20)
    expect(given.every(({ _count }) => _count > 1)).toBe(true)
    await api.stop()
  }, 60_000)

  test('exactly one gets it, the others learn who and when, and the stock is exact', async () => {
    const api = await startTestApi(inject('testServer'))
    const { rounds, handedOut, taken, sum, stockOnHand } = await race(api, entitlements)
    for (const { answers } of rounds) {
      const [winner, ...more] = answers.filter((answer) => answer?.status === 201)
      expect([winner === undefined, more.length]).toEqual([false, 0])
      const losers = answers.filter((answer) => answer !== winner)
      const { at, by, collectorName } = winner?.json.handOut ?? {}
      for (const loser of losers) expect(loser?.json).toMatchObject({ code: 'ALREADY_HANDED_OUT', details: { at, by, collectorName } })
    }
    expect([handedOut, taken, sum]).toEqual([entitlements, entitlements, stockOnHand])
    await api.stop()
  }, 180_000)

  test('without the unique index the same race gives twice', async () => {
    const api = await startTestApi(inject('testServer'))
    await dropGuard(api)
    const { handedOut } = await race(api, 5)
    expect(handedOut).toBeGreaterThan(5)
    await api.stop()
  }, 60_000)
})
