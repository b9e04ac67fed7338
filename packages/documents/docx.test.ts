import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { awardDecision } from './award-decision.ts'
import { toDocx } from './docx.ts'
import { giftSigningList } from './gift-signing-list.ts'
import { dashes, heading, type OfficialDocument, paragraph } from './model.ts'
import { donationReceipt } from './receipt.ts'
import { resultReport } from './result-report.ts'
import { sampleDecision, sampleReceipt, sampleReport, sampleSigningList } from './sample-inputs.ts'

const parts = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))

const mainPart = (file: Uint8Array): string => parts(file)['word/document.xml'] ?? ''

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

const paragraphs = (xml: string): { xml: string; text: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([part]) => ({
    xml: part,
    text: unescaped([...part.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('')),
  }))

const texts = (file: Uint8Array): string[] => paragraphs(mainPart(file)).map(({ text }) => text)

const styleOf = (file: Uint8Array, text: string): string =>
  paragraphs(mainPart(file)).find((found) => found.text === text)?.xml ?? `no paragraph "${text}"`

const report = resultReport(sampleReport)
const file = await toDocx(report)
const plain: OfficialDocument = { ...report, annexes: [] }
const withBody = (body: OfficialDocument['body']) => toDocx({ ...plain, body })

describe('page', () => {
  const sections = mainPart(file).match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []

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
    const headers = Object.entries(parts(file)).filter(([path]) => /^word\/header\d\.xml$/.test(path))
    const numbered = headers.filter(([, xml]) => xml.includes('>PAGE<'))
    expect([headers.length, numbered.length]).toEqual([6, 3])
    for (const [, xml] of numbered) expect(xml).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>/s)
  })

  test('is set in Times New Roman 14, black, Vietnamese', () => {
    const styles = parts(file)['word/styles.xml'] ?? ''
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/s.exec(styles)?.[0]
    expect(defaults).toContain('w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"')
    expect(defaults).toContain('<w:color w:val="000000"/><w:sz w:val="28"/>')
    expect(defaults).toContain('<w:lang w:val="vi-VN"/>')
    expect(mainPart(file)).not.toContain('w:rFonts')
  })

  test('says title, author and language, and the same document gives the same parts', async () => {
    const core = parts(file)['docProps/core.xml']
    expect(core).toContain('<dc:title>Báo cáo Kết quả triển khai Tháng hành động vì trẻ em năm 2021</dc:title>')
    expect(core).toContain('<dc:creator>Sở Khoa học và Công nghệ</dc:creator><dc:language>vi-VN</dc:language>')
    expect(parts(await toDocx(report))).toEqual(parts(file))
    expect(parts(await toDocx({ ...report, issuedOn: '2021-07-05' }))['docProps/core.xml']).toContain('2021-07-05T00:00:00Z</dcterms:created>')
  })
})

describe('head', () => {
  test('names parent, agency, country and motto in their types', () => {
    expect(texts(file).slice(0, 8)).toEqual([
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
    const issued = texts(await toDocx({ ...report, number: '5', issuedOn: '2021-07-05' }))
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
    expect(texts(await toDocx({ ...plain, agency: { parentName: null, name: 'Sở Y tế' } }))[0]).toBe('SỞ Y TẾ')
  })
})

describe('body', () => {
  test('is titled, addressed, justified and drawn in by 1,27 cm', () => {
    expect(texts(file)).toEqual(expect.arrayContaining(['BÁO CÁO', 'Kính gửi: Sở Lao động – Thương binh và Xã hội tỉnh Bắc Giang']))
    const body = styleOf(file, 'Khen thưởng 41 cháu với tổng số tiền 9.300.000 đồng.')
    expect(body).toContain('<w:jc w:val="both"/>')
    expect(body).toContain('<w:ind w:firstLine="720"/>')
    expect(body).toContain('<w:spacing w:after="120" w:before="0" w:line="276" w:lineRule="auto"/>')
    expect(body).toContain('<w:sz w:val="28"/>')
  })

  test('lists several addressees under the colon', async () => {
    const found = texts(await toDocx({ ...plain, addressees: ['Sở Y tế', 'Sở Nội vụ.'] }))
    expect(found.slice(found.indexOf('Kính gửi:')).slice(0, 3)).toEqual(['Kính gửi:', '- Sở Y tế;', '- Sở Nội vụ.'])
  })

  test('counts headings on three levels', async () => {
    const blocks = ([1, 2, 3, 3, 2, 3, 1, 2] as const).map((level, index) => heading(level, `mục ${index}`))
    const found = texts(await withBody([...blocks, paragraph('hết')])).filter((text) => /mục/i.test(text))
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
    const marked = texts(await withBody(body)).filter((text) => text.includes('./.'))
    expect(marked).toEqual([end])
  })

  test('closes legal bases with semicolons and a stop, in italics', async () => {
    const decision = await toDocx(awardDecision(sampleDecision))
    const found = texts(decision)
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

describe('foot', () => {
  test('lists recipients from "Như trên" to "Lưu"', () => {
    const found = texts(file)
    expect(found.slice(found.indexOf('Nơi nhận:')).slice(0, 7)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- Lãnh đạo Sở;',
      '- Các phòng, đơn vị trực thuộc Sở;',
      '- Lưu: VT, VP.',
      'GIÁM ĐỐC',
      'Nguyễn Thanh Bình',
    ])
    expect(styleOf(file, 'Nơi nhận:')).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/s)
    expect(styleOf(file, '- Như trên;')).toContain('<w:sz w:val="22"/>')
    expect(styleOf(file, 'GIÁM ĐỐC')).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/s)
  })

  test.each([
    [{ title: 'Giám đốc', name: 'TS. Nguyễn Thanh Bình' }, ['GIÁM ĐỐC', 'Nguyễn Thanh Bình']],
    [{ authority: 'KT.', onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê An' }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lê An']],
    [{ authority: 'TL.', onBehalfOf: 'Giám đốc', title: 'Chánh Văn phòng', name: 'Lê An' }, ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê An']],
    [{ authority: 'TUQ.', onBehalfOf: 'Giám đốc', title: 'Chánh Văn phòng', name: 'Lê An' }, ['TUQ. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê An']],
    [{ authority: 'Q.', title: 'Giám đốc', name: 'PGS.TS Lê An' }, ['Q. GIÁM ĐỐC', 'Lê An']],
  ] as const)('signs %o', async (signature, lines) => {
    expect(texts(await toDocx({ ...plain, signature })).slice(-lines.length)).toEqual(lines)
  })

  test('leaves "Như trên" out where nobody is addressed', async () => {
    expect(texts(await toDocx({ ...plain, addressees: [] }))).not.toContain('- Như trên;')
  })
})

describe('annexes', () => {
  test('are headed, repeat their table heads and keep rows whole', () => {
    const found = texts(file)
    const first = found.indexOf('Phụ lục I')
    expect(found.slice(first, first + 3)).toEqual([
      'Phụ lục I',
      'SỐ LIỆU KẾT QUẢ THÁNG HÀNH ĐỘNG VÌ TRẺ EM NĂM 2021',
      '(Kèm theo Báo cáo số         /BC-KHCN ngày      tháng 7 năm 2021 của Sở Khoa học và Công nghệ)',
    ])
    const tables =
      mainPart(file)
        .match(/<w:tbl>.*?<\/w:tbl>/gs)
        ?.slice(-2) ?? []
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)?.length ?? -1)
    }
    expect(styleOf(file, '25.400.000')).toContain('<w:jc w:val="right"/>')
  })

  test('give every table the width of its page', () => {
    const widths = [...mainPart(file).matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid = '']) =>
      [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    )
    expect(widths).toEqual([9354, 9354, 9354, 14286])
  })
})

describe('vouchers and lists', () => {
  test('a receipt in kind lists the goods with their sum in words', async () => {
    const found = texts(await donationReceipt(sampleReceipt))
    expect(found).toEqual(
      expect.arrayContaining([
        'GIẤY BIÊN NHẬN',
        'Số: BN-2021-0012',
        'Bắc Giang, ngày 03 tháng 6 năm 2021',
        'Người giao: Công ty TNHH Ánh Dương',
        'Tổng trị giá: 2.105.000 đồng',
        '(Bằng chữ: Hai triệu một trăm linh năm nghìn đồng)',
        'Sữa hộp 180 ml',
        'Tổng cộng',
        'CHỦ TỊCH CÔNG ĐOÀN',
      ]),
    )
  })

  test('money in the cash box is a PHIẾU THU, without a table, and says when it was voided', async () => {
    const found = texts(await donationReceipt({ ...sampleReceipt, method: 'cash', items: [], voidedReason: 'Nhập trùng' }))
    expect(found).toEqual(expect.arrayContaining(['PHIẾU THU', 'Hình thức: Tiền mặt', 'THỦ QUỸ', 'ĐÃ HỦY – Nhập trùng']))
    expect(found).not.toContain('Tên hiện vật')
  })

  test('the signing list goes unit by unit, counts through and sums up', async () => {
    const list = await giftSigningList(sampleSigningList)
    const found = texts(list)
    expect(mainPart(list)).toContain('w:orient="landscape"')
    expect(found).toEqual(expect.arrayContaining(['DANH SÁCH KÝ NHẬN QUÀ', 'Văn phòng Sở: 10 suất quà', 'Trung tâm Ứng dụng KH&CN: 20 suất quà']))
    expect(found).toEqual(expect.arrayContaining(['Đã nhận 31/5/2021', '30 suất quà', 'Tổng trị giá: 6.000.000 đồng (Bằng chữ: Sáu triệu đồng)']))
    expect(found.filter((text) => text === '30')).toHaveLength(1)
    expect(found.slice(-3)).toEqual(['', 'Hoàng Thị Lan', 'Nguyễn Thanh Bình'])
  })
})
