import { handOuts } from '@chung-tay/contracts/hand-outs'
import { connectDatabase } from '@chung-tay/db/database'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

const entitlements = 100
const claimers = 20

/** Removes the one thing that stands between two claimers, as only the owner of the database may. */
const dropGuard = async (api: TestApi) => {
  const [row] = await api.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  const owner = connectDatabase(Object.assign(new URL(inject('testServer').templateUrl), { pathname: `/${row?.name}` }).href, 1)
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

describe(`${claimers} claimers for each entitlement`, () => {
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
