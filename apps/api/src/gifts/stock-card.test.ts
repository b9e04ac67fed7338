import { handOuts } from '@chung-tay/contracts/hand-outs'
import { stockIssues } from '@chung-tay/contracts/purchases'
import { giftKinds } from '@chung-tay/contracts/stock'
import { stockCards } from '@chung-tay/contracts/stock-cards'
import { docxWords } from '@chung-tay/documents/opened'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

const wordsOf = async (id: string, period: string, cookie = union.cookie) => {
  const response = await api.app.inject({ url: `/api/gift-kinds/${id}/card.docx?${period}`, headers: { cookie } })
  expect(response.statusCode).toBe(200)
  return docxWords(response.rawPayload)
}

test('the card says what was there, what came and went by which paper, and what is left; it names no child', async () => {
  const { id: campaignId } = await makeCampaign(api.db, { year: 2021, status: 'running' })
  const { id: fundId } = await makeFund(api.db)
  const kind = await makeGiftKind(api.db, { name: 'Hộp sữa', measure: 'hộp', stockOnHand: 10 })
  await makeDonation(api.db, { campaignId, fundId, items: [{ giftKindId: kind.id, quantity: 5, unitValue: 30_000 }] })
  const list = await makeGiftList(api.db, { campaignId, giftKindId: kind.id, fundId, name: 'Quà 1-6', status: 'approved', approvedAt: new Date() })
  for (let at = 0; at < 3; at++) {
    const { id } = await makeGiftListLine(api.db, { giftListId: list.id })
    await union.call(handOuts.create, { params: { id }, body: { collectorName: 'Ông nội', proxyRelation: 'ông' } })
  }
  const undone = await api.db.handOut.findFirstOrThrow({ include: { line: { include: { child: true } } } })
  const undo = { params: { id: undone.lineId }, body: { reason: 'Trao nhầm cháu' } }
  expect((await (await api.person(['leadership'])).call(handOuts.undo, undo)).status).toBe(200)
  await union.call(stockIssues.create, { params: { campaignId } })
  const loss = { action: 'loss', quantity: 2, movedOn: '2021-06-20', reason: 'Ẩm mốc' } as const
  await union.call(giftKinds.move, { params: { id: kind.id }, body: loss })
  const words = await wordsOf(kind.id, 'from=2021-06-01&to=2021-06-30')
  for (const line of ['THẺ KHO', 'đơn vị tính: hộp', 'Trao quà: Quà 1-6 |  | 3 | ', 'Hao hụt, hỏng: Ẩm mốc |  | 2 | ']) expect(words).toContain(line)
  expect(words).toMatch(/PX0001\/2021 \| Trao quà: Quà 1-6/)
  expect(words).not.toContain(undone.line.child.name)
  const whole = await wordsOf(kind.id, 'from=2021-01-01&to=2021-12-31')
  expect(whole).toContain('Tồn đầu năm | 0')
  expect(whole).toMatch(/PT\d{4}\/2021 \| Nhận ủng hộ/)
  expect(whole).toContain(' | 16 | 5 | 11 | ')
  const later = await wordsOf(kind.id, 'from=2021-07-01&to=2021-07-31')
  expect(later).toContain('Tồn đầu kỳ | 11')
})

test('who does not read the stock gets no card, and a period that ends before it begins is refused', async () => {
  const { id } = await makeGiftKind(api.db)
  const query = { from: '2021-06-01', to: '2021-06-30' }
  const head = await api.person(['unitHead'])
  expect((await head.call(stockCards.pdf, { params: { id }, query })).status).toBe(403)
  expect((await union.call(stockCards.pdf, { params: { id }, query })).status).toBe(200)
  expect((await union.call(stockCards.pdf, { params: { id }, query: { from: '2021-06-30', to: '2021-06-01' } })).status).toBe(400)
})
