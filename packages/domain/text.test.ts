import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanParagraph, cleanText, fileNameOf, foldText, givenNameOf } from './text.ts'

describe('typed text', () => {
  test.each([
    ['  Đặng   Thị\tHồng ', 'Đặng Thị Hồng'],
    ['Đặng Thị Hồng'.normalize('NFD'), 'Đặng Thị Hồng'],
    ['Văn\nphòng\u0000\u200b Sở', 'Văn phòng Sở'],
  ])('one line %j is %s', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean)
  })

  test.each([
    ['- một \r\n-  hai\r- ba\n', '- một\n- hai\n- ba'],
    ['một\n\n\n\n hai\u0000', 'một\n\nhai'],
    [' \n ', ''],
  ])('a paragraph %j is %j', (typed, clean) => {
    expect(cleanParagraph(typed)).toBe(clean)
  })

  test('clean text stays as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cleanText(cleanText(text)) === cleanText(text)))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cleanParagraph(cleanParagraph(text)) === cleanParagraph(text)))
  })

  test('is found without marks and sorted by the given name', () => {
    expect(foldText('Đặng Thị Hồng')).toBe('dang thi hong')
    expect(givenNameOf('Đặng Thị  Hồng ')).toBe('Hồng')
  })
})

test('a text in the name of a file', () => {
  expect([fileNameOf('Quà 1-6 (đợt 2)'), fileNameOf('KK0001/2021'), fileNameOf('"Hộp"'), fileNameOf('漢')]).toEqual([
    'qua-1-6-dot-2',
    'kk0001-2021',
    'hop',
    '',
  ])
  expect(fileNameOf('rất dài '.repeat(20)).length).toBeLessThanOrEqual(60)
})
