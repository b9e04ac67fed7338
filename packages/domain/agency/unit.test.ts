import { describe, expect, test } from 'vitest'
import { checkHead, checkMayLeave, unitKey } from './unit.ts'

describe('names of units', () => {
  test.each([
    ['Văn phòng Sở', 'VĂN  PHÒNG SỞ'],
    ['Trung tâm Ứng dụng KH&CN', 'trung tam ung dung kh và cn'],
    ['Phòng Quản lý Khoa học', 'Phòng Quản lý khoa học'.normalize('NFD')],
    ['Phòng Tổ chức – Hành chính', 'phong to chuc, hanh chinh'],
  ])('%s is %s', (left, right) => {
    expect(unitKey(left)).toBe(unitKey(right))
  })
})

describe('the head of a unit', () => {
  test('is one of its own people who works there', () => {
    expect(() => checkHead('a', { unitId: 'a', active: true, name: 'Lê Văn Ba' })).not.toThrow()
    expect(() => checkHead('a', { unitId: 'b', active: true, name: 'Lê Văn Ba' })).toThrow('HEAD_OUTSIDE_UNIT')
    expect(() => checkHead('a', { unitId: 'a', active: false, name: 'Lê Văn Ba' })).toThrow('HEAD_OUTSIDE_UNIT')
  })

  test('stays until another is named', () => {
    const headed = [{ id: 'a', name: 'Văn phòng Sở' }]
    expect(() => checkMayLeave(headed, { unitId: 'a', active: true })).not.toThrow()
    expect(() => checkMayLeave(headed, { unitId: 'b', active: true })).toThrow('STILL_HEAD')
    expect(() => checkMayLeave(headed, { unitId: 'a', active: false })).toThrow('STILL_HEAD')
    expect(() => checkMayLeave([], { unitId: 'b', active: false })).not.toThrow()
  })
})
