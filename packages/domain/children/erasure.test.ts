import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn } from '../dates.ts'
import { isTelling, roundedBirth } from './erasure.ts'

test('the rounded day of birth counts the same on 1 June of every year, and tells of two days a year only', () => {
  const days = fc.integer({ min: 0, max: 9000 }).map((day) => addDays('2000-01-01', day))
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 20 }), (birthDate, years) => {
      const day = `${Number(birthDate.slice(0, 4)) + years}-06-01`
      expect(ageOn(roundedBirth(birthDate), day)).toBe(ageOn(birthDate, day))
      expect(['01-01', '06-02']).toContain(roundedBirth(birthDate).slice(5))
    }),
  )
})

test.each([
  ['nobody else has it', 'Trần Gia Bảo', ['Nguyễn Thị Hồng'], true],
  ['a namesake', 'Trần Gia Bảo', ['tran gia bao'], false],
  ['part of a longer name', 'Trần Gia Bảo', ['Trần Gia Bảo Anh'], false],
  ['two words', 'Lê An', [], false],
])('a name is telling: %s', (_, name, others, expected) => {
  expect(isTelling(name, others)).toBe(expected)
})
