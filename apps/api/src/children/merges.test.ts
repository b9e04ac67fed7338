import { childMerges } from '@chung-tay/contracts/child-merges'
import { children } from '@chung-tay/contracts/children'
import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import type { Campaign } from '@chung-tay/db/client'
import { surplusReason } from '@chung-tay/domain/children/merge'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine, makeHandOut } from '@chung-tay/testing/gifts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaign: Campaign
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaign = await makeCampaign(api.db)
})
afterAll(() => api.stop())

const codeOf = ({ status, json }: { status: number; json: { code?: string; details?: { why?: unknown } } }) => [status, json.code, json.details?.why]
const allKept = {
  name: 'kept',
  birthDate: 'kept',
  sex: 'kept',
  schoolLevel: 'kept',
  school: 'kept',
  className: 'kept',
  circumstances: 'kept',
} as const

const twins = async () => {
  const [mother, father] = [await api.person(), await api.person()]
  const kept = await makeChild(api.db, { guardians: [{ employeeId: mother.employee.id, relation: 'mother' }] })
  const gone = await makeChild(api.db, {
    guardians: [{ employeeId: father.employee.id, relation: 'father' }],
    className: '2B',
    circumstances: 'Khó khăn',
  })
  return { mother, father, kept, gone }
}
type Twins = Awaited<ReturnType<typeof twins>>

const merge = ({ kept, gone }: Pick<Twins, 'kept' | 'gone'>, choice: Partial<Record<keyof typeof allKept, 'kept' | 'gone'>> = {}, person = union) =>
  person.call(
    childMerges.merge,
    { params: { id: kept.id }, body: { goneId: gone.id, goneVersion: gone.version, choice: { ...allKept, ...choice } } },
    { version: kept.version },
  )
const undo = (id: string, version = 1) => union.call(childMerges.undo, { params: { id } }, { version })

const listOf = async (stockOnHand = 9) => {
  const kind = await makeGiftKind(api.db, { stockOnHand })
  return makeGiftList(api.db, { campaignId: campaign.id, giftKindId: kind.id, status: 'approved' })
}

/** Everything that a merge may touch, without the counters that only ever go up. */
const digest = async (ids: string[]) => {
  const where = { childId: { in: ids } }
  const orderBy = { id: 'asc' } as const
  const rows = await Promise.all([
    api.db.child.findMany({ where: { id: { in: ids } }, orderBy }),
    api.db.guardian.findMany({ where, orderBy: [{ childId: 'asc' }, { employeeId: 'asc' }] }),
    api.db.consent.findMany({ where, orderBy }),
    api.db.giftListLine.findMany({ where, orderBy, include: { handOut: true } }),
    api.db.nomination.findMany({ where, orderBy }),
  ])
  return JSON.stringify(rows, (key, value: unknown) => {
    if (key === 'version' || key === 'updatedAt') return undefined
    return typeof value === 'bigint' ? String(value) : value
  })
}

describe('two records of one child', () => {
  test('become one with what a person chose; the other is found nowhere; taken back, both are as they were', async () => {
    const pair = await twins()
    const { mother, father, kept, gone } = pair
    await makeConsent(api.db, { childId: gone.id, recordedById: union.userId })
    const line = await makeGiftListLine(api.db, { giftListId: (await listOf()).id, childId: gone.id })
    const nomination = await makeNomination(api.db, { childId: gone.id, submittedById: father.userId })
    const before = await digest([kept.id, gone.id])
    const merged = await merge(pair, { className: 'gone', circumstances: 'gone' })
    expect([merged.status, merged.json]).toMatchObject([
      201,
      {
        kept: { className: '2B', circumstances: 'Khó khăn', guardians: [{ relation: 'mother' }, { relation: 'father' }] },
        moved: { guardians: 1, consents: 1, giftLines: 1, nominations: 1, excluded: 0 },
        twice: { gifts: [], awards: [] },
        mergedByName: union.employee.name,
      },
    ])
    expect((await api.db.giftListLine.findUniqueOrThrow({ where: { id: line.id } })).childId).toBe(kept.id)
    expect((await api.db.nomination.findUniqueOrThrow({ where: { id: nomination.id } })).childId).toBe(kept.id)
    expect((await union.call(children.get, { params: { id: gone.id } })).status).toBe(404)
    expect((await father.call(children.list, { query: {} })).json.items.map(({ id }) => id)).toEqual([kept.id])
    const pairs = async () => (await union.call(children.duplicatePairs, {})).json.items.flatMap(({ first, second }) => [first.id, second.id])
    expect(await pairs()).not.toContain(gone.id)
    expect((await union.call(childMerges.list, {})).json.items.map(({ id }) => id)).toContain(merged.json.id)

    const back = await undo(merged.json.id)
    expect([back.status, back.json.undoneAt !== null]).toEqual([200, true])
    expect(await digest([kept.id, gone.id])).toBe(before)
    expect((await mother.call(children.list, { query: {} })).json.items.length).toBe(1)
    expect(await pairs()).toContain(gone.id)
    expect(codeOf(await undo(merged.json.id, 2))).toEqual([409, 'MERGE_STANDS', 'undone'])
  })

  test('whatever hung on them, a merge that is taken back leaves no trace', async () => {
    const lists = [await listOf(99), await listOf(99), await listOf(99)]
    const tiers = [await makeAwardTier(api.db), await makeAwardTier(api.db)]
    const side = fc.record({
      lines: fc.array(fc.constantFrom('none', 'waiting', 'excluded', 'given'), { minLength: 3, maxLength: 3 }),
      consents: fc.subarray(['gift', 'award', 'event'] as const),
      nominations: fc.array(fc.constantFrom('none', 'submitted', 'rejected'), { minLength: 2, maxLength: 2 }),
      active: fc.boolean(),
    })
    const fill = async (childId: string, { lines, consents, nominations }: typeof side extends fc.Arbitrary<infer T> ? T : never) => {
      for (const [at, state] of lines.entries()) {
        if (state === 'none') continue
        const excluded = state === 'excluded' ? { excluded: true, excludeReason: 'Nghỉ học' } : {}
        const line = await makeGiftListLine(api.db, { giftListId: lists[at]?.id ?? '', childId, ...excluded })
        if (state === 'given') await makeHandOut(api.db, { lineId: line.id, handedOutById: union.userId })
      }
      for (const purpose of consents) await makeConsent(api.db, { childId, purpose, recordedById: union.userId })
      for (const [at, status] of nominations.entries()) {
        if (status !== 'none')
          await makeNomination(api.db, { childId, tierId: tiers[at]?.id ?? '', status: status as 'submitted', submittedById: union.userId })
      }
    }
    let merges = 0
    await fc.assert(
      fc.asyncProperty(side, side, fc.array(fc.constantFrom('kept', 'gone'), { minLength: 7, maxLength: 7 }), async (one, other, picks) => {
        const pair = await twins()
        await fill(pair.kept.id, one)
        await fill(pair.gone.id, other)
        await api.db.child.update({ where: { id: pair.gone.id }, data: { active: other.active } })
        const ids = [pair.kept.id, pair.gone.id]
        const before = await digest(ids)
        const choice = Object.fromEntries(Object.keys(allKept).map((field, at) => [field, picks[at]]))
        const merged = await merge(pair, choice)
        if (merged.status === 201) {
          merges++
          expect(await digest(ids)).not.toBe(before)
          expect((await undo(merged.json.id)).status).toBe(200)
        } else expect(codeOf(merged)).toEqual([409, 'MERGE_REFUSED', 'nominations'])
        expect(await digest(ids)).toBe(before)
      }),
      { numRuns: 12 },
    )
    expect(merges).toBeGreaterThan(3)
  }, 120_000)

  test('are merged by the union alone, from what was seen', async () => {
    const pair = await twins()
    expect((await merge(pair, {}, { ...union, call: api.call })).status).toBe(401)
    expect((await merge(pair, {}, pair.mother)).status).toBe(403)
    expect((await merge(pair, {}, await api.person(['office']))).status).toBe(403)
    expect(codeOf(await merge({ ...pair, gone: { ...pair.gone, version: 7 } }))).toEqual([412, 'STALE', undefined])
    expect((await merge({ ...pair, gone: pair.kept })).json.fields).toMatchObject([{ path: 'goneId', code: 'duplicate' }])
    expect((await undo(crypto.randomUUID())).status).toBe(404)
  })
})

describe('a gift under both records', () => {
  test('is given once: the waiting line gives nothing, and comes back with the undo', async () => {
    const pair = await twins()
    const list = await listOf()
    const [own, other] = [
      await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.kept.id }),
      await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.gone.id }),
    ]
    await makeHandOut(api.db, { lineId: other.id, handedOutById: union.userId })
    const merged = await merge(pair)
    expect(merged.json.moved.excluded).toBe(1)
    expect(await api.db.giftListLine.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({ excluded: true, excludeReason: surplusReason })
    await undo(merged.json.id)
    expect((await api.db.giftListLine.findUniqueOrThrow({ where: { id: own.id } })).excluded).toBe(false)
  })

  test('that was given twice is told, and both stay on the list', async () => {
    const pair = await twins()
    const list = await listOf()
    for (const { id } of [pair.kept, pair.gone]) {
      const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: id })
      await makeHandOut(api.db, { lineId: line.id, handedOutById: union.userId })
    }
    expect((await merge(pair)).json.twice).toEqual({ gifts: [list.name], awards: [] })
    expect((await union.call(giftLists.get, { params: { id: list.id } })).json).toMatchObject({ entitled: 2, handedOut: 2 })
  })
})

describe('at once', () => {
  test('two people merging the same two records: one does', async () => {
    const pair = await twins()
    const other = await api.person(['union'])
    const swapped = { kept: pair.gone, gone: pair.kept }
    const answers = await Promise.all([merge(pair), merge(pair, {}, other), merge(swapped, {}, other)])
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    expect(await api.db.child.count({ where: { id: { in: [pair.kept.id, pair.gone.id] }, mergedIntoId: { not: null } } })).toBe(1)
  })

  test('a desk that had read its line before the merge gives no second gift', async () => {
    const pair = await twins()
    const list = await listOf()
    await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.kept.id })
    const surplus = await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.gone.id })
    const taken = {
      lineId: surplus.id,
      giftKindId: list.giftKindId,
      unitValue: 1n,
      handedOutAt: new Date(),
      handedOutById: union.userId,
      collectorName: 'Bố',
    }
    let desk: Promise<unknown> | undefined
    await api.db.$transaction(async (tx) => {
      await tx.giftListLine.update({ where: { id: surplus.id }, data: { excluded: true, excludeReason: surplusReason } })
      // The desk's own insert, sent while the merge is not done: it waits for the line.
      desk = api.db.handOut.create({ data: taken }).then(
        () => 'given',
        (error: unknown) => String(error),
      )
      await expect.poll(async () => (await api.db.$queryRaw<unknown[]>`SELECT FROM pg_locks WHERE NOT granted`).length).toBeGreaterThan(0)
    })
    expect(await desk).toContain('HandOut_line_on_list')
  })

  test('hand-outs of both records while they are merged: one gift or two that are told, never an excluded one that was given', async () => {
    for (let round = 0; round < 4; round++) {
      const pair = await twins()
      const list = await listOf()
      const lines = [
        await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.kept.id }),
        await makeGiftListLine(api.db, { giftListId: list.id, childId: pair.gone.id }),
      ]
      const give = (id: string) => union.call(handOuts.create, { params: { id }, body: { collectorName: 'Ông nội', proxyRelation: 'ông' } })
      const [merged, ...given] = await Promise.all([merge(pair), ...lines.map(({ id }) => give(id))])
      const rows = await api.db.giftListLine.findMany({ where: { giftListId: list.id }, include: { handOut: true } })
      expect(rows.filter(({ excluded, handOut }) => excluded && handOut).length).toBe(0)
      expect(merged.status).toBe(201)
      const gifts = rows.filter(({ handOut }) => handOut).length
      expect(gifts).toBe(given.filter(({ status }) => status === 201).length)
      expect(rows.filter(({ excluded }) => !excluded).length).toBe(merged.json.twice.gifts.length > 0 ? 2 : 1)
    }
  })
})

test('a merge is not taken back over what was changed since', async () => {
  const pair = await twins()
  const merged = await merge(pair)
  const body = { ...merged.json.kept, className: '5C', notSameAs: [] }
  const people = merged.json.kept.guardians.map(({ employeeId, relation }) => ({ employeeId, relation }))
  const changed = await union.call(
    children.update,
    { params: { id: pair.kept.id }, body: { ...body, guardians: people } as never },
    { version: body.version },
  )
  expect(changed.status, JSON.stringify(changed.json)).toBe(200)
  const refused = await undo(merged.json.id)
  expect([...codeOf(refused), refused.json.details?.fields]).toEqual([409, 'MERGE_STANDS', 'changed', ['className']])

  const third = await makeChild(api.db, { guardians: [{ employeeId: (await makeEmployee(api.db)).id, relation: 'guardian' }] })
  const [other, mother] = [await twins(), await makeChild(api.db)]
  const first = await merge(other)
  expect(codeOf(await merge({ kept: mother, gone: { ...other.kept, version: 2 } }))).toEqual([409, 'MERGE_REFUSED', 'guardians'])
  await api.db.guardian.deleteMany({ where: { childId: third.id } })
  expect((await merge({ kept: third, gone: { ...other.kept, version: 2 } })).status).toBe(201)
  expect(codeOf(await undo(first.json.id))).toEqual([409, 'MERGE_STANDS', 'mergedOn'])
})
