import { reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { docxWords } from '@chung-tay/documents/opened'
import { canonicalJson } from '@chung-tay/domain/report/canonical-json'
import { makeCampaign } from '@chung-tay/testing/campaigns'
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
const submitted = async () => {
  const made = await makeReport()
  const report = made.report as Report
  return { ...made, report: (await office.call(reports.submit, ...of(report))).json }
}

const signed = async () => {
  const made = await submitted()
  return { ...made, report: (await leader.call(reports.sign, ...of(made.report))).json }
}

const download = async (campaignId: string) => {
  const response = await api.app.inject({ url: `/api/campaigns/${campaignId}/report.docx`, headers: { cookie: office.cookie } })
  return { response, text: docxWords(response.rawPayload) }
}

describe('a report is begun', () => {
  test('by the office, once, in a campaign that is approved', async () => {
    const { params, campaign } = await makeReport({ begin: false })
    expect((await api.call(reports.create, { params })).status).toBe(401)
    expect((await (await api.person(['union'])).call(reports.create, { params })).status).toBe(403)
    expect((await office.call(reports.create, { params: { campaignId: crypto.randomUUID() } })).status).toBe(404)
    expect((await office.call(reports.get, { params })).json).toEqual({ report: null })
    const made = await office.call(reports.create, { params })
    expect(made.status).toBe(201)
    expect(made.json.sections.map(({ key, level }) => [key.split(':')[0], level])).toEqual([
      ['direction', 1],
      ['results', 1],
      ...Array.from({ length: 5 }, () => ['results', 2]),
      ['assessment', 1],
      ['proposals', 1],
    ])
    expect(made.json.sections[0]?.text).toContain(`Kế hoạch số 12/KH-KHCN tổ chức Tháng hành động vì trẻ em năm ${campaign.year}`)
    const again = await office.call(reports.create, { params })
    expect([again.status, again.json.code]).toEqual([409, 'DUPLICATE'])
    const draft = await makeCampaign(api.db, { year: ++year, status: 'draft' })
    expect((await office.call(reports.create, { params: { campaignId: draft.id } })).json.code).toBe('CAMPAIGN_NOT_APPROVED')
  })

  test('also when the month is closed: that is when it is written', async () => {
    const campaign = await makeCampaign(api.db, { year: ++year, status: 'closed' })
    expect((await office.call(reports.create, { params: { campaignId: campaign.id } })).status).toBe(201)
  })

  test('and read by those who may', async () => {
    const { params } = await makeReport()
    expect((await api.call(reports.get, { params })).status).toBe(401)
    expect((await (await api.person(['unitHead'])).call(reports.get, { params })).status).toBe(403)
    for (const role of ['leadership', 'union', 'auditor'] as const) {
      expect((await (await api.person([role])).call(reports.get, { params })).json.report?.status).toBe('draft')
    }
  })
})

describe('from draft to signature', () => {
  test('each step has its role and its order', async () => {
    const { report } = await makeReport()
    const draft = report as Report
    expect((await leader.call(reports.submit, ...of(draft))).status).toBe(403)
    expect((await leader.call(reports.sign, ...of(draft))).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const waiting = (await office.call(reports.submit, ...of(draft))).json
    expect(waiting).toMatchObject({ status: 'submitted', submittedByName: office.employee.name })
    expect((await office.call(reports.sign, ...of(waiting))).status).toBe(403)
    expect((await office.call(reports.compile, ...of(waiting))).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const empty = await leader.call(reports.return, { params: { id: draft.id }, body: { reason: '' } }, { version: waiting.version })
    expect(empty.json.fields?.[0]?.path).toBe('reason')
    const back = (
      await leader.call(reports.return, { params: { id: draft.id }, body: { reason: 'Thiếu số liệu quý' } }, { version: waiting.version })
    ).json
    expect(back).toMatchObject({ status: 'draft', returnReason: 'Thiếu số liệu quý' })
    const again = (await office.call(reports.submit, ...of(back))).json
    expect(again.returnReason).toBeNull()
    expect((await leader.call(reports.sign, ...of(again))).json).toMatchObject({ status: 'signed', signedByName: leader.employee.name })
  })

  test('what is signed is what was seen: signing and editing at once, one of them wins', async () => {
    const { report } = await submitted()
    const answers = await Promise.all([
      leader.call(reports.sign, ...of(report)),
      leader.call(reports.sign, ...of(report)),
      leader.call(reports.return, { params: { id: report.id }, body: { reason: 'Xem lại' } }, { version: report.version }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(
      answers
        .filter(({ status }) => status !== 200)
        .every(({ json }) => ['STALE', 'REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'].includes(json.code ?? '')),
    ).toBe(true)
  })

  test('after the signature nothing changes; what the records would say now stands as a difference', async () => {
    const { report, campaign, month, params } = await signed()
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/)
    const section = report.sections[0]
    const edit = await office.call(
      reports.editSection,
      { params: { id: section?.id ?? '' }, body: { blocks: [] } },
      { version: section?.version ?? 0 },
    )
    expect(edit.json.code).toBe('REPORT_SIGNED')
    for (const contract of [reports.compile, reports.submit]) expect((await office.call(contract, ...of(report))).json.code).toBe('REPORT_SIGNED')
    expect(
      (await leader.call(reports.return, { params: { id: report.id }, body: { reason: 'Muộn rồi' } }, { version: report.version })).json.code,
    ).toBe('REPORT_SIGNED')
    const before = await office.call(reportArchive.differences, { params: { id: report.id } })
    expect(before.json).toEqual({ intact: true, items: [], records: [], left: 0 })

    const gone = month.publications.find(({ status }) => status === 'published')
    const { text } = await download(campaign.id)
    await api.db.publication.update({ where: { id: gone?.id ?? '' }, data: { status: 'withdrawn', withdrawReason: 'sai nội dung' } })
    const after = (await office.call(reportArchive.differences, { params: { id: report.id } })).json
    expect(after.intact).toBe(true)
    expect(after.items.map(({ key, breakdown, signed: then, now }) => [key, breakdown, now - then])).toEqual([
      ['publications', null, -1],
      ['publications', `kind:${gone?.kind}`, -1],
      ['publications', `channel:${gone?.channel}`, -1],
    ])
    expect((await download(campaign.id)).text).toBe(text)

    const issued = await office.call(
      reports.issue,
      { params: { id: report.id }, body: { number: '25', issuedOn: '2021-07-02' } },
      { version: report.version },
    )
    expect(issued.json).toMatchObject({ status: 'signed', number: '25', issuedOn: '2021-07-02', hash: report.hash })
    expect((await office.call(reports.get, { params })).json.report?.number).toBe('25')
  })

  test('a snapshot that was tampered with is found out', async () => {
    const { report } = await signed()
    await api.db.$executeRaw`UPDATE "Report" SET "snapshot" = jsonb_set("snapshot", '{campaign,title}', '"Khác"') WHERE "id" = ${report.id}::uuid`
    expect((await office.call(reportArchive.differences, { params: { id: report.id } })).json.intact).toBe(false)
    const { snapshot } = await api.db.report.findUniqueOrThrow({ where: { id: report.id } })
    expect(canonicalJson(snapshot as Parameters<typeof canonicalJson>[0])).toContain('"signer"')
  })

  test('a number is given only to what is signed, by the office', async () => {
    const { report } = await makeReport()
    const input = { params: { id: (report as Report).id }, body: { number: '25', issuedOn: '2021-07-02' } }
    expect((await api.call(reports.issue, input, { version: 1 })).status).toBe(401)
    expect((await leader.call(reports.issue, input, { version: 1 })).status).toBe(403)
    expect((await office.call(reports.issue, input, { version: 1 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await office.call(reports.issue, { ...input, params: { id: crypto.randomUUID() } }, { version: 1 })).status).toBe(404)
  })
})
