import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

type Json = Parameters<typeof canonicalJson>[0]

const shuffled = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(shuffled)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  )
}

test('the order of keys does not matter, and the text reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json)
      expect(text).toBe(canonicalJson(shuffled(value as Json)))
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('another value is another text', () => {
  expect(canonicalJson({ b: 1, a: [1, 'Đ'] })).toBe('{"a":[1,"Đ"],"b":1}')
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }))
})
