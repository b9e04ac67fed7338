import { awardDecisions } from '@chung-tay/contracts/awards'
import { childMerges } from '@chung-tay/contracts/child-merges'
import { children } from '@chung-tay/contracts/children'
import { files } from '@chung-tay/contracts/files'
import { giftListLines } from '@chung-tay/contracts/gift-lines'
import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { nominations } from '@chung-tay/contracts/nominations'
import type { ConsentPurpose } from '@chung-tay/domain/children/consent'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftList, makeGiftListLine, makeHandOut } from '@chung-tay/testing/gifts'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let leader: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  leader = await api.person(['leadership'])
  campaignId = (await makeCampaign(api.db)).id
})
afterAll(() => api.stop())

const reason = 'Gia đình rút sự đồng ý ngày 20/06/2021'

/** A child of a parent of its own, with a consent that the parent can withdraw. */
const family = async (purpose: ConsentPurpose, name = 'Lò Hạ Vy') => {
  const parent = await api.person()
  const child = await makeChild(api.db, { name, guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
  const consent = await makeConsent(api.db, { childId: child.id, purpose, childAgreed: true, recordedById: parent.userId })
  const withdraw = () =>
    parent.call(children.withdrawConsent, { params: { id: consent.id }, body: { reason: 'Đổi ý' } }, { version: consent.version })
  const again = () => parent.call(children.giveConsent, { params: { id: child.id }, body: { method: 'account', purpose, childAgreed: true } })
  return { parent, child, consent, withdraw, again }
}

const noticesTo = async ({ userId }: Person, childId: string) => {
  const rows = await api.db.notification.findMany({ where: { userId, kind: 'consentWithdrawn' } })
  return rows.map(({ data }) => data as Record<string, unknown>).filter((data) => data.childId === childId)
}

const lineOf = (id: string) => api.db.giftListLine.findUniqueOrThrow({ where: { id } })

describe('gifts', () => {
  test.each(['draft', 'submitted', 'approved'] as const)(
    'a child comes off a list that is %s, with the reason, and the union is told',
    async (status) => {
      const { child, withdraw, parent } = await family('gift')
      const list = await makeGiftList(api.db, { campaignId, status })
      const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
      const other = await makeGiftListLine(api.db, { giftListId: list.id })
      expect((await withdraw()).status).toBe(200)
      expect(await lineOf(line.id)).toMatchObject({ excluded: true, excludeReason: reason, excludedById: parent.userId })
      expect(await lineOf(other.id)).toMatchObject({ excluded: false })
      expect(await noticesTo(union, child.id)).toMatchObject([{ purpose: 'gift', giftLines: 1, publications: 0 }])
      expect(JSON.stringify(await noticesTo(union, child.id))).not.toContain(child.name)
      // Whoever was about to approve looks again.
      const { version } = await api.db.giftList.findUniqueOrThrow({ where: { id: list.id } })
      expect(version - list.version).toBe(status === 'submitted' ? 1 : 0)
      const given = await union.call(handOuts.create, { params: { id: line.id }, body: { collectorName: parent.employee.name, proxyRelation: null } })
      expect([given.status, given.json.code]).toEqual([409, status === 'approved' ? 'LINE_EXCLUDED' : 'LIST_NOT_APPROVED'])
    },
  )

  test('what was given stays, and so does a list that is closed', async () => {
    const { child, withdraw } = await family('gift')
    const approved = await makeGiftList(api.db, { campaignId, status: 'approved' })
    const given = await makeGiftListLine(api.db, { giftListId: approved.id, childId: child.id })
    await makeHandOut(api.db, { lineId: given.id, handedOutById: union.userId })
    const closed = await makeGiftList(api.db, { campaignId, status: 'closed' })
    const old = await makeGiftListLine(api.db, { giftListId: closed.id, childId: child.id })
    expect((await withdraw()).status).toBe(200)
    for (const { id } of [given, old]) expect(await lineOf(id)).toMatchObject({ excluded: false })
    expect(await noticesTo(union, child.id)).toMatchObject([{ giftLines: 0 }])
  })

  test('it leaves a supplement that waits, is not put back by hand, and comes again once the family agrees', async () => {
    const { child, withdraw, again } = await family('gift')
    const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
    const add = () => union.call(giftListSupplements.add, { params: { id: list.id }, body: { childId: child.id, reason: 'Mới chuyển về' } })
    expect((await add()).json).toMatchObject({ supplement: 1, additions: 1 })
    await withdraw()
    const shown = await union.call(giftListSupplements.list, { params: { id: list.id } })
    expect(shown.json.items[0]?.additions).toEqual([])
    expect((await add()).json).toMatchObject({ code: 'CHILD_STAYS_OUT', details: { reasons: ['consentWithdrawn'] } })
    await again()
    expect((await add()).json).toMatchObject({ supplement: 1, additions: 1 })
  })

  test('nobody puts it back on a draft, nor passes on a list with it', async () => {
    const { child, withdraw, again } = await family('gift', 'Vàng Thị Chá')
    const list = await makeGiftList(api.db, { campaignId, generatedAt: new Date() })
    const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
    await withdraw()
    const back = await union.call(giftListLines.include, { params: { id: line.id } }, { version: 2 })
    expect([back.status, back.json.code, back.json.details]).toMatchObject([409, 'CHILD_STAYS_OUT', { reasons: ['consentWithdrawn'] }])
    // As it may have come about before the program looked.
    await api.db.giftListLine.update({ where: { id: line.id }, data: { excluded: false, excludeReason: null, excludedById: null, excludedAt: null } })
    const submitted = await union.call(giftLists.submit, { params: { id: list.id } }, { version: list.version })
    expect([submitted.status, submitted.json.details]).toEqual([422, { purpose: 'gift', names: ['Vàng Thị Chá'] }])
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'submitted' } })
    const approved = await leader.call(giftLists.approve, { params: { id: list.id } }, { version: list.version })
    expect([approved.status, approved.json.code]).toEqual([422, 'CONSENT_MISSING'])
    await again()
    expect((await leader.call(giftLists.approve, { params: { id: list.id } }, { version: list.version })).json.status).toBe('approved')
  })

  test('nor a supplement with it', async () => {
    const { child, consent, again } = await family('gift', 'Vàng Thị Dín')
    const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
    const added = await union.call(giftListSupplements.add, { params: { id: list.id }, body: { childId: child.id, reason: 'Mới chuyển về' } })
    expect(added.status).toBe(201)
    // As it may have come about before the program looked.
    await api.db.consent.update({ where: { id: consent.id }, data: { withdrawnOn: new Date(), withdrawReason: 'Đổi ý' } })
    const { id, version } = await api.db.giftListSupplement.findFirstOrThrow({ where: { giftListId: list.id } })
    const submit = () => union.call(giftListSupplements.submit, { params: { id } }, { version })
    expect((await submit()).json).toMatchObject({ code: 'CONSENT_MISSING', details: { names: ['Vàng Thị Dín'] } })
    await again()
    expect((await submit()).status).toBe(200)
  })

  test('another purpose leaves the list as it is', async () => {
    const { child, withdraw } = await family('award')
    const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
    const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
    await withdraw()
    expect(await lineOf(line.id)).toMatchObject({ excluded: false })
  })
})

describe('awards', () => {
  test('an open nomination goes back, out of its draft; a signed one stays', async () => {
    const { child, parent, withdraw, again } = await family('award')
    const tier = await makeAwardTier(api.db, { campaignId, schoolLevel: null })
    const nominated = { tierId: tier.id, submittedById: parent.userId }
    const open = await makeNomination(api.db, { ...nominated, childId: child.id, status: 'approved' })
    const signed = await family('award', 'Tẩn Mỹ Dao')
    const decided = await makeNomination(api.db, { ...nominated, childId: signed.child.id, status: 'approved' })
    const draft = await union.call(awardDecisions.create, { params: { campaignId } })
    expect(draft.json.awards.map(({ childName }) => childName)).toContain(child.name)
    await withdraw()
    const seen = await leader.call(awardDecisions.get, { params: { id: draft.json.id } })
    expect([seen.json.version, seen.json.awards.map(({ childName }) => childName)]).toEqual([draft.json.version + 1, ['Tẩn Mỹ Dao']])
    expect(await api.db.nomination.findUnique({ where: { id: open.id } })).toMatchObject({
      status: 'returned',
      reviewReason: reason,
      decisionId: null,
    })
    expect(await noticesTo(union, child.id)).toMatchObject([{ purpose: 'award', nominations: 1 }])
    const resubmit = (version: number) => parent.call(nominations.resubmit, { params: { id: open.id } }, { version })
    expect((await resubmit(3)).json.code).toBe('CONSENT_MISSING')
    await again()
    expect((await resubmit(3)).json.status).toBe('submitted')

    const body = { number: '9/QĐ-KHCN', decidedOn: '2021-06-20' }
    const sign = await leader.call(awardDecisions.sign, { params: { id: draft.json.id }, body }, { version: draft.json.version + 1 })
    expect(sign.status, JSON.stringify(sign.json)).toBe(200)
    await signed.withdraw()
    expect(await api.db.nomination.findUnique({ where: { id: decided.id } })).toMatchObject({ status: 'decided', decisionId: draft.json.id })
  })
})

test('photos of a hand-out are shown to nobody until the family agrees again', async () => {
  const { child, withdraw, again } = await family('publishPhoto')
  const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
  const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
  const { id: subjectId } = await makeHandOut(api.db, { lineId: line.id, handedOutById: union.userId })
  const sha256 = await api.services.files.put(Buffer.from('ảnh trao quà'))
  const { id: fileId } = await makePhoto(api.db, union.userId, { sha256, subjectType: 'HandOut', subjectId })
  await api.db.handOutPhoto.create({ data: { fileId, lineId: line.id } })
  const shown = async () => {
    const { json } = await union.call(handOuts.get, { params: { id: line.id } })
    return [json.photos.length, json.withheldPhotos, (await union.call(files.download, { params: { fileId } })).status]
  }
  expect(await shown()).toEqual([1, 0, 200])
  await withdraw()
  expect(await shown()).toEqual([0, 1, 404])
  expect(await noticesTo(union, child.id)).toMatchObject([{ purpose: 'publishPhoto', photos: 1 }])
  await again()
  expect(await shown()).toEqual([1, 0, 200])
})

test('records that are merged bring their no along', async () => {
  const { child: kept } = await family('event', 'Sùng Seo Páo')
  const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
  const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: kept.id })
  const { child: gone, withdraw } = await family('gift', 'Sùng Seo Pao')
  await withdraw()
  const all = ['name', 'birthDate', 'sex', 'schoolLevel', 'school', 'className', 'circumstances'].map((field) => [field, 'kept'])
  const body = { goneId: gone.id, goneVersion: gone.version, choice: Object.fromEntries(all) }
  const merged = await union.call(childMerges.merge, { params: { id: kept.id }, body: body as never }, { version: kept.version })
  expect(merged.status, JSON.stringify(merged.json)).toBe(201)
  expect(await lineOf(line.id)).toMatchObject({ excluded: true, excludeReason: reason })
})
