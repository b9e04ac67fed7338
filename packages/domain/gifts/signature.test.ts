import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSignature, longestSignature, signatureOf, signaturePath } from './signature.ts'

const size = { width: 300, height: 100 }
const point = fc.record({ x: fc.double({ min: -20, max: 320, noNaN: true }), y: fc.double({ min: -20, max: 120, noNaN: true }) })

describe('a signature', () => {
  test('whatever a finger drew is kept small, in one form, and drawn within its box', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 200 }), { maxLength: 30 }), (strokes) => {
        const text = signatureOf(strokes, size)
        if (strokes.every((stroke) => stroke.length === 0)) {
          expect(text).toBeNull()
          return
        }
        expect(isSignature(text ?? '')).toBe(true)
        expect(signaturePath(text ?? '')).toMatch(/^(M\d+ \d+(h0|(Q[\d. ]+)*L\d+ \d+))+$/)
      }),
    )
  })

  test('a scribble of a minute still fits, and a plain line loses only points that lie close', () => {
    const scribble = Array.from({ length: 60 }, (_, stroke) =>
      Array.from({ length: 400 }, (_, at) => ({ x: (at * 37 + stroke) % 300, y: (at * 53) % 100 })),
    )
    expect(signatureOf(scribble, size)?.length).toBeLessThanOrEqual(longestSignature)
    const dots = Array.from({ length: 5_000 }, (_, at) => [{ x: at % 300, y: at % 100 }])
    expect(isSignature(signatureOf(dots, size) ?? '')).toBe(true)
    expect(
      signatureOf(
        [
          [
            { x: 0, y: 0 },
            { x: 0.2, y: 0 },
            { x: 10, y: 5 },
          ],
        ],
        size,
      ),
    ).toBe('0,0 20,10')
  })

  test.each(['', '1,2;', '1,2 ', '601,2', '1,201', 'M0 0L1 1', '<svg/>', '1,2;3', '-1,2'])('%j is none', (text) => {
    expect(isSignature(text)).toBe(false)
  })
})
