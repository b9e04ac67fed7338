import { awardTiers } from '@chung-tay/contracts/award-tiers'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let head: Person
let parent: Person
let campaignId: string
let tierId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  head = await api.person(['unitHead'])
  parent = await api.person([], { unitId: head.employee.unitId })
})
afterAll(() => api.stop())

beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
  tierId = (await makeAwardTier(api.db, { campaignId })).id
})

const absent = '01890000-0000-7000-8000-000000000000'
const ownChild = (overrides: Parameters<typeof makeChild>[1] = {}) =>
  makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'father' }], ...overrides })

const nominated = async (overrides: Omit<Parameters<typeof makeNomination>[1], 'submittedById'> = {}) =>
  makeNomination(api.db, { tierId, childId: (await ownChild()).id, submittedById: parent.userId, ...overrides })

describe('tiers', () => {
  const body = { name: 'Giải cấp tỉnh', schoolLevel: null, criterion: 'Giấy chứng nhận', amount: 500_000, sortOrder: 2 }

  test('the union keeps them, parents and heads read them', async () => {
    const create = async (who: Pick<Person, 'call'>, id = campaignId) =>
      (await who.call(awardTiers.create, { params: { campaignId: id }, body })).status
    expect(await create({ call: api.call })).toBe(401)
    expect([await create(parent), await create(head), await create(await api.person(['office']))]).toEqual([403, 403, 403])
    expect(await create(union, absent)).toBe(404)
    expect(await create(union)).toBe(201)
    expect((await union.call(awardTiers.create, { params: { campaignId }, body })).json.code).toBe('DUPLICATE')
    const { json } = await parent.call(awardTiers.list, { params: { campaignId } })
    expect(json.items.map(({ amount, frozen }) => [amount, frozen])).toEqual([
      [300_000, false],
      [500_000, false],
    ])
  })

  const update = (id: string, input: object, version = 1) =>
    union.call(awardTiers.update, { params: { id }, body: { ...body, ...input } as typeof body }, { version })

  test('what a signed decision uses keeps its words and amount', async () => {
    const tier = await makeAwardTier(api.db, { campaignId, ...body, amount: 500_000n })
    const decision = await api.db.awardDecision.create({ data: { campaignId } })
    await nominated({ tierId: tier.id, status: 'decided', decisionId: decision.id, amount: 500_000n })
    expect((await update(tier.id, { amount: 600_000 })).json.code).toBe('IN_USE')
    expect((await update(tier.id, { name: 'Tên khác' })).json.code).toBe('IN_USE')
    expect((await update(tier.id, { sortOrder: 9 })).json).toMatchObject({ sortOrder: 9, frozen: true, version: 2 })
  })

  test('a level that its nominations do not have is refused', async () => {
    await nominated()
    expect((await update(tierId, { schoolLevel: 'upperSecondary' })).json.code).toBe('TIER_DOES_NOT_FIT')
    expect((await update(tierId, { schoolLevel: null })).status).toBe(200)
    expect((await update(tierId, {})).status).toBe(412)
  })
})
