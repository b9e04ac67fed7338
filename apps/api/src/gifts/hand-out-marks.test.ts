import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

const signature = '10,20 30,40 60,35;200,80 240,90'
const collected = { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội' }

/** Two lines of one family on an approved list. */
const family = async () => {
  const { id: employeeId } = await makeEmployee(api.db)
  const kind = await makeGiftKind(api.db, { stockOnHand: 10 })
  const list = await makeGiftList(api.db, { giftKindId: kind.id, status: 'approved' })
  const lines = []
  for (const name of ['Lò Gia Bảo', 'Lò Gia Linh']) {
    const child = await makeChild(api.db, { name, guardians: [{ employeeId, relation: 'mother' }] })
    lines.push(await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id }))
  }
  const [first, second] = lines
  if (!first || !second) throw new Error('Two lines were made')
  return { list, first, second }
}

const give = (id: string, extra: object = {}) => union.call(handOuts.create, { params: { id }, body: { ...collected, ...extra } })
const shown = (id: string, person = union) => person.call(handOuts.get, { params: { id } })

/** How many pictures the printed signing list holds. */
const pictures = async (listId: string) => {
  const url = `/api${giftLists.signingListPdf.path.replace(':id', listId)}`
  const { rawPayload } = await api.app.inject({ url, headers: { cookie: union.cookie } })
  return rawPayload.toString('latin1').split('/Subtype /Image').length - 1
}

describe('a signature on the screen', () => {
  test('stays with its hand-out, is printed, and outlives an undo without being the next one’s', async () => {
    const { list, first } = await family()
    expect((await give(first.id, { signature: '<svg/>' })).status).toBe(400)
    expect((await shown(first.id)).status).toBe(404)
    const unsigned = await pictures(list.id)
    const given = await give(first.id, { signature })
    expect(given.status).toBe(201)
    expect(JSON.stringify(given.json)).not.toContain('10,20')
    expect((await shown(first.id)).json).toMatchObject({ childName: 'Lò Gia Bảo', handOut: collected, signature, photos: [] })
    expect((await shown(first.id, await api.person(['unitHead']))).status).toBe(403)
    expect((await api.call(handOuts.get, { params: { id: first.id } })).status).toBe(401)

    expect(await pictures(list.id)).toBe(unsigned + 1)

    const leader = await api.person(['leadership'])
    await leader.call(handOuts.undo, { params: { id: first.id }, body: { reason: 'Bấm nhầm cháu' } })
    await give(first.id)
    expect((await shown(first.id)).json.signature).toBeNull()
    expect(await api.db.handOutSignature.findMany({ where: { lineId: first.id } })).toMatchObject([{ id: given.json.id, strokes: signature }])
  })
})

describe('a photo of a hand-out', () => {
  test('is kept only when each child it shows has the consent', async () => {
    const { list, first, second } = await family()
    const { id: fileId } = await makePhoto(api.db, union.userId, { sha256: await api.services.files.put(Buffer.from('ảnh trao quà')) })
    const add = (person = union) => person.call(handOuts.photo, { params: { id: first.id }, body: { fileId, withLineIds: [second.id] } })
    const agree = (childId: string) =>
      makeConsent(api.db, { childId, purpose: 'publishPhoto', childAgreed: true, recordedById: union.userId, givenByName: 'Mẹ' })
    expect((await add()).status).toBe(404)
    for (const { id } of [first, second]) await give(id)
    await agree(first.childId)
    const refused = await add()
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([422, 'PHOTO_NEEDS_CONSENT', { childNames: ['Lò Gia Linh'] }])
    const desk = async () => (await union.call(handOuts.desk, { params: { id: list.id } })).json.families[0]?.lines.map((line) => line.mayPhotograph)
    expect(await desk()).toEqual([true, false])
    await agree(second.childId)
    expect(await desk()).toEqual([true, true])
    expect((await add(await api.person(['leadership']))).status).toBe(403)
    expect((await add()).status).toBe(201)
    for (const { id } of [first, second]) expect((await shown(id)).json.photos).toMatchObject([{ id: fileId }])
    expect((await add()).json.code).toBe('FILE_NOT_YOURS')
  })

  test('and the signature go with the child, and only by the function of the database', async () => {
    const { first, second } = await family()
    const { id: fileId } = await makePhoto(api.db, union.userId, { sha256: await api.services.files.put(Buffer.from('ảnh')) })
    for (const { id } of [first, second]) await give(id, { signature })
    await api.db.handOutPhoto.createMany({ data: [first, second].map(({ id }) => ({ fileId, lineId: id })) })
    await expect(api.db.handOutSignature.deleteMany({ where: { lineId: first.id } })).rejects.toThrow()
    const gone = await api.db.$queryRaw<{ id: string }[]>`SELECT "erase_hand_out_marks"(${first.childId}::uuid) AS id`
    expect(gone).toEqual([{ id: fileId }])
    expect([(await shown(first.id)).json.signature, (await shown(second.id)).json]).toMatchObject([null, { signature, photos: [] }])
  })
})
