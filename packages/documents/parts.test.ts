import { describe, expect, test } from 'vitest'
import { blockLines } from './layout/blocks.ts'
import { textWidth } from './layout/page.ts'
import { type Block, dashes, heading, numbers, paragraph } from './model.ts'
import { textBlocks } from './rich-text.ts'
import { sampleDocuments } from './samples.ts'
import { plainName, signatureOf } from './signature.ts'

const linesOf = (blocks: readonly Block[]): string[] =>
  blockLines(blocks, textWidth.portrait).flatMap((drawn) => (drawn.type === 'line' ? [drawn.runs.map((run) => run.text).join('')] : []))

describe('numbered lists', () => {
  test.each<[string, Block[], string[]]>([
    ['stand alone as 1., 2.', [numbers(['a', 'b'])], ['1. a', '2. b']],
    ['go below the heading over them', [heading(1, 'x'), numbers(['a']), heading(2, 'y'), numbers(['b'])], ['I. X', '1. a', '2. y', 'a) b']],
    ['end in dashes below a), b)', [heading(1, 'x'), heading(2, 'y'), heading(3, 'z'), numbers(['a', 'b'])], ['I. X', '1. y', 'a) z', '- a', '- b']],
    [
      'begin anew in the next article',
      [paragraph('Điều 1'), numbers(['a', 'b']), paragraph('Điều 2'), numbers(['c'])],
      ['Điều 1', '1. a', '2. b', 'Điều 2', '1. c'],
    ],
    [
      'are gone on with by headings of their level',
      [heading(1, 'x'), numbers(['a', 'b']), heading(2, 'y'), dashes(['c'])],
      ['I. X', '1. a', '2. b', '3. y', '- c'],
    ],
  ])('%s', (_, blocks, lines) => expect(linesOf(blocks)).toEqual(lines))

  test('count letters as Vietnamese has them', () => {
    const items = Array.from({ length: 25 }, (_, index) => String(index))
    const lines = linesOf([heading(1, 'x'), heading(2, 'y'), numbers(items)]).slice(2)
    expect([lines[3], lines[4], lines[22], lines[23], lines[24]].map((line) => line?.split(' ')[0])).toEqual(['d)', 'đ)', 'y)', 'aa)', 'ab)'])
  })
})

test('typed text becomes paragraphs, dashes and one list', () => {
  expect(textBlocks('Gồm:\n\n1. một;\n2) hai.\n– ba\nHết')).toEqual([paragraph('Gồm:'), numbers(['một;', 'hai.']), dashes(['ba']), paragraph('Hết')])
})

describe('signatures', () => {
  const agency = { leaderTitle: 'Giám đốc', leaderName: 'Nguyễn Thanh Bình' }

  test.each([
    [
      { name: 'Nguyễn Thanh Bình', position: 'Giám đốc' },
      { title: 'Giám đốc', name: 'Nguyễn Thanh Bình' },
    ],
    [
      { name: 'Lê An', position: '' },
      { authority: 'KT.', onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê An' },
    ],
    [
      { name: 'Lê An', position: 'Phó Giám đốc Sở' },
      { authority: 'KT.', onBehalfOf: 'Giám đốc', title: 'Phó Giám đốc Sở', name: 'Lê An' },
    ],
  ])('%o', (signer, signature) => expect(signatureOf(agency, signer)).toEqual(signature))

  test.each([
    ['PGS.TS Lê An', 'Lê An'],
    ['ThS. Trần Tú', 'Trần Tú'],
    ['Tsần Ba', 'Tsần Ba'],
  ])('%s is signed %s', (name, plain) => expect(plainName(name)).toBe(plain))
})

test('minutes are signed by secretary and chair, and have no place in their head', () => {
  const { minutes } = sampleDocuments
  expect([minutes?.secretary, minutes?.signature]).toEqual([
    { title: 'Thư ký', name: 'Lê Thị Mai' },
    { title: 'Chủ tọa', name: 'Lê Văn An' },
  ])
  expect(minutes && linesOf(minutes.body).slice(0, 5)).toEqual([
    'Thời gian bắt đầu: 08 giờ 30 phút, ngày 02 tháng 6 năm 2021.',
    'Địa điểm: Phòng họp tầng 2, trụ sở Sở Khoa học và Công nghệ.',
    'Thành phần tham dự:',
    '- Ông/bà Hoàng Thị Lan - Chủ tịch Công đoàn Sở;',
    '- Ông/bà Phạm Văn Nam - Chánh Văn phòng Sở.',
  ])
})
