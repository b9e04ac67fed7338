import { donations } from '@chung-tay/contracts/donations'
import { docxWords } from '@chung-tay/documents/opened'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

test('goods have a note of handing over under the number of their receipt, money has none', async () => {
  const union = await api.person(['union'])
  const { id: campaignId } = await makeCampaign(api.db, { status: 'running' })
  const giftKindId = (await makeGiftKind(api.db, { name: 'Sữa hộp', measure: 'thùng', stockOnHand: 0, createdById: union.userId })).id
  const goods = await makeDonation(api.db, { campaignId, items: [{ giftKindId, quantity: 4, unitValue: 320_000 }] })
  const money = await makeDonation(api.db, { campaignId })
  const get = (id: string, ending: string) =>
    api.app.inject({ url: `/api${donations.deliveryNote.path.replace(':id', id).replace('docx', ending)}`, headers: { cookie: union.cookie } })
  const { rawPayload, headers } = await get(goods.id, 'docx')
  const words = docxWords(rawPayload)
  for (const text of [
    'BIÊN BẢN GIAO NHẬN HIỆN VẬT',
    'Sữa hộp | thùng | 4 | 320.000 | 1.280.000',
    '(Bằng chữ: Một triệu hai trăm tám mươi nghìn đồng)',
    'Số: PT0001/2021',
  ])
    expect(words).toContain(text)
  expect(headers['content-disposition']).toContain('giao-nhan-PT0001-2021.docx')
  expect((await get(goods.id, 'pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await get(money.id, 'docx')).statusCode).toBe(404)
  await union.call(donations.void, { params: { id: goods.id }, body: { reason: 'Trả lại hàng hỏng' } }, { version: 1 })
  const voided = docxWords((await get(goods.id, 'docx')).rawPayload)
  expect(voided).toContain('ĐÃ HỦY – Trả lại hàng hỏng')
})
