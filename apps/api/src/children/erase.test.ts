import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awardDecisions } from '@chung-tay/contracts/awards'
import { childMerges } from '@chung-tay/contracts/child-merges'
import { children } from '@chung-tay/contracts/children'
import { dataRequests } from '@chung-tay/contracts/data-requests'
import { events } from '@chung-tay/contracts/events'
import { files } from '@chung-tay/contracts/files'
import { giftListLines } from '@chung-tay/contracts/gift-lines'
import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { nominations } from '@chung-tay/contracts/nominations'
import { publications } from '@chung-tay/contracts/publications'
import { reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { erasedName } from '@chung-tay/domain/children/erasure'
import { foldText } from '@chung-tay/domain/text'
import { makeAwardTier } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makePhoto } from '@chung-tay/testing/tasks'
import { workbookOf } from '@chung-tay/testing/workbook'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { uploadBytes } from '../imports/test-upload.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let office: Person
let leader: Person
let mother: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
  mother = await api.person()
})
afterAll(() => api.stop())

/** Words that nobody else has, each planted somewhere. The proxy is a stranger to every table but the hand-out. */
const name = 'Lò Khướu Bạc'
const canaries = [
  ...[name, name.toUpperCase(), foldText(name), 'Lò Khướu Bạk'],
  ...['Trường Tiểu học Sơn Ca Hót', '9Q7', 'Ghi chú kín', 'Giải nhì Ốc Sên', 'Tòng Thị Nhận Thay', 'bà dì ba', '2014-03-09', '2014-09-03'],
  ...['Đơn viết tay', 'giay-kin.pdf'],
]

/** Everything that lies on the disk of the database and the files, as text: every column of every table, whatever comes later. */
const traces = async (): Promise<string[]> => {
  const tables = await api.db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`
  const found: string[] = []
  const look = (place: string, text: string) => {
    for (const canary of canaries) if (text.includes(canary) || text.includes(Buffer.from(canary).toString('hex'))) found.push(`${place}: ${canary}`)
  }
  for (const { schema, name: table } of tables) {
    const rows = await api.db.$queryRawUnsafe<{ row: string }[]>(`SELECT one::text AS row FROM "${schema}"."${table}" one`)
    for (const { row } of rows) look(table, row)
  }
  const folder = filesFolder()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) look('files', (await readFile(join(entry.parentPath, entry.name))).toString('utf8'))
  }
  return [...new Set(found)].toSorted()
}
const filesFolder = () => String(api.services.files.open('ab').on('error', () => {}).path).replace(/\/ab\/ab$/, '')

const upload = async (person: Person, fileName: string, words: string) => {
  const boundary = 'paper'
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n% ${words}\n\r\n--${boundary}--\r\n`
  const headers = { cookie: person.cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await api.app.inject({ method: 'POST', url: '/api/files', headers, payload })
  expect(answer.statusCode, answer.body).toBe(201)
  return (answer.json() as { id: string }).id
}

const ok = <Answer extends { status: number; json: unknown }>(answer: Answer): Answer => {
  expect(answer.status, JSON.stringify(answer.json)).toBeLessThan(300)
  return answer
}

const bodyOf = (employeeId: string, overrides = {}) => ({
  ...{ name, birthDate: '2014-03-09', sex: 'male' as const, schoolLevel: 'primary' as const, school: 'Trường Tiểu học Sơn Ca Hót', className: '9Q7' },
  ...{ circumstances: 'Ghi chú kín', guardians: [{ employeeId, relation: 'mother' as const }], notSameAs: [] },
  ...overrides,
})

/** A child that left its traces through every noun: entered, merged, consented, given to, nominated, told about. */
const plant = async () => {
  const { json: child } = ok(await mother.call(children.create, { body: bodyOf(mother.employee.id) }))
  const twin = ok(await union.call(children.create, { body: bodyOf(mother.employee.id, { name: 'Lò Khướu Bạk', birthDate: '2014-09-03' }) })).json
  const sides = {
    name: 'kept',
    birthDate: 'kept',
    sex: 'kept',
    schoolLevel: 'kept',
    school: 'kept',
    className: 'kept',
    circumstances: 'kept',
  } as const
  const merging = { goneId: twin.id, goneVersion: 1, choice: sides }
  ok(await union.call(childMerges.merge, { params: { id: child.id }, body: merging }, { version: 1 }))
  const params = { id: child.id }
  const given = ok(await mother.call(children.giveConsent, { params, body: { method: 'account', purpose: 'event', childAgreed: false } })).json
  ok(await mother.call(children.withdrawConsent, { params: { id: given.id }, body: { reason: `Ghi chú kín của ${name}` } }, { version: 1 }))
  ok(await mother.call(children.giveConsent, { params, body: { method: 'account', purpose: 'publishName', childAgreed: true } }))
  const paper = { method: 'paper', purpose: 'publishPhoto', givenByName: 'Tòng Thị Nhận Thay', relation: 'guardian', givenOn: '2021-05-20' } as const
  const scan = await upload(union, 'giay-kin.pdf', 'Đơn viết tay')
  ok(await union.call(children.giveConsent, { params, body: { ...paper, childAgreed: true, fileIds: [scan] } }))
  const campaign = await makeCampaign(api.db)
  const { lineId, listId } = await giveGift(campaign.id, child.id)
  const decisionId = await award(campaign.id, child.id)
  await mention(campaign.id)
  await addLater(campaign.id, child.id)
  const sheets = await uploadLists()
  return { sheets, child, campaign, lineId, listId, decisionId }
}

const giveGift = async (campaignId: string, childId: string) => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 9 })
  const list = await makeGiftList(api.db, { campaignId, giftKindId: kind.id, status: 'approved' })
  const { id: lineId } = await makeGiftListLine(api.db, { giftListId: list.id, childId })
  const give = { params: { id: lineId }, body: { collectorName: 'Tòng Thị Nhận Thay', proxyRelation: 'bà dì ba' } }
  ok(await union.call(handOuts.create, give))
  ok(await leader.call(handOuts.undo, { params: { id: lineId }, body: { reason: `Nhầm cháu ${name}` } }))
  ok(await union.call(handOuts.create, { ...give, body: { ...give.body, signature: '10,20 12,24;300,80' } }))
  const { id: fileId } = await makePhoto(api.db, union.userId, { sha256: await api.services.files.put(Buffer.from('Đơn viết tay: ảnh trao quà')) })
  ok(await union.call(handOuts.photo, { params: { id: lineId }, body: { fileId, withLineIds: [] } }))
  return { lineId, listId: list.id }
}

/** Onto an approved list of another gift: once let in, once still waiting. */
const addLater = async (campaignId: string, childId: string) => {
  for (const decided of [true, false]) {
    const list = await makeGiftList(api.db, { campaignId, status: 'approved' })
    ok(await union.call(giftListSupplements.add, { params: { id: list.id }, body: { childId, reason: `Ghi chú kín của ${name}` } }))
    const [supplement] = (await union.call(giftListSupplements.list, { params: { id: list.id } })).json.items
    if (!decided || !supplement) continue
    const params = { id: supplement.id }
    ok(await union.call(giftListSupplements.submit, { params }, { version: supplement.version }))
    ok(await leader.call(giftListSupplements.approve, { params }, { version: supplement.version + 1 }))
  }
}

/** Lists as they were sent, one of text and one of another form, and one that does not know the child; a row was answered by hand. */
const uploadLists = async () => {
  const rows = (child: string) => [
    ['Họ tên con', 'Ngày sinh', 'Cán bộ'],
    [child, '5 tuổi', 'Ghi chú kín'],
  ]
  const csv = (child: string) =>
    Buffer.from(
      rows(child)
        .map((cells) => cells.join(','))
        .join('\r\n'),
    )
  const text = await uploadBytes(api, union, csv(name.normalize('NFD')), 'danh-sach.csv')
  const book = await uploadBytes(api, union, workbookOf({ rows: rows(name.toUpperCase()) }))
  const other = await uploadBytes(api, union, workbookOf({ rows: rows('Nguyễn Thị Khác Hẳn') }), 'khac.xlsx')
  const { sha256 } = await api.db.file.findUniqueOrThrow({ where: { id: text } })
  await api.db.importAnswer.create({ data: { sha256, row: 2, answer: { birthDate: '2014-03-09' } } })
  return { text, book, other }
}

const award = async (campaignId: string, childId: string) => {
  const { id: tierId } = await makeAwardTier(api.db, { campaignId })
  const nominate = async (year: string, tier: string) => {
    const fileIds = [await upload(mother, 'giay-kin.pdf', `Đơn viết tay ${year}`)]
    const body = { childId, tierId: tier, school: 'Trường Tiểu học Sơn Ca Hót', className: '9Q7', schoolLevel: 'primary' as const }
    return ok(await mother.call(nominations.create, { params: { campaignId: year }, body: { ...body, achievement: 'Giải nhì Ốc Sên', fileIds } }))
      .json
  }
  const { id, version } = await nominate(campaignId, tierId)
  ok(await union.call(nominations.approve, { params: { id } }, { version }))
  const draft = ok(await union.call(awardDecisions.create, { params: { campaignId } })).json
  ok(
    await leader.call(awardDecisions.sign, { params: { id: draft.id }, body: { number: '87', decidedOn: '2021-06-18' } }, { version: draft.version }),
  )
  const other = await makeCampaign(api.db)
  const open = await nominate(other.id, (await makeAwardTier(api.db, { campaignId: other.id })).id)
  ok(await union.call(nominations.return, { params: { id: open.id }, body: { reason: `Ghi chú kín: ${name}` } }, { version: open.version }))
  return draft.id
}

const mention = async (campaignId: string) => {
  const where = { unitId: union.employee.unitId, heldOn: '2021-06-10', place: 'Hội trường' }
  const event = ok(
    await union.call(events.create, { params: { campaignId }, body: { ...where, kind: 'outing', name: `Chuyến đi của ${name}` } }),
  ).json
  expect(event.id).toBeDefined()
  const communications = await api.person(['communications'])
  const news = {
    kind: 'news',
    channel: 'website',
    title: `Gương sáng ${name.toUpperCase()}`,
    content: '',
    url: null,
    plannedOn: '2021-06-10',
  } as const
  ok(await communications.call(publications.create, { params: { campaignId }, body: { ...news, unitId: null, fileIds: [] } }))
}

const signReport = async (campaignId: string) => {
  const begun = ok(await office.call(reports.create, { params: { campaignId } })).json
  const waiting = ok(await office.call(reports.submit, { params: { id: begun.id } }, { version: begun.version })).json
  return ok(await leader.call(reports.sign, { params: { id: begun.id } }, { version: waiting.version })).json
}

const ask = async (childId: string) =>
  ok(await mother.call(dataRequests.create, { params: { id: childId }, body: { kind: 'erasure', text: `Xin xóa hồ sơ ${name}, Ghi chú kín` } })).json

describe('one child erased', () => {
  test('leaves no trace in tables, files and kept answers; sums, stock and what was signed stay', async () => {
    expect(await traces()).toEqual([])
    const { sheets, child, campaign, lineId, listId, decisionId } = await plant()
    const report = await signReport(campaign.id)
    const stateOf = async () => ({
      report: (await office.call(reportArchive.differences, { params: { id: report.id } })).json,
      list: (({ entitled, handedOut, stockOnHand }) => ({ entitled, handedOut, stockOnHand }))(
        (await union.call(giftLists.get, { params: { id: listId } })).json,
      ),
      decision: (({ children: count, total }) => ({ count, total }))((await union.call(awardDecisions.get, { params: { id: decisionId } })).json),
    })
    const before = await stateOf()
    expect(before).toMatchObject({ report: { intact: true, items: [] }, list: { entitled: 1, handedOut: 1 }, decision: { count: 1 } })
    const request = await ask(child.id)
    const accepted = ok(
      await office.call(dataRequests.accept, { params: { id: request.id }, body: { answer: `Sẽ xóa hồ sơ ${name}` } }, { version: 1 }),
    ).json

    // The search is worth something: what was planted is found, in all these places.
    const planted = await traces()
    for (const place of [
      'Child',
      'AuditEntry',
      'IdempotencyKey',
      'HandOut',
      'UndoneHandOut',
      'StockMovement',
      'Nomination',
      'AwardDecision',
      'GiftListAddition',
      'GiftListLine',
      'ImportAnswer',
      'files',
    ]) {
      expect(
        planted.some((found) => found.startsWith(`${place}:`)),
        place,
      ).toBe(true)
    }
    for (const canary of canaries)
      expect(
        planted.some((found) => found.endsWith(canary)),
        canary,
      ).toBe(true)

    const preview = ok(await union.call(dataRequests.erasure, { params: { id: request.id } })).json
    expect(preview).toMatchObject({
      childName: name,
      erased: { guardians: 1, consents: 3, files: 6, nominations: 1, giftLines: 0 },
      kept: { handOuts: 1, awards: 1, decisions: ['87'], reports: [] },
      shared: false,
    })
    const erase = (person: Person, confirm = name) =>
      person.call(dataRequests.erase, { params: { id: request.id }, body: { confirm } }, { version: accepted.version })
    const itself = await erase(office)
    expect([itself.status, itself.json.code]).toEqual([409, 'ERASE_BY_ANOTHER'])
    expect((await erase(union, 'Lò Khướu')).json.fields).toMatchObject([{ path: 'confirm', code: 'other_name' }])
    expect(await traces()).toEqual(planted)
    const erased = ok(await erase(union)).json
    expect(erased).toMatchObject({ status: 'fulfilled', childName: null, text: '', erased: { kept: { decisions: ['87'] }, childName: null } })

    expect(await traces()).toEqual([])
    for (const id of [sheets.text, sheets.book]) expect((await union.call(files.download, { params: { fileId: id } })).status).toBe(404)
    expect((await union.call(files.download, { params: { fileId: sheets.other } })).status).toBe(200)
    expect(await api.db.handOutSignature.count({ where: { lineId } })).toBe(0)
    expect(await api.db.handOutPhoto.count({ where: { lineId } })).toBe(0)
    expect(await stateOf()).toEqual(before)
    const [line] = (await union.call(giftListLines.list, { params: { campaignId: campaign.id }, query: { giftListId: listId } })).json.items
    expect(line).toMatchObject({ id: lineId, childName: erasedName, guardians: [], handOut: { collectorName: erasedName } })
    expect((await union.call(awardDecisions.get, { params: { id: decisionId } })).json.awards).toMatchObject([
      { childName: erasedName, parentName: '' },
    ])
    expect((await union.call(children.list, { query: { q: 'lo khuou' } })).json.total).toBe(0)
    expect((await union.call(children.get, { params: { id: child.id } })).status).toBe(404)
    // Who asked reads what became of it and why some is kept.
    expect((await mother.call(dataRequests.get, { params: { id: request.id } })).json).toMatchObject({
      status: 'fulfilled',
      erased: { kept: { handOuts: 1 } },
    })
    expect((await erase(union)).status).toBe(409)
  }, 120_000)

  test('a namesake keeps everything of its own', async () => {
    const shared = 'Bùi Sóc Nâu'
    const other = await makeChild(api.db, { name: shared, circumstances: 'Của cháu kia' })
    const list = await makeGiftList(api.db, { status: 'draft' })
    await makeGiftListLine(api.db, { giftListId: list.id, childId: other.id })
    const mine = ok(await mother.call(children.create, { body: bodyOf(mother.employee.id, { name: shared, birthDate: '2013-01-02' }) })).json
    const request = await ask(mine.id)
    ok(await office.call(dataRequests.accept, { params: { id: request.id }, body: { answer: '' } }, { version: 1 }))
    expect((await union.call(dataRequests.erasure, { params: { id: request.id } })).json.shared).toBe(true)
    ok(await union.call(dataRequests.erase, { params: { id: request.id }, body: { confirm: 'bùi sóc nâu' } }, { version: 2 }))
    expect(await api.db.child.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({
      name: shared,
      circumstances: 'Của cháu kia',
      active: true,
    })
    expect((await union.call(children.list, { query: { q: shared } })).json.total).toBe(1)
  })

  test('is thought of by every table that speaks of children', async () => {
    const tables = await api.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name ILIKE '%childId' ORDER BY 1`
    const known = ['Consent', 'DataRequest', 'GiftListAddition', 'GiftListLine', 'Guardian', 'Nomination', 'PublicationChild']
    expect(tables.map((table) => table.name)).toEqual(known)
  })

  test('only by the function, and only under a request that was accepted', async () => {
    const child = await makeChild(api.db)
    await expect(api.db.$queryRaw`SELECT "erase_child_traces"(${child.id}::uuid, true, 'x') AS touched`).rejects.toThrow('was not asked to be erased')
    await expect(api.db.auditEntry.updateMany({ data: { actorName: 'x' } })).rejects.toThrow()
    await expect(api.db.handOut.updateMany({ data: { collectorName: 'x' } })).rejects.toThrow()
  })
})
