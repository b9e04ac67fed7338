import { publications } from '@chung-tay/contracts/publications'
import { reports } from '@chung-tay/contracts/report'
import { reportArchive } from '@chung-tay/contracts/report-archive'
import { docxWords } from '@chung-tay/documents/opened'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { drawFrom, makeMonth } from '@chung-tay/testing/report'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { today: '2021-07-06' })
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

type Report = Awaited<ReturnType<typeof sign>>
const sign = async (report: { id: string; version: number }) => {
  const params = { id: report.id }
  const waiting = (await office.call(reports.submit, { params }, { version: report.version })).json
  return (await leader.call(reports.sign, { params }, { version: waiting.version })).json
}

let year = 2030
const signed = async () => {
  const campaign = await makeCampaign(api.db, { year: ++year, planNumber: '12' })
  const month = await makeMonth(api.db, campaign, drawFrom(11))
  const params = { campaignId: campaign.id }
  const begun = (await office.call(reports.create, { params })).json
  return { campaign, month, params, report: await sign(begun) }
}
const issued = async (report: Report, number = '25') => {
  const body = { number, issuedOn: '2021-07-02' }
  return (await office.call(reports.issue, { params: { id: report.id }, body }, { version: report.version })).json
}
const correct = (report: Pick<Report, 'id' | 'version'>, caller: Pick<Person, 'call'> = office) =>
  caller.call(reportArchive.correct, { params: { id: report.id }, body: { correction: 'Thiếu 2 cháu của Chi cục' } }, { version: report.version })
const wordsOf = async (path: string) => {
  const { rawPayload } = await api.app.inject({ url: `/api${path}`, headers: { cookie: office.cookie } })
  return docxWords(rawPayload)
}

describe('a signed report that was wrong', () => {
  test('is replaced by one of its own sign-off, and stays as it was', async () => {
    const { params, report, campaign } = await signed()
    const first = await issued(report)
    const { status, json: draft } = await correct(first)
    expect([status, draft.status, draft.revision, draft.correction]).toEqual([201, 'draft', 2, 'Thiếu 2 cháu của Chi cục'])
    expect(draft.replaces).toEqual({ id: first.id, revision: 1, number: '25', issuedOn: '2021-07-02' })
    expect(draft.sections.map(({ text }) => text)).toEqual(first.sections.map(({ text }) => text))
    expect((await office.call(reports.get, { params })).json.report?.id).toBe(draft.id)
    const second = await sign(draft)
    expect(second.hash).not.toBe(first.hash)

    const old = (await office.call(reportArchive.get, { params: { id: first.id } })).json
    expect([old.status, old.number, old.hash, old.replacedBy?.id]).toEqual(['signed', '25', first.hash, second.id])
    expect(await wordsOf(`/reports/${second.id}/report.docx`)).toContain('thay thế Báo cáo số 25/BC-KHCN ngày 02/7/2021')
    expect(await wordsOf(`/reports/${first.id}/report.docx`)).not.toContain('thay thế')
    const { items } = (await office.call(reportArchive.list, {})).json
    const ours = items.filter((item) => item.year === campaign.year)
    expect(ours.map(({ revision, intact }) => [revision, intact])).toEqual([
      [2, true],
      [1, true],
    ])
  })

  test('is corrected once, whoever races; neither a draft nor a replaced one is corrected', async () => {
    const { report } = await signed()
    const answers = await Promise.all([1, 2, 3].map(() => correct(report)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const draft = answers.find(({ status }) => status === 201)?.json
    if (!draft) throw new Error('no correction')
    expect((await correct(draft)).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const now = (await office.call(reportArchive.get, { params: { id: report.id } })).json
    expect((await correct(now)).json.code).toBe('REPORT_REPLACED')
    expect(await api.db.report.count({ where: { campaignId: report.campaignId } })).toBe(2)
  })

  test('signed out 401, wrong role 403, absent 404', async () => {
    const { report } = await signed()
    expect((await correct(report, api)).status).toBe(401)
    expect((await correct(report, leader)).status).toBe(403)
    expect((await correct({ id: crypto.randomUUID(), version: 1 })).status).toBe(404)
  })
})

describe('a report leaves', () => {
  const dates = (reportDueOn: string) => ({ startsOn: new Date('2021-06-01'), endsOn: new Date('2021-06-30'), reportDueOn: new Date(reportDueOn) })
  const sending = { sentOn: '2021-07-05', sentTo: 'Sở Lao động - Thương binh và Xã hội', sentVia: 'axis' as const, fileIds: [] }
  const send = (report: Report, body: Omit<typeof sending, 'sentVia'> & { sentVia: string } = sending, caller: Pick<Person, 'call'> = office) =>
    caller.call(reportArchive.send, { params: { id: report.id }, body: body as typeof sending }, { version: report.version })

  test('with a number, on a day, to somebody, by a way; and is in time or late for good', async () => {
    const { report, campaign } = await signed()
    expect((await send(report)).json.code).toBe('REPORT_NOT_ISSUED')
    const numbered = await issued(report)
    const early = await send(numbered, { ...sending, sentOn: '2021-07-01' })
    expect([early.json.code, early.json.details?.field]).toEqual(['SENT_DAY_REFUSED', 'sentOn'])
    expect((await send(numbered, { ...sending, sentVia: 'pigeon' })).json.fields?.[0]?.path).toBe('sentVia')
    expect((await send(numbered, sending, leader)).status).toBe(403)
    const { json } = await send(numbered)
    expect(json).toMatchObject({ sentOn: '2021-07-05', sentTo: sending.sentTo, sentVia: 'axis', status: 'signed', hash: report.hash })
    expect(json.daysLate).toBe(0)
    await api.db.campaign.update({ where: { id: campaign.id }, data: dates('2021-07-02') })
    expect((await office.call(reportArchive.get, { params: { id: report.id } })).json.daysLate).toBe(3)
  })
})

test('the year after compares itself with what was signed, whatever was changed since', async () => {
  const { campaign, report } = await signed()
  const said = (await office.call(reports.figures, { params: { campaignId: campaign.id } })).json
  const published = said.groups.flatMap(({ figures }) => figures).find(({ key, breakdown }) => key === 'publications' && breakdown === null)?.value
  await api.db.publication.updateMany({ where: { campaignId: campaign.id }, data: { status: 'withdrawn', withdrawReason: 'sai' } })
  const next = await makeCampaign(api.db, { year: year + 1, planNumber: '12' })
  year += 1
  const { json } = await office.call(reports.figures, { params: { campaignId: next.id } })
  const figure = json.groups.flatMap(({ figures }) => figures).find(({ key, breakdown }) => key === 'publications' && breakdown === null)
  expect([published ?? 0, figure?.previous]).toEqual([figure?.previous, published])
  expect(published).toBeGreaterThan(0)
  expect(report.status).toBe('signed')
})

describe('what changed since the signature', () => {
  test('says which record, who, what and why', async () => {
    const { report, month } = await signed()
    const published = month.publications.find(({ status }) => status === 'published')
    const id = published?.id ?? ''
    const { json: one } = await office.call(publications.get, { params: { id } })
    const writer = await api.person(['communications', 'office'])
    const gone = await writer.call(publications.withdraw, { params: { id }, body: { reason: 'Sai ngày tháng' } }, { version: one.version })
    expect(gone.status).toBe(200)
    const { json } = await office.call(reportArchive.differences, { params: { id: report.id } })
    expect(json.records).toEqual([
      expect.objectContaining({
        key: 'publications',
        subject: 'Publication',
        id,
        change: 'removed',
        byName: writer.employee.name,
        action: 'withdrawPublication',
        reason: 'Sai ngày tháng',
      }),
    ])
  })

  test('shows what came and went even where the sum is the same', async () => {
    const { report, month } = await signed()
    const [out] = month.publications.filter(({ status }) => status === 'published')
    const [came] = month.publications.filter(({ status }) => status !== 'published')
    if (!out || !came) throw new Error('the month has too few publications')
    const alike = { kind: out.kind, channel: out.channel, publishedOn: new Date('2021-06-10') }
    await api.db.publication.update({ where: { id: out.id }, data: { status: 'withdrawn', withdrawReason: 'sai' } })
    await api.db.publication.update({ where: { id: came.id }, data: { ...alike, status: 'published', withdrawReason: null } })
    const { json } = await office.call(reportArchive.differences, { params: { id: report.id } })
    expect(json.items.filter(({ key, breakdown }) => key === 'publications' && breakdown === null)).toEqual([])
    const ours = json.records.filter(({ key }) => key === 'publications').map(({ id, change }) => [id, change])
    expect(ours.sort()).toEqual(
      [
        [came.id, 'added'],
        [out.id, 'removed'],
      ].sort(),
    )
  })

  test('names no child to who may not read children', async () => {
    const { report, campaign } = await signed()
    const line = await api.db.giftListLine.findFirstOrThrow({
      where: { giftList: { campaignId: campaign.id }, handOut: { is: null }, excluded: false },
      include: { giftList: true },
    })
    const { giftKindId } = line.giftList
    await api.db.handOut.create({
      data: { lineId: line.id, giftKindId, unitValue: 1n, collectorName: 'Mẹ', handedOutAt: new Date(), handedOutById: crypto.randomUUID() },
    })
    const asked = { params: { id: report.id } }
    const seen = (await leader.call(reportArchive.differences, asked)).json.records.filter(
      ({ subject }) => subject === 'Child' || subject === 'GiftListLine',
    )
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every(({ title }) => title === null)).toBe(true)
    const open = (await office.call(reportArchive.differences, asked)).json.records
    expect(open.some(({ change, title }) => change === 'added' && title !== null)).toBe(true)
  })
})
