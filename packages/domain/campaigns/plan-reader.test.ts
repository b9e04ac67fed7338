import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../text.ts'
import { basesIn, themeIn } from './plan-reader/bases.ts'
import { deadlineIn, periodIn } from './plan-reader/days.ts'
import { sectionOf } from './plan-reader/headings.ts'
import { readMarker } from './plan-reader/markers.ts'
import type { PaperParagraph, PlanProposal, ReadUnit } from './plan-reader/paper.ts'
import { mentionsIn, partsIn } from './plan-reader/units.ts'
import { readPlan } from './plan-reader.ts'

const units: ReadUnit[] = [
  { id: 'office', name: 'Văn phòng Sở', shortName: 'VP', kind: 'office' },
  { id: 'science', name: 'Phòng Quản lý Khoa học', shortName: 'QLKH', kind: 'division' },
  { id: 'technology', name: 'Phòng Quản lý Công nghệ và Chuyên ngành', shortName: 'QLCN', kind: 'division' },
  { id: 'application', name: 'Trung tâm Ứng dụng Khoa học và Công nghệ', shortName: 'TTƯD', kind: 'subordinate' },
  { id: 'union', name: 'Công đoàn cơ quan Sở', shortName: 'CĐ', kind: 'union' },
]

describe('what a paragraph begins with', () => {
  test.each([
    ['II. NỘI DUNG', 'roman', 2, 'NỘI DUNG'],
    ['Phần thứ hai. NỘI DUNG', 'part', 2, 'NỘI DUNG'],
    ['PHẦN IV: Tổ chức', 'part', 4, 'Tổ chức'],
    ['3) Tặng quà', 'number', 3, 'Tặng quà'],
    ['1 Trưởng các phòng', 'number', 1, 'Trưởng các phòng'],
    ['2.3. Tặng quà', 'sub', 3, 'Tặng quà'],
    ['c) Tặng quà', 'letter', 3, 'Tặng quà'],
    ['– Tặng quà', 'bullet', 0, 'Tặng quà'],
    ['\uf0b7 Tặng quà', 'bullet', 0, 'Tặng quà'],
  ])('%s', (text, kind, value, rest) => {
    expect(readMarker(text)).toMatchObject({ marker: { kind, value }, rest })
  })

  test.each(['1/6/2021 là ngày Quốc tế thiếu nhi', 'Mười hai cháu', '2021 là năm học mới', 'Vì trẻ em'])('%s has no numeral', (text) => {
    expect(readMarker(text).marker).toBeNull()
  })
})

test.each([
  ['MỤC ĐÍCH, YÊU CẦU', 'both'],
  ['Nội dung hoạt động:', 'content'],
  ['NHIỆM VỤ VÀ GIẢI PHÁP', 'content'],
  ['Thời gian, địa điểm', 'period'],
  ['PHÂN CÔNG NHIỆM VỤ', 'organisation'],
  ['Yêu cầu các phòng báo cáo', null],
  ['Nội dung tuyên truyền phải thiết thực', null],
])('the heading %s is of %s', (text, section) => {
  expect(sectionOf(text)).toBe(section)
})

describe('days', () => {
  const june = { startsOn: '2021-06-01', endsOn: '2021-06-30' }
  test.each([
    ['từ ngày 1/6/2021 đến ngày 30/6/2021', june],
    ['từ 1/6 đến 30/6/2021', june],
    ['Từ ngày 01 tháng 6 năm 2021 đến hết ngày 30 tháng 6 năm 2021', june],
    ['từ 01-6-2021 đến 30-6-2021', june],
    ['từ ngày 01 đến 30/06/2021', june],
    ['từ ngày 01/6 đến ngày 30/6', june],
    ['từ ngày 30/6/2021 đến ngày 1/6/2021', null],
    ['từ ngày 1/6/2021 đến ngày 31/6/2021', null],
    ['trong dịp hè', null],
  ])('%s', (text, period) => {
    expect(periodIn(text, 2021)).toEqual(period)
  })
  test.each([
    ['gửi Sở trước ngày 05/7/2021', '2021-07-05'],
    ['chậm nhất là ngày 5 tháng 7', '2021-07-05'],
    ['nhân ngày Tết thiếu nhi 1-6', null],
  ])('until %s', (text, day) => {
    expect(deadlineIn(text, 2021)).toBe(day)
  })
})

test('legal bases are read as far as they say', () => {
  expect(
    basesIn(
      'Căn cứ Luật Trẻ em số 102/2016/QH13; Kế hoạch số 45/KH-UBND ngày 20 tháng 5 năm 2021 của UBND tỉnh Bắc Giang về Tháng hành động vì trẻ em, Sở Khoa học và Công nghệ xây dựng Kế hoạch',
    ),
  ).toEqual([
    { kind: 'Luật', number: '102/2016/QH13', issuedOn: null, issuer: '', subject: 'Trẻ em' },
    { kind: 'Kế hoạch', number: '45/KH-UBND', issuedOn: '2021-05-20', issuer: 'UBND tỉnh Bắc Giang', subject: 'Tháng hành động vì trẻ em' },
  ])
  expect(themeIn('với chủ đề "Vì trẻ em, vì tương lai" như sau')).toBe('Vì trẻ em, vì tương lai')
  expect(themeIn('về việc “khen thưởng trẻ em”')).toBe('')
})

describe('units', () => {
  const named = (text: string) => mentionsIn(text, units).map(({ ids, unclear }) => (unclear ? '?' : ids.join('+')))
  test.each([
    ['Văn phòng chủ trì, Công đoàn sở phối hợp', ['office', 'union']],
    ['Trung tâm Ứng dụng KH&CN', ['application']],
    ['Phòng Quản lý', ['?']],
    ['PHÒNG QUẢN LÝ KHOA HỌC', ['science']],
    ['các phòng, đơn vị thuộc Sở', ['office+science+technology+application']],
    ['giao QLCN thực hiện', ['technology']],
    ['Phòng Tổ chức Hành chính', ['?']],
    ['gửi Văn phòng UBND tỉnh', []],
    ['văn phòng phẩm cho các cháu', []],
    ['Sở Lao động – Thương binh và Xã hội', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  test.each([
    ['Đơn vị thực hiện: Văn phòng; đơn vị phối hợp: Công đoàn Sở', ['lead', 'support']],
    ['(Công đoàn chủ trì, Văn phòng phối hợp)', ['lead', 'support']],
    ['Văn phòng phối hợp với Công đoàn, Trung tâm Ứng dụng KH&CN tặng quà', ['lead', 'support', 'support']],
    ['đôn đốc Văn phòng', [null]],
  ])('the parts in %s', (text, expected) => {
    expect(partsIn(text, mentionsIn(text, units))).toEqual(expected)
  })
})

const fragments = [
  'UBND TỈNH BẮC GIANG\nSỞ KHOA HỌC VÀ CÔNG NGHỆ',
  'Số: 12/KH-KHCN',
  'Bắc Giang, ngày 20 tháng 5 năm 2021',
  'KẾ HOẠCH',
  'Tổ chức Tháng hành động vì trẻ em năm 2021',
  'Căn cứ Luật Trẻ em;',
  'Sở nhận được Công văn số 7/LĐ-TE ngày 12/5/2021 của Sở Lao động về việc hướng dẫn, với chủ đề “Vì trẻ em” như sau:',
  'Phần I',
  'I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích - Nhằm nâng cao nhận thức. - Thúc đẩy phong trào.',
  '2. Yêu cầu',
  '+ Việc tổ chức thiết thực;\n+ Việc tổ chức\nlinh hoạt.',
  'II. NỘI DUNG',
  '1. Tuyên truyền; đăng tin. 2. Vận động đóng góp.',
  'a) Giao Văn phòng phối hợp với Công đoàn',
  'III. KINH PHÍ',
  'III. THỜI GIAN Từ ngày 1/6/2021 đến ngày 30/6/2021.',
  'IV. TỔ CHỨC THỰC HIỆN',
  '1 Văn phòng Sở có trách nhiệm đôn đốc; báo cáo gửi Sở Lao động trước ngày 5/7/2021.',
  'Trên đây là Kế hoạch./.',
  'Nơi nhận: - Lãnh đạo Sở; - Lưu: VT.',
  'GIÁM ĐỐC\n\nNguyễn Thanh Bình',
  '-------',
  'Một câu lạc lõng',
]

/** Fields that are one stretch of the paper. */
const stretches = ({ letterhead, tasks, legalBases, signer, recipients, ...plan }: PlanProposal): string[] => [
  ...[letterhead.number, letterhead.place, letterhead.parent, signer.name, plan.theme, plan.recipientName, ...recipients],
  ...legalBases.flatMap(({ kind, number, issuer, subject }) => [kind, number, issuer, subject]),
  ...tasks.flatMap(({ title, instructions }) => [title, instructions]),
]

/** Fields that may be put together of several lines. */
const joined = ({ letterhead, activities, signer, title, preface, purpose, requirements }: PlanProposal): string[] => [
  ...[letterhead.agency, signer.title, title, preface, purpose, requirements],
  ...activities.flatMap((activity) => [activity.title, activity.description, ...activity.unclear]),
]

const words = (text: string) => cleanText(text).toLocaleLowerCase('vi').split(/\s+/).filter(Boolean)
const paragraph = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 60 })).chain((text) =>
  fc.record<PaperParagraph>({
    text: fc.constantFrom(text, text.normalize('NFD')),
    numeral: fc.constantFrom(null, null, 'I.', '1.', 'a)', '-'),
    bold: fc.boolean(),
    cell: fc.boolean(),
  }),
)

describe('any paper', () => {
  const papers = fc.array(paragraph, { maxLength: 30 })
  test('is accounted for, every word of it once and in its order', () => {
    fc.assert(
      fc.property(papers, (paragraphs) => {
        const { pieces } = readPlan(paragraphs, units)
        for (const [at, { text, numeral }] of paragraphs.entries()) {
          const own = pieces.filter((piece) => piece.paragraph === at)
          const told = own.map((piece) => `${piece.label}${piece.text}`).join('')
          expect(told.replace(/\s/gu, '')).toBe(cleanText(`${numeral ?? ''} ${text}`).replace(/\s/gu, ''))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('gives its own words and no others', () => {
    fc.assert(
      fc.property(papers, (paragraphs) => {
        const { pieces, proposal } = readPlan(paragraphs, units)
        const paper = words(pieces.map(({ label, text }) => `${label} ${text}`).join(' '))
        for (const text of stretches(proposal)) expect(paper.join(' ')).toContain(words(text).join(' '))
        const known = new Set(paper.flatMap((word) => [word, word.replace(/[;:,.]+$/u, '')]))
        for (const text of joined(proposal)) expect(words(text).filter((word) => !known.has(word))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
