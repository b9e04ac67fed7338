import { annexes } from '@chung-tay/contracts/annex'
import { reports } from '@chung-tay/contracts/report'
import { docxWords } from '@chung-tay/documents/opened'
import { presetAnnex } from '@chung-tay/domain/report/annex'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { drawFrom, makeMonth } from '@chung-tay/testing/report'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  ;[office, leader] = [await api.person(['office']), await api.person(['leadership'])]
})
afterAll(() => api.stop())

let year = 2040
const makeYear = async (seed = year) => {
  const campaign = await makeCampaign(api.db, { year: ++year })
  return { campaign, month: await makeMonth(api.db, campaign, drawFrom(seed)), params: { campaignId: campaign.id } }
}
const heading = { id: null, indicator: null, label: 'Truyền thông', unit: '', by: [], filter: {} }
const onZalo = {
  id: null,
  indicator: 'publications' as const,
  label: 'Tin, bài trên Zalo',
  unit: 'tin',
  by: ['kind' as const],
  filter: { channel: ['zalo'] },
}

describe('the annex of a year', () => {
  test('is the preset one until the office writes it, and has last year beside it', async () => {
    const { params } = await makeYear()
    const { json } = await leader.call(annexes.get, { params })
    expect(json.version).toBe(0)
    expect(json.rows.map(({ label }) => label)).toEqual(presetAnnex().map(({ label }) => label))
    const { json: figures } = await leader.call(reports.figures, { params })
    const tasks = figures.groups.flatMap((group) => group.figures).find(({ key, breakdown }) => key === 'tasks' && breakdown === null)
    expect(json.rows.find(({ indicator }) => indicator === 'tasks')?.figures[0]).toMatchObject({ value: tasks?.value, previous: tasks?.previous })
  })

  test('is written in its order; every figure opens its records with the filter of its line', async () => {
    const { params, month } = await makeYear(42)
    const { status, json } = await office.call(
      annexes.save,
      { params, body: { rows: [heading, onZalo, { ...onZalo, label: 'Tất cả', filter: {} }] } },
      { version: 0 },
    )
    expect([status, json.version, json.rows.map(({ label }) => label)]).toEqual([200, 1, ['Truyền thông', 'Tin, bài trên Zalo', 'Tất cả']])
    const published = month.publications.filter((row) => row.status === 'published')
    expect(json.rows.map(({ figures }) => figures[0]?.value)).toEqual([
      undefined,
      published.filter(({ channel }) => channel === 'zalo').length,
      published.length,
    ])
    const row = json.rows[1]?.id ?? ''
    const records = await leader.call(reports.records, { params: { ...params, key: 'publications' }, query: { row } })
    expect([records.json.sum, records.json.total]).toEqual([json.rows[1]?.figures[0]?.value, json.rows[1]?.figures[0]?.value])
    const elsewhere = await makeYear()
    expect((await leader.call(reports.records, { params: { ...elsewhere.params, key: 'publications' }, query: { row } })).status).toBe(404)
    const again = await office.call(
      annexes.save,
      { params, body: { rows: [json.rows[2], json.rows[1]].flatMap((line) => line ?? []) } },
      { version: 1 },
    )
    expect(again.json.rows.map(({ id }) => id)).toEqual([json.rows[2]?.id, row])
  })

  test('what its indicator does not know is refused with the line; of two saves at once one is kept', async () => {
    const { params } = await makeYear()
    const save = (rows: (typeof onZalo)[]) => office.call(annexes.save, { params, body: { rows } }, { version: 0 })
    const strange = await save([onZalo, { ...onZalo, filter: { fund: ['x'] } as never }])
    expect([strange.status, strange.json.code, strange.json.details]).toMatchObject([422, 'ANNEX_LINE_REFUSED', { line: 2, strange: ['fund'] }])
    expect((await save([{ ...onZalo, filter: { channel: ['telepathy'] } }])).json.code).toBe('ANNEX_LINE_REFUSED')
    expect((await save([{ ...onZalo, filter: { weather: ['x'] } as never }])).json.code).toBe('INVALID')
    expect((await save([])).json.code).toBe('ANNEX_EMPTY')
    const both = await Promise.all([save([onZalo]), save([onZalo, onZalo])])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const rows = await api.db.annexRow.count({ where: { campaignId: params.campaignId } })
    expect(rows).toBe(both[0]?.status === 200 ? 1 : 2)
  })

  test('is given back its preset lines, and taken over from the year before with its periods', async () => {
    const { params, campaign } = await makeYear()
    const rows = [{ ...onZalo, filter: { channel: ['zalo'], from: `${campaign.year}-06-01`, to: `${campaign.year}-06-15` } }]
    await office.call(annexes.save, { params, body: { rows } }, { version: 0 })
    const next = await makeYear()
    const copied = await office.call(annexes.copy, { params: next.params }, { version: 0 })
    expect(copied.json.rows.map(({ label, filter }) => [label, filter])).toEqual([
      [onZalo.label, { channel: ['zalo'], from: `${campaign.year + 1}-06-01`, to: `${campaign.year + 1}-06-15` }],
    ])
    // The year before is counted over its own period.
    const { json: before } = await office.call(annexes.get, { params })
    expect(copied.json.rows[0]?.figures[0]?.previous).toBe(before.rows[0]?.figures[0]?.value)
    const restored = await office.call(annexes.restore, { params }, { version: 1 })
    expect([restored.json.version, restored.json.rows.length]).toEqual([2, presetAnnex().length])
  })

  test('stands on the paper as its lines say, and no longer moves once the report is signed', async () => {
    const { params } = await makeYear(42)
    await api.db.campaign.update({ where: { id: params.campaignId }, data: { status: 'running' } })
    const first = await office.call(reports.create, { params })
    await office.call(annexes.save, { params, body: { rows: [heading, onZalo] } }, { version: 0 })
    const docx = await api.app.inject({ url: `/api/campaigns/${params.campaignId}/report.docx`, headers: { cookie: office.cookie } })
    const words = docxWords(docx.rawPayload)
    expect(words).toContain('Tin, bài trên Zalo')
    expect(words).toContain('Truyền thông')
    expect(words).not.toContain('Suất quà đã trao')
    const stale = await office.call(reports.submit, { params: { id: first.json.id } }, { version: first.json.version })
    expect(stale.status).toBe(412)
    const { json: now } = await office.call(reports.get, { params })
    const submitted = await office.call(reports.submit, { params: { id: first.json.id } }, { version: now.report?.version ?? 0 })
    const refused = await office.call(annexes.restore, { params }, { version: 1 })
    expect(refused.json.code).toBe('TRANSITION_NOT_ALLOWED')
    await leader.call(reports.sign, { params: { id: first.json.id } }, { version: submitted.json.version })
    expect((await office.call(annexes.restore, { params }, { version: 1 })).json.code).toBe('REPORT_SIGNED')
    const { snapshot } = await api.db.report.findUniqueOrThrow({ where: { id: first.json.id } })
    const { json: annex } = await office.call(annexes.get, { params })
    expect((snapshot as { annex: unknown }).annex).toEqual(annex.rows.map(({ id: _, ...line }) => line))
  })

  test('signed out 401, wrong role 403, no such year 404', async () => {
    const { params } = await makeYear()
    const head = await api.person(['unitHead'])
    expect((await api.call(annexes.get, { params })).status).toBe(401)
    expect((await head.call(annexes.get, { params })).status).toBe(403)
    expect((await leader.call(annexes.restore, { params }, { version: 0 })).status).toBe(403)
    expect((await office.call(annexes.restore, { params: { campaignId: crypto.randomUUID() } }, { version: 0 })).status).toBe(404)
    const { json } = await office.call(annexes.choices, { params })
    expect(json.unit.length).toBeGreaterThan(2)
  })
})
