import { audit } from '@chung-tay/contracts/audit'
import { reports } from '@chung-tay/contracts/report'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { drawFrom, makeMonth } from '@chung-tay/testing/report'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

let year = 2030
const makeReport = async ({ seed = 11, begin = true } = {}) => {
  const campaign = await makeCampaign(api.db, { year: ++year, planNumber: '12' })
  const month = await makeMonth(api.db, campaign, drawFrom(seed))
  const params = { campaignId: campaign.id }
  const report = begin ? (await office.call(reports.create, { params })).json : null
  return { campaign, month, params, report }
}

type Report = NonNullable<Awaited<ReturnType<typeof makeReport>>['report']>
const of = ({ id, version }: Report) => [{ params: { id } }, { version }] as const

describe('the narrative', () => {
  test('keeps what was edited when it is compiled anew, and writes the rest from the records', async () => {
    const { campaign, report } = await makeReport()
    const section = (report as Report).sections[2]
    if (!section) throw new Error('no section')
    const edit = { params: { id: section.id }, body: { blocks: [{ type: 'paragraph' as const, runs: [{ text: 'Do văn phòng viết.' }] }] } }
    const edited = await office.call(reports.editSection, edit, { version: section.version })
    expect(edited.json.sections[2]).toMatchObject({ text: 'Do văn phòng viết.', edited: true, version: 2 })
    expect((await office.call(reports.editSection, edit, { version: section.version })).json.code).toBe('STALE')
    expect((await office.call(reports.compile, ...of(report as Report))).json.code).toBe('STALE')

    const activity = await makeActivity(api.db, { campaignId: campaign.id, kind: 'movement', title: 'Nội dung bổ sung' })
    const compiled = (await office.call(reports.compile, ...of(edited.json))).json
    expect(compiled.sections.find(({ key }) => key === section.key)?.text).toBe('Do văn phòng viết.')
    expect(compiled.sections.find(({ key }) => key === `results:${activity.clause}`)?.heading).toBe('Nội dung bổ sung')

    const kept = compiled.sections.find(({ key }) => key === section.key)
    const restored = await office.call(reports.restoreSection, { params: { id: section.id } }, { version: kept?.version ?? 0 })
    expect(restored.json.sections.find(({ key }) => key === section.key)).toMatchObject({ text: section.text, edited: false })
    const { items } = (await office.call(audit.history, { params: { subject: 'Report', id: compiled.id } })).json
    expect(items.map(({ action }) => action)).toEqual(['restoreReportSection', 'compileReport', 'editReportSection', 'createReport'])
    expect(items[2]?.changes).toEqual([{ field: section.heading, before: section.text, after: 'Do văn phòng viết.' }])
  })

  test('is changed by the office alone; bad input is located', async () => {
    const { report } = await makeReport()
    const id = (report as Report).sections[0]?.id ?? ''
    const body = { blocks: [] }
    expect((await api.call(reports.editSection, { params: { id }, body }, { version: 1 })).status).toBe(401)
    expect((await leader.call(reports.editSection, { params: { id }, body }, { version: 1 })).status).toBe(403)
    expect((await office.call(reports.editSection, { params: { id: crypto.randomUUID() }, body }, { version: 1 })).status).toBe(404)
    expect((await office.call(reports.editSection, { params: { id }, body })).json.code).toBe('VERSION_REQUIRED')
    const long = await office.call(
      reports.editSection,
      { params: { id }, body: { blocks: [{ type: 'table', rows: [['Đơn vị', 'Số bài'], ['Trung tâm']] }] } },
      { version: 1 },
    )
    expect(long.json.fields?.map(({ path }) => path)).toEqual(['blocks.0.rows'])
  })
})
