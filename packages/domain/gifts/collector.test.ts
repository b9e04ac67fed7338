import { expect, test } from 'vitest'
import { collectorOf } from './collector.ts'

const guardians = ['Đặng Thị Hồng', 'Trần Văn Đạt']

test('a guardian needs no relation, and is written as the records have it', () => {
  expect(collectorOf({ collectorName: 'dang thi hong', proxyRelation: null }, guardians)).toEqual({
    collectorName: 'Đặng Thị Hồng',
    proxyRelation: null,
  })
  expect(collectorOf({ collectorName: 'Trần Văn Đạt', proxyRelation: 'bố' }, guardians).proxyRelation).toBeNull()
})

test('somebody else is named with the relation', () => {
  expect(collectorOf({ collectorName: ' Nguyễn Văn  Bình', proxyRelation: ' ông nội ' }, guardians)).toEqual({
    collectorName: 'Nguyễn Văn Bình',
    proxyRelation: 'ông nội',
  })
  expect(() => collectorOf({ collectorName: 'Nguyễn Văn Bình', proxyRelation: ' ' }, guardians)).toThrow('PROXY_RELATION_REQUIRED')
  expect(() => collectorOf({ collectorName: 'Nguyễn Văn Bình', proxyRelation: null }, guardians)).toThrow('PROXY_RELATION_REQUIRED')
})
