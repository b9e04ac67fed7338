import { describe, expect, test } from 'vitest'
import { heading, type OfficialDocument, paragraph, type Row, type Table } from './model.ts'
import { type PdfPage, packed, pdfPages } from './opened.ts'
import { toPdf } from './pdf.ts'
import { sampleDocuments } from './samples.ts'

const millimetres = (points: number): number => Math.round((points * 254) / 72) / 10
const { report } = sampleDocuments
if (report === undefined) throw new Error('there is a sample report')
const plain: OfficialDocument = { ...report, annexes: [] }

const textOf = ({ texts }: PdfPage): string => texts.map(({ text }) => text).join('')
const found = (page: PdfPage | undefined, start: string) => page?.texts.find(({ text }) => text.startsWith(start))
/** The number in the top margin, or null. */
const numberOf = ({ height, texts }: PdfPage) => texts.find(({ text, y }) => /^\d+$/.test(text) && y > height - 56) ?? null

const long = 'Các đơn vị tổ chức tuyên truyền, phổ biến về quyền trẻ em và bảo vệ trẻ em đến toàn thể cán bộ, công chức, viên chức. '
const paragraphs = (count: number) => Array.from({ length: count }, () => paragraph(long.repeat(2)))
const pagesOf = async (document: OfficialDocument) => pdfPages(await toPdf(document))

const groupTable = (before: number): Table => {
  const row = (text: string): Row => ({ cells: [text, '1'] })
  return {
    type: 'table',
    columns: [
      { title: 'Đơn vị', share: 3, align: 'left' },
      { title: 'Số', share: 1, align: 'right' },
    ],
    rows: [
      ...Array.from({ length: before }, (_, index) => row(`Dòng ${index}`)),
      { cells: [{ text: 'Nhóm', span: 2 }], emphasis: 'group' },
      row('Sau nhóm'),
      ...Array.from({ length: 30 }, (_, index) => row(`Tiếp ${index}`)),
    ],
  }
}

describe('page', () => {
  test('numbers pages from the second one in the middle of the top margin, each annex by itself', async () => {
    const body = [...paragraphs(16), paragraph('Hết')]
    const annex = { numeral: 'I', title: 'Danh sách', landscape: true, blocks: paragraphs(12) }
    const pages = await pagesOf({ ...report, body, annexes: [annex, { ...annex, numeral: 'II', landscape: false }] })
    const numbers = pages.map((page) => numberOf(page)?.text ?? null)
    const starts = pages.flatMap((page, index) => (/^Phụ lục/.test(textOf(page)) ? [index] : []))
    expect(starts).toHaveLength(2)
    expect(numbers).toEqual(
      pages.map((_, index) => {
        const first = Math.max(0, ...starts.filter((start) => start <= index))
        return index === first ? null : String(index - first + 1)
      }),
    )
    for (const page of pages) {
      const number = numberOf(page)
      if (number === null) continue
      expect(number.size).toBe(14)
      // The text's middle: 30 mm to the left of it, 15 to the right.
      expect(Math.abs(number.x + number.width / 2 - (page.width + 42.5) / 2)).toBeLessThan(1)
      expect(millimetres(page.height - number.y)).toBeGreaterThan(10)
      expect(millimetres(page.height - number.y)).toBeLessThan(20)
    }
  })

  test('starts 30 mm from the left and draws first lines in by 1,27 cm', async () => {
    const [page] = await pagesOf({ ...plain, body: [paragraph(long.repeat(3)), paragraph('Hết')] })
    const first = found(page, 'Các đơn')
    const second = page?.texts.filter(({ text, y }) => text.trim() !== '' && first && y < first.y - 5)[0]
    expect(millimetres(first?.x ?? 0)).toBe(42.7)
    expect(millimetres(second?.x ?? 0)).toBe(30)
    expect(first?.size).toBe(14)
    // 1.15 lines of Times New Roman: 14 × 1.149 × 1.15.
    expect((first?.y ?? 0) - (second?.y ?? 0)).toBeCloseTo(18.5, 1)
  })

  test('turns the page for a landscape annex alone', async () => {
    const pages = await pagesOf(report)
    expect(pages.map(({ width, height }) => (width > height ? 'landscape' : 'portrait'))).toEqual(['portrait', 'portrait', 'portrait', 'landscape'])
  })

  test('says title, author and language', async () => {
    const text = Buffer.from(await toPdf({ ...plain, issuedOn: '2021-07-05' })).toString('latin1')
    expect(text).toContain('/Lang (vi-VN)')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('D:20210705')
  })
})

test('says what went wrong, prints on, and prints several at once', async () => {
  const broken = { properties: { title: '', creator: '', issuedOn: 'tomorrow  ' }, sheets: [] }
  await expect(toPdf(broken)).rejects.toThrow()
  const files = await Promise.all([toPdf(plain), toPdf(report)])
  expect(await Promise.all(files.map(async (file) => (await pdfPages(file)).length))).toEqual([2, 4])
})

describe('what stays together', () => {
  // One of these lengths ends the page right at the heading, whatever the fonts' height.
  test.each(Array.from({ length: 14 }, (_, index) => index))('a heading and the text after it, %i lines down', async (lines) => {
    const filler = Array.from({ length: 20 + lines }, () => paragraph('Dòng.'))
    const pages = await pagesOf({
      ...plain,
      body: [...filler, heading(1, 'Đề mục'), heading(2, 'Tiểu mục'), paragraph('Ngay sau.'), ...paragraphs(2)],
    })
    const on = (text: string) => pages.findIndex((page) => packed([textOf(page)]).includes(packed([text])))
    expect([on('I. ĐỀ MỤC'), on('1. Tiểu mục')]).toEqual([on('Ngay sau.'), on('Ngay sau.')])
  })

  test.each(Array.from({ length: 12 }, (_, index) => index))('the closing sentence and the signature, %i lines down', async (lines) => {
    const filler = Array.from({ length: 16 + lines }, () => paragraph('Dòng.'))
    const pages = await pagesOf({ ...plain, body: [...filler, paragraph('Câu kết.')] })
    const on = (text: string) => pages.findIndex((page) => packed([textOf(page)]).includes(packed([text])))
    expect([on('Nơi nhận:'), on('Nguyễn Thanh Bình')]).toEqual([on('Câu kết./.'), on('Câu kết./.')])
  })

  test.each(Array.from({ length: 10 }, (_, index) => index))('the head of a table, its first group and row, %i lines down', async (lines) => {
    const filler = Array.from({ length: 18 + lines }, () => paragraph('Dòng.'))
    const pages = await pagesOf({ ...plain, body: [...filler, groupTable(0), paragraph('Hết.')] })
    const on = (text: string) => pages.findIndex((page) => page.texts.some((item) => item.text === text))
    expect([on('Đơn vị'), on('Nhóm')]).toEqual([on('Sau nhóm'), on('Sau nhóm')])
  })

  test.each(Array.from({ length: 8 }, (_, index) => index))('a group in a table and its first row, %i rows down', async (more) => {
    const annex = { numeral: null, title: 'Danh sách', landscape: true, blocks: [groupTable(12 + more)] }
    const pages = await pagesOf({ ...report, annexes: [annex] })
    const on = (text: string) => pages.findIndex((page) => page.texts.some((item) => item.text === text))
    expect(on('Nhóm')).toBe(on('Sau nhóm'))
    for (const page of pages.slice(2)) expect(found(page, 'Đơn vị')).toBeDefined()
  })
})
