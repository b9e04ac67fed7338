import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awardDecision } from './award-decision.ts'
import { toDocx } from './docx.ts'
import { dashes, heading, type OfficialDocument, paragraph } from './model.ts'
import { docxParts, docxTexts, mainPart, paragraphs, sectionsOf, styleOf } from './opened.ts'
import { resultReport } from './result-report.ts'
import { sampleDecision, sampleReport } from './sample-inputs.ts'

const report = resultReport(sampleReport)
const file = await toDocx(report)
const plain: OfficialDocument = { ...report, annexes: [] }
const withBody = (body: OfficialDocument['body']) => toDocx({ ...plain, body })

describe('page', () => {
  const sections = sectionsOf(file)

  test('is A4 with the margins of the decree, in twips', () => {
    expect(sections).toHaveLength(3)
    for (const section of sections) expect(section).toContain('<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"')
    expect(sections.map((section) => /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section)?.slice(1).join('×'))).toEqual([
      '11906×16838',
      '11906×16838',
      '16838×11906',
    ])
  })

  test('numbers pages from the second one in the middle of the head, each annex by itself', () => {
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>')
      expect(section).toContain('<w:pgNumType w:start="1"/>')
      expect(section.match(/<w:headerReference w:type="(?:default|first)"/g)).toHaveLength(2)
    }
    const headers = Object.entries(docxParts(file)).filter(([path]) => /^word\/header\d\.xml$/.test(path))
    const numbered = headers.filter(([, xml]) => xml.includes('>PAGE<'))
    expect([headers.length, numbered.length]).toEqual([6, 3])
    for (const [, xml] of numbered) expect(xml).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>/s)
  })

  test('is set in Times New Roman 14, black, Vietnamese', () => {
    const styles = docxParts(file)['word/styles.xml'] ?? ''
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(styles)?.[0]
    expect(defaults).toContain('w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"')
    expect(defaults).toContain('<w:color w:val="000000"/><w:sz w:val="28"/>')
    expect(defaults).toContain('<w:lang w:val="vi-VN"/>')
    expect(mainPart(file)).not.toContain('w:rFonts')
  })

  test('says title, author and language, and the same document gives the same bytes', async () => {
    const core = docxParts(file)['docProps/core.xml']
    expect(core).toContain('<dc:title>Báo cáo Kết quả triển khai Tháng hành động vì trẻ em năm 2021</dc:title>')
    expect(core).toContain('<dc:creator>Sở Khoa học và Công nghệ</dc:creator><dc:language>vi-VN</dc:language>')
    expect(await toDocx(report)).toEqual(file)
    expect(docxParts(await toDocx({ ...report, issuedOn: '2021-07-05' }))['docProps/core.xml']).toContain('2021-07-05T00:00:00Z</dcterms:created>')
  })
})

describe('head', () => {
  test('names parent, agency, country and motto in their types', () => {
    expect(docxTexts(file).slice(0, 8)).toEqual([
      'UBND TỈNH BẮC GIANG',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      '',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '',
      'Số:         /BC-KHCN',
      'Bắc Giang, ngày      tháng 7 năm 2021',
    ])
    expect(styleOf(file, 'UBND TỈNH BẮC GIANG')).not.toContain('<w:b/>')
    for (const bold of ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      expect(styleOf(file, bold)).toMatch(/<w:b\/>.*<w:sz w:val="24"\/>/s)
    expect(styleOf(file, 'Độc lập - Tự do - Hạnh phúc')).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/s)
    expect(styleOf(file, 'Bắc Giang, ngày      tháng 7 năm 2021')).toMatch(/<w:i\/>.*<w:sz w:val="26"\/>/s)
  })

  test('carries number and date once they are given', async () => {
    const issued = docxTexts(await toDocx({ ...report, number: '5', issuedOn: '2021-07-05' }))
    expect(issued).toContain('Số: 05/BC-KHCN')
    expect(issued).toContain('Bắc Giang, ngày 05 tháng 7 năm 2021')
    expect(issued).toContain('(Kèm theo Báo cáo số 05/BC-KHCN ngày 05 tháng 7 năm 2021 của Sở Khoa học và Công nghệ)')
  })

  test('draws three rules: a part of the agency, the whole motto, a part of the subject', () => {
    const rooms = [4138, 5216, 9354]
    const rules = paragraphs(mainPart(file)).filter(({ xml }) => xml.includes('<w:pBdr>'))
    const lengths = rules.map(({ xml }, index) => {
      const [left = 0, right = 0] = [...xml.matchAll(/w:(?:left|right)="(\d+)"/g)].map(([, side]) => Number(side))
      return (rooms[index] ?? 0) - left - right
    })
    // In millimetres: 65 × 0.42, 56, 121 × 0.4.
    expect(lengths.map((length) => Math.round((length * 25.4) / 1440))).toEqual([27, 56, 48])
  })

  test('does without a parent', async () => {
    expect(docxTexts(await toDocx({ ...plain, agency: { parentName: null, name: 'Sở Y tế' } }))[0]).toBe('SỞ Y TẾ')
  })
})

describe('body', () => {
  test('is titled, addressed, justified and drawn in by 1,27 cm', () => {
    expect(docxTexts(file)).toEqual(expect.arrayContaining(['BÁO CÁO', 'Kính gửi: Sở Lao động – Thương binh và Xã hội tỉnh Bắc Giang']))
    const body = styleOf(file, 'Khen thưởng 41 cháu với tổng số tiền 9.300.000 đồng.')
    expect(body).toContain('<w:jc w:val="both"/>')
    expect(body).toContain('<w:ind w:firstLine="720"/>')
    expect(body).toContain('<w:spacing w:after="120" w:before="0" w:line="276" w:lineRule="auto"/>')
    expect(body).toContain('<w:sz w:val="28"/>')
  })

  test('lists several addressees under the colon', async () => {
    const found = docxTexts(await toDocx({ ...plain, addressees: ['Sở Y tế', 'Sở Nội vụ.'] }))
    expect(found.slice(found.indexOf('Kính gửi:')).slice(0, 3)).toEqual(['Kính gửi:', '- Sở Y tế;', '- Sở Nội vụ.'])
  })

  test('counts headings on three levels', async () => {
    const blocks = ([1, 2, 3, 3, 2, 3, 1, 2] as const).map((level, index) => heading(level, `mục ${index}`))
    const found = docxTexts(await withBody([...blocks, paragraph('hết')])).filter((text) => /mục/i.test(text))
    expect(found).toEqual(['I. MỤC 0', '1. mục 1', 'a) mục 2', 'b) mục 3', '2. mục 4', 'a) mục 5', 'II. MỤC 6', '1. mục 7'])
  })

  test.each([
    ['a full stop', [paragraph('Hết.')], 'Hết./.'],
    ['nothing', [paragraph('Hết')], 'Hết./.'],
    ['the mark already', [paragraph('Hết./.')], 'Hết./.'],
    ['a dash', [paragraph('Gồm:'), dashes(['một;', 'hai;'])], '- hai./.'],
    ['a mark typed too early', [paragraph('Một./.'), paragraph('Hai.')], 'Hai./.'],
    ['several runs', [paragraph('Hết ', { text: 'đậm.', bold: true })], 'Hết đậm./.'],
  ])('ends with ./. once after %s', async (_, body, end) => {
    const marked = docxTexts(await withBody(body)).filter((text) => text.includes('./.'))
    expect(marked).toEqual([end])
  })

  test('closes legal bases with semicolons and a stop, in italics', async () => {
    const decision = await toDocx(awardDecision(sampleDecision))
    const found = docxTexts(decision)
    const start = found.indexOf('GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ')
    expect(found.slice(start + 1, start + 5)).toEqual([
      'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;',
      'Căn cứ Kế hoạch số 12/KH-KHCN ngày 20 tháng 5 năm 2021 của Sở Khoa học và Công nghệ tổ chức Tháng hành động vì trẻ em năm 2021;',
      'Theo đề nghị của Hội đồng xét khen thưởng Sở Khoa học và Công nghệ.',
      'QUYẾT ĐỊNH:',
    ])
    expect(styleOf(decision, found[start + 1] ?? '')).toContain('<w:i/>')
  })

  test('carries any text people can type as valid XML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const xml = mainPart(await withBody([paragraph(text), paragraph('Hết')]))
        expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|&(?!amp;|lt;|gt;|quot;|apos;|#)/u)
      }),
      { numRuns: 30 },
    )
  })
})
