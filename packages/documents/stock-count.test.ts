import { expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { docxTexts, type PdfPage, packed, pdfPages } from './opened.ts'
import { toPdf } from './pdf.ts'
import { countMinutesPaper, countSheetPaper } from './stock-count.ts'

const occasion = {
  agency: { parentName: 'UBND tỉnh Bắc Giang', name: 'Sở Khoa học và Công nghệ', place: 'Bắc Giang' },
  countedOn: '2021-06-20',
  place: 'Kho tầng 1',
  members: [
    { name: 'Nguyễn Thị Lan', role: 'Trưởng ban' },
    { name: 'Trần Văn Đạt', role: 'Ủy viên' },
  ],
}
const rowsOf = (many: number) =>
  Array.from({ length: many }, (_, at) => ({ name: `Hàng ${at}.`, measure: 'hộp', booked: 10, counted: 10, reason: '', writtenOff: 0 }))
const pageOf = (pages: PdfPage[], text: string) => pages.findLastIndex(({ texts }) => packed(texts.map((one) => one.text)).includes(packed([text])))

// Somewhere among these lengths the table ends a page and the signatures would have the next one to themselves.
test.each(Array.from({ length: 8 }, (_, index) => 6 + index))('the places to sign stay with the last of %i kinds', async (many) => {
  for (const paper of [
    countSheetPaper({ ...occasion, rows: rowsOf(many) }),
    countMinutesPaper({ ...occasion, number: 'KK0001/2021', finishedOn: '2021-06-20', rows: rowsOf(many) }),
  ]) {
    const pages = await pdfPages(await toPdf(paper))
    expect(pageOf(pages, 'THỦ KHO')).toBe(pageOf(pages, `Hàng ${many - 1}.`))
  }
})

test('the minutes say what was found, why it differs, what left the books and who counted', async () => {
  const rows = [
    { name: 'Hộp sữa', measure: 'hộp', booked: 10, counted: 8, reason: 'Ẩm mốc', writtenOff: 50_000 },
    { name: 'Sách', measure: 'bộ', booked: 4, counted: 5, reason: 'Giao thừa', writtenOff: 0 },
    { name: 'Bút', measure: 'hộp', booked: 7, counted: 7, reason: 'không cần', writtenOff: 0 },
  ]
  const texts = docxTexts(await toDocx(countMinutesPaper({ ...occasion, number: 'KK0001/2021', finishedOn: '2021-06-21', rows })))
  for (const text of ['BIÊN BẢN KIỂM KÊ KHO QUÀ', 'Số: KK0001/2021', 'Trần Văn Đạt', '−2', '+1', 'Ẩm mốc', '50.000', 'Nguyễn Thị Lan'])
    expect(texts).toContain(text)
  expect(texts.join(' ')).toContain('1 loại khớp với sổ sách, 2 loại chênh lệch')
  expect(texts.join(' ')).toContain('50.000 đồng (Bằng chữ: Năm mươi nghìn đồng)')
  expect(texts).not.toContain('không cần')
})
