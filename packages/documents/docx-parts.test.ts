import { describe, expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { giftSigningList } from './gift-signing-list.ts'
import type { OfficialDocument } from './model.ts'
import { docxTexts, mainPart, styleOf } from './opened.ts'
import { donationReceipt } from './receipt.ts'
import { resultReport } from './result-report.ts'
import { sampleReceipt, sampleReport, sampleSigningList } from './sample-inputs.ts'

const report = resultReport(sampleReport)
const file = await toDocx(report)
const plain: OfficialDocument = { ...report, annexes: [] }

describe('foot', () => {
  test('lists recipients from "Như trên" to "Lưu"', () => {
    const found = docxTexts(file)
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
    const written = docxTexts(await toDocx({ ...plain, signature })).filter((text) => text !== '')
    expect(written.slice(-lines.length)).toEqual(lines)
  })

  test('leaves "Như trên" out where nobody is addressed', async () => {
    expect(docxTexts(await toDocx({ ...plain, addressees: [] }))).not.toContain('- Như trên;')
  })
})

describe('annexes', () => {
  test('are headed, repeat their table heads and keep rows whole', () => {
    const found = docxTexts(file)
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
    const found = docxTexts(await donationReceipt(sampleReceipt))
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
    const found = docxTexts(await donationReceipt({ ...sampleReceipt, method: 'cash', items: [], voidedReason: 'Nhập trùng' }))
    expect(found).toEqual(expect.arrayContaining(['PHIẾU THU', 'Hình thức: Tiền mặt', 'THỦ QUỸ', 'ĐÃ HỦY – Nhập trùng']))
    expect(found).not.toContain('Tên hiện vật')
  })

  test('the signing list goes unit by unit, counts through and sums up', async () => {
    const list = await giftSigningList(sampleSigningList)
    const found = docxTexts(list)
    expect(mainPart(list)).toContain('w:orient="landscape"')
    expect(found).toEqual(
      expect.arrayContaining([
        'DANH SÁCH KÝ NHẬN QUÀ',
        'Quà: Bộ đồ dùng học tập, mỗi cháu một bộ',
        'Văn phòng Sở: 10 suất quà',
        'Trung tâm Ứng dụng KH&CN: 20 suất quà',
      ]),
    )
    expect(found).toEqual(expect.arrayContaining(['Đã nhận 31/5/2021', '30 suất quà', 'Tổng trị giá: 6.000.000 đồng (Bằng chữ: Sáu triệu đồng)']))
    expect(found.filter((text) => text === '30')).toHaveLength(1)
    expect(found.slice(-4)).toEqual(['', 'Hoàng Thị Lan', 'Nguyễn Thanh Bình', ''])
  })
})
