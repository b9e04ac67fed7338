import { expect, test } from 'vitest'
import { accountBook } from './books.ts'
import { dayBook } from './day-book.ts'
import { toDocx } from './docx.ts'
import { fundBook } from './fund-book.ts'
import { giftSigningPaper } from './gift-signing-list.ts'
import { docxTexts, mainPart, type PdfPage, packed, pdfPages } from './opened.ts'
import { toPdf } from './pdf.ts'

const signers = ['Người ghi sổ', 'Thủ quỹ', 'Chủ tịch Công đoàn'].map((title) => ({ title, name: null }))
const agency = { parentName: 'UBND tỉnh Bắc Giang', name: 'Sở Khoa học và Công nghệ', place: 'Bắc Giang' }
const bound = { agency, from: '2021-06-01', to: '2021-06-30', on: '2021-07-01', signers }
const moved = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ on: '2021-06-05', number: `BT${index}`, memo: 'Nhận', received: 1000, paid: 0 }))
const account = (count: number) =>
  accountBook({
    ...bound,
    title: 'Sổ quỹ tiền mặt',
    fund: null,
    opening: 0,
    lines: moved(count).map((one, index) => ({ ...one, balance: 1000 * (index + 1) })),
  })

const textOf = ({ texts }: PdfPage): string => packed(texts.map(({ text }) => text))
const pageOf = (pages: PdfPage[], text: string) => pages.findLastIndex((page) => textOf(page).includes(packed([text])))

// Somewhere among these lengths the table ends a page and the signatures would have the next one to themselves.
test.each(Array.from({ length: 9 }, (_, index) => 5 + index))(
  'the places to sign stay with the last line and the totals of a book of %i lines',
  async (count) => {
    const pages = await pdfPages(await toPdf(account(count)))
    const places = ['Cộng phát sinh trong kỳ', 'Số dư cuối kỳ', 'Bắc Giang, ngày', 'THỦ QUỸ'].map((text) => pageOf(pages, text))
    const last = pageOf(pages, `BT${count - 1}`)
    expect([last, ...places]).toEqual([...places, last])
    // Nothing was lost or printed twice on the way, and each page of the table has its head.
    expect(pages.map(textOf).join('').split('Nhận').length - 1).toBe(count)
    for (const page of pages) expect(textOf(page)).toContain('Diễngiải')
  },
)

test.each(Array.from({ length: 5 }, (_, index) => 5 + index))('so they do on a list of %i gifts', async (count) => {
  const rows = Array.from({ length: count }, (_, index) => ({
    childName: `Cháu ${index}.`,
    birthYear: 2015,
    parentNames: 'Trần Văn An',
    unitName: 'Văn phòng',
    value: 200_000,
    collected: null,
  }))
  const pages = await pdfPages(
    await toPdf(
      giftSigningPaper({
        agency,
        occasion: 'Tết Thiếu nhi',
        gift: { name: 'Cặp sách', measure: 'chiếc' },
        handedOutOn: '2021-06-01',
        rows,
        signers,
      } as never),
    ),
  )
  expect(pageOf(pages, 'THỦ QUỸ')).toBe(pageOf(pages, `Cháu ${count - 1}.`))
})

test('Word is told the same', async () => {
  const xml = mainPart(await toDocx(account(3)))
  const rowsOf = xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? []
  const kept = rowsOf.filter((row) => row.includes('BT2') || row.includes('Cộng phát sinh') || row.includes('Số dư cuối kỳ'))
  expect(kept).toHaveLength(3)
  for (const row of kept) expect(row).toContain('<w:keepNext/>')
  expect(rowsOf.find((row) => row.includes('BT1'))).not.toContain('<w:keepNext/>')
})

test('the fund book says what is left after each movement and what it is made of; a book of the year begins with what the last one left', async () => {
  const lines = [
    {
      on: '2021-03-02',
      number: 'BT0001/2021',
      memo: 'PT0001/2021 Đặng Thị Hồng',
      account: '111',
      against: '511',
      received: 500,
      paid: 0,
      balance: 700,
    },
    { on: '2021-03-03', number: 'BT0002/2021', memo: 'Mua vở', account: '111', against: '611', received: 0, paid: 300, balance: 400 },
  ]
  const parts = [
    { name: 'tiền mặt', balance: 350 },
    { name: 'hiện vật', balance: 50 },
  ]
  const texts = docxTexts(await toDocx(fundBook({ ...bound, from: '2021-01-01', fund: 'Quỹ Bảo trợ', opening: 200, lines, parts })))
  for (const text of ['SỔ CHI TIẾT QUỸ', 'Quỹ Bảo trợ', 'Số dư đầu năm', '700', 'Số dư cuối kỳ', '400', 'Trong đó: hiện vật'])
    expect(texts).toContain(text)
})

test('the day book adds each day up and says what there was in the evening', async () => {
  const line = { memo: 'Nhận', fund: 'Quỹ Bảo trợ', method: 'Tiền mặt', received: 0, paid: 0 }
  const lines = [
    { ...line, on: '2021-06-02', paper: 'PT0001/2021', received: 500 },
    { ...line, on: '2021-06-02', paper: 'PC0001/2021', paid: 120 },
    { ...line, on: '2021-06-04', paper: 'PT0002/2021', received: 70 },
  ]
  const texts = docxTexts(await toDocx(dayBook({ ...bound, opening: 1000, lines })))
  const after = (text: string) => texts.slice(texts.indexOf(text) + 1, texts.indexOf(text) + 4)
  expect(after('Cộng ngày 02/06/2021')).toEqual(['500', '120', '1.380'])
  expect(after('Cộng ngày 04/06/2021')).toEqual(['70', '0', '1.450'])
  expect(after('Cộng phát sinh trong kỳ')).toEqual(['570', '120', '1.450'])
  expect(texts.filter((text) => text === '02/06/2021')).toHaveLength(1)
})
