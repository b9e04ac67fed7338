import { reports } from '@chung-tay/contracts/report'
import { docxWords } from '@chung-tay/documents/opened'
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

describe('the Word file', () => {
  test('is a preview while a draft, and has letterhead, narrative, annexes and signature', async () => {
    const { campaign, report } = await makeReport()
    const { response, text } = await download(campaign.id)
    expect(response.headers['content-type']).toContain('wordprocessingml')
    expect(response.headers['content-disposition']).toContain(`bao-cao-thang-hanh-dong-${campaign.year}.docx`)
    for (const words of [
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      'BÁO CÁO',
      '/BC-KHCN',
      'Tin, bài, khẩu hiệu, thông điệp đã đăng tải',
      'Nơi nhận:',
      'Nguyễn Thanh Bình',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain((report as Report).sections[0]?.text.split('\n')[0] ?? '-')
  })

  test('is the same paper as a PDF', async () => {
    const { campaign } = await makeReport()
    const { headers, rawPayload } = await api.app.inject({ url: `/api/campaigns/${campaign.id}/report.pdf`, headers: { cookie: office.cookie } })
    expect(headers['content-type']).toContain('application/pdf')
    expect(headers['content-disposition']).toContain(`bao-cao-thang-hanh-dong-${campaign.year}.pdf`)
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a deputy signs for the head', async () => {
    const { campaign } = await signed()
    const { text } = await download(campaign.id)
    expect(text).toMatch(/KT\. GIÁM ĐỐC\nCHUYÊN VIÊN/)
    expect(text).toContain(leader.employee.name)
  })

  test('signed out 401, wrong role 403', async () => {
    const { params } = await makeReport()
    expect((await api.call(reports.document, { params })).status).toBe(401)
    expect((await (await api.person(['communications'])).call(reports.document, { params })).status).toBe(403)
  })
})
