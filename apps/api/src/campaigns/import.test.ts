import { activities } from '@chung-tay/contracts/activities'
import { files } from '@chung-tay/contracts/files'
import { type PlanImportCheck, planImports } from '@chung-tay/contracts/plan-import'
import { plannedTasks } from '@chung-tay/contracts/planned-tasks'
import { toDocx } from '@chung-tay/documents/docx'
import { plan as planDocument } from '@chung-tay/documents/plan'
import { samplePlan } from '@chung-tay/documents/sample-plan'
import { foldText } from '@chung-tay/domain/text'
import { makeUnit } from '@chung-tay/testing/agency'
import { type PaperLine, planOf2021, planVariations, wordFile, wordOf } from '@chung-tay/testing/plan-papers'
import { units as sampleUnits } from '@chung-tay/testing/sample/people'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
const names = new Map<string, string>()
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  for (const [sortOrder, { key, ...unit }] of sampleUnits.entries()) names.set((await makeUnit(api.db, { ...unit, sortOrder })).id, key)
  office = await api.person(['office'], { unitId: [...names].find(([, key]) => key === 'office')?.[0] ?? '' })
})
afterAll(() => api.stop())

const send = async ({ cookie }: Person, bytes: Uint8Array) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'ke-hoach-2021.docx')
  const encoded = new Response(form)
  const headers = { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': encoded.headers.get('content-type') ?? '' }
  return api.app.inject({ method: 'POST', url: '/api/files', headers, payload: Buffer.from(await encoded.arrayBuffer()) })
}
const upload = async (bytes: Uint8Array): Promise<string> => files.upload.response.parse((await send(office, bytes)).json()).id
const check = async (bytes: Uint8Array) => office.call(planImports.check, { query: { fileId: await upload(bytes) } })

/** With the units by their keys and days of the text in one form; marks may stand on another letter in an old spelling. */
const told = (value: unknown): unknown => {
  const plain = (text: string) =>
    names.get(text) ??
    foldText(text).replace(/(\d{1,2})(?:\/|-| thang )0?(\d{1,2})(?:\/|-| nam )(2021)/g, (_, day, month, year) => `${Number(day)}/${month}/${year}`)
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'string' ? plain(part) : part)))
}

const read = async (lines: readonly PaperLine[]): Promise<PlanImportCheck> => {
  const { status, json } = await check(wordOf(lines))
  expect(status).toBe(200)
  return json
}
const strange = ({ pieces }: PlanImportCheck) => pieces.filter(({ role }) => role === null).map(({ text }) => text)

describe('the plan of 2021', () => {
  test('is understood whole', async () => {
    const answer = await read(planOf2021)
    expect(strange(answer)).toEqual([])
    const { proposal } = answer
    expect(proposal).toMatchObject({
      letterhead: { parent: 'UBND TỈNH BẮC GIANG', agency: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', number: '/KH-KHCN', place: 'Bắc Giang', issuedOn: null },
      year: 2021,
      schoolYear: '2020-2021',
      title: 'Tổ chức Tháng hành động vì trẻ em năm 2021',
      theme: 'Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh',
      purpose: samplePlan.purposes.join('\n'),
      requirements: samplePlan.requirements.join('\n'),
      startsOn: '2021-06-01',
      endsOn: '2021-06-30',
      reportDueOn: '2021-07-05',
      recipientName: 'Sở Lao động – Thương binh và Xã hội',
      recipients: ['Lãnh đạo Sở', 'Các phòng, đơn vị trực thuộc Sở'],
      signer: { title: 'GIÁM ĐỐC', name: 'Nguyễn Thanh Bình' },
    })
    expect(proposal.legalBases).toEqual([
      {
        kind: 'Công văn',
        number: '759/LĐTB&XH-TE&BDG',
        issuedOn: '2021-05-12',
        issuer: 'Sở Lao động – Thương binh và Xã hội',
        subject: 'hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021',
      },
    ])
    expect(proposal.activities.map(({ clause, kind }) => [clause, kind])).toEqual([
      ['II.1', 'communication'],
      ['II.2', 'donation'],
      ['II.3', 'gift'],
      ['II.4', 'award'],
      ['II.5', 'movement'],
      ['IV.1', 'organisation'],
      ['IV.2', 'organisation'],
      ['IV.3', 'organisation'],
    ])
    expect(proposal.tasks.map(({ clause, unitIds, dueOn }) => [clause, unitIds.map((id) => names.get(id)).join(' '), dueOn])).toEqual([
      ['IV.1', 'office inspectorate science technology standards application', null],
      ['IV.2', 'office', null],
      ['IV.2', 'office', null],
      ['IV.2', 'office', '2021-07-05'],
      ['IV.3', 'application', null],
    ])
  })

  test('written by the program is read alike', async () => {
    const { json } = await check(await toDocx(planDocument(samplePlan)))
    expect(strange(json)).toEqual([])
    const { proposal } = await read(planOf2021)
    expect(told(json.proposal)).toEqual(told(proposal))
  })

  test.each(Object.entries(planVariations))('with %s says the same', async (_, vary) => {
    const answer = await read(vary(planOf2021))
    expect(strange(answer)).toEqual([])
    expect(told(answer.proposal)).toEqual(told((await read(planOf2021)).proposal))
  })

  test('without its part III has no period, and nobody invents one', async () => {
    const without = planOf2021.filter(({ text }) => !/^THỜI GIAN|^Thời gian thực hiện/.test(text))
    const { proposal } = await read(without)
    expect(told(proposal)).toEqual(told({ ...(await read(planOf2021)).proposal, startsOn: null, endsOn: null }))
  })

  test('what it says of money is shown as not understood', async () => {
    const at = planOf2021.findIndex(({ text }) => text === 'TỔ CHỨC THỰC HIỆN')
    const money: PaperLine[] = [
      { mark: 'IV.', text: 'KINH PHÍ THỰC HIỆN', bold: true },
      { mark: '', text: 'Từ nguồn chi thường xuyên của Sở năm 2021.', bold: false },
    ]
    const answer = await read(planOf2021.toSpliced(at, 0, ...money))
    expect(strange(answer)).toEqual(money.map(({ text }) => text))
    expect(told(answer.proposal)).toEqual(told((await read(planOf2021)).proposal))
  })
})

describe('what is no plan to read', () => {
  const cases: [string, () => Uint8Array, string][] = [
    ['without a word', () => wordFile('<w:p/>'), 'empty'],
    ['with broken XML', () => wordFile('<w:p><w:r><<'), 'broken'],
    ['with a document type', () => wordFile('<!DOCTYPE x [<!ENTITY a "b">]><w:p/>'), 'broken'],
    ['too long', () => wordFile('<w:p><w:r><w:t>Một</w:t></w:r></w:p>'.repeat(3_001)), 'tooLarge'],
    ['that unpacks to too much', () => wordFile(`<w:p><w:r><w:t>${' '.repeat(9 * 1024 * 1024)}</w:t></w:r></w:p>`), 'tooLarge'],
    ['with a password on a part', () => encrypted(wordOf(planOf2021)), 'encrypted'],
  ]
  test.each(cases)('a file %s', async (_, made, problem) => {
    const { status, json } = await check(made())
    expect([status, json.code, json.details]).toEqual([422, 'IMPORT_UNREADABLE', { problem }])
  })

  test('an older .doc is not even stored', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
    expect((await send(office, old)).statusCode).toBe(415)
  })
})

/** The first entry says of itself that it is encrypted. */
const encrypted = (zip: Buffer): Buffer => {
  const copy = Buffer.from(zip)
  copy.writeUInt16LE(copy.readUInt16LE(copy.indexOf('PK\u0001\u0002', 0, 'latin1') + 8) | 1, copy.indexOf('PK\u0001\u0002', 0, 'latin1') + 8)
  return copy
}

describe('a confirmed plan', () => {
  const confirmed = async (year: number) => {
    const fileId = await upload(wordOf(planOf2021))
    const { proposal } = (await office.call(planImports.check, { query: { fileId } })).json
    const { title, theme, preface, purpose, requirements, recipients, recipientName, schoolYear } = proposal
    return {
      fileId,
      year,
      ...{ title, theme, preface, purpose, requirements, recipients, recipientName, schoolYear },
      startsOn: proposal.startsOn ?? '',
      endsOn: proposal.endsOn ?? '',
      reportDueOn: proposal.reportDueOn ?? '',
      legalBases: proposal.legalBases.map((basis) => ({ ...basis, issuedOn: basis.issuedOn ?? '' })),
      activities: proposal.activities.map(({ unclear: _, kind, ...activity }) => ({ ...activity, kind: kind ?? ('movement' as const) })),
      tasks: proposal.tasks.map(({ unclear: _, dueOn, ...task }) => ({ ...task, dueOn: dueOn ?? '2021-06-30' })),
    }
  }

  test('becomes a draft with its activities, planned tasks and the paper itself', async () => {
    const body = await confirmed(2021)
    const { status, json: plan } = await office.call(planImports.run, { body })
    expect([status, plan.status, plan.year]).toEqual([201, 'draft', 2021])
    const listed = await office.call(activities.list, { params: { campaignId: plan.id }, query: {} })
    expect(listed.json.items.map(({ clause }) => clause)).toEqual(['II.1', 'II.2', 'II.3', 'II.4', 'II.5', 'IV.1', 'IV.2', 'IV.3'])
    const planned = await office.call(plannedTasks.list, { params: { campaignId: plan.id } })
    expect(planned.json.items).toHaveLength(10)
    expect(await api.db.task.count({ where: { campaignId: plan.id } })).toBe(0)
    const kept = await office.call(files.list, { params: { subject: 'Campaign', recordId: plan.id } })
    expect(kept.json.items.map(({ id }) => id)).toEqual([body.fileId])
    const again = await office.call(planImports.run, { body: await confirmed(2021) })
    expect([again.status, again.json.code]).toEqual([409, 'DUPLICATE'])
    expect((await office.call(planImports.check, { query: { fileId: body.fileId } })).json.yearTaken).toBe(true)
  })

  test('is refused whole when a part is wrong', async () => {
    const body = await confirmed(2031)
    const unit = await makeUnit(api.db, { active: false })
    const [first, ...tasks] = body.tasks
    const wrong = [
      { ...body, tasks: [...tasks, { ...first, clause: 'II.9' }] },
      { ...body, tasks: [...body.tasks, ...body.tasks] },
      { ...body, activities: [...body.activities, ...body.activities.slice(0, 1)] },
      { ...body, endsOn: '2021-05-01' },
      { ...body, tasks: [...tasks, { ...first, unitIds: [unit.id] }] },
    ] as (typeof body)[]
    const answers = []
    for (const input of wrong) {
      const { status, json } = await office.call(planImports.run, { body: input })
      answers.push([status, json.code, json.fields?.[0]?.path])
    }
    expect(answers).toEqual([
      [400, 'INVALID', 'tasks.4.clause'],
      [400, 'INVALID', 'tasks.5.title'],
      [400, 'INVALID', 'activities.8.clause'],
      [400, 'INVALID', 'endsOn'],
      [409, 'UNIT_CLOSED', undefined],
    ])
    expect(await api.db.campaign.count({ where: { year: 2031 } })).toBe(0)
  })

  test('two confirm the same paper at once: one plan comes of it', async () => {
    const body = await confirmed(2041)
    const answers = await Promise.all([1, 2, 3].map(() => office.call(planImports.run, { body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect(await api.db.campaign.count({ where: { year: 2041 } })).toBe(1)
    expect(await api.db.plannedTask.count({ where: { activity: { campaign: { year: 2041 } } } })).toBe(10)
  })

  test('only the office imports, and only its own file', async () => {
    const body = await confirmed(2051)
    const callers: [Pick<Person, 'call'>, number][] = [
      [api, 401],
      [await api.person(['union']), 403],
      [await api.person(['office']), 404],
    ]
    for (const [caller, status] of callers) {
      expect((await caller.call(planImports.check, { query: { fileId: body.fileId } })).status).toBe(status)
      expect((await caller.call(planImports.run, { body })).status).toBe(status)
    }
  })
})
