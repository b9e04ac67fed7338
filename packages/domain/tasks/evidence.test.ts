import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EvidenceKind, evidenceFound, evidenceKinds, missingEvidence } from './evidence.ts'

const [jpeg, png, pdf] = ['image/jpeg', 'image/png', 'application/pdf']
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ask = (kind: EvidenceKind, count: number) => ({ kind, count, label: '' })

const table: [string, [EvidenceKind, number][], string[], number[]][] = [
  ['nothing asked', [], [jpeg], []],
  ['a photo is a photo', [['photo', 2]], [jpeg, png], [2]],
  ['one photo too few', [['photo', 3]], [jpeg, png], [2]],
  ['a paper is no photo', [['photo', 1]], [pdf], [0]],
  ['a photo is no paper', [['document', 1]], [jpeg], [0]],
  ['a letter is no list', [['list', 1]], [docx], [0]],
  ['a table is a document', [['document', 1]], [xlsx], [1]],
  [
    'a scan counts once',
    [
      ['list', 1],
      ['document', 1],
    ],
    [pdf],
    [1, 0],
  ],
  [
    'the letter is left for the document',
    [
      ['document', 1],
      ['list', 1],
    ],
    [docx, pdf],
    [1, 1],
  ],
  [
    'two lines of one kind are filled in order',
    [
      ['photo', 2],
      ['photo', 2],
    ],
    [jpeg, jpeg, jpeg],
    [2, 1],
  ],
]

/** By trying every way to give each file to what it may count as. */
const bestOf = (needs: Record<EvidenceKind, number>, files: readonly string[]): number => {
  const [first, ...rest] = files
  if (first === undefined) return 0
  const fits: EvidenceKind[] = first === jpeg ? ['photo'] : first === docx ? ['document'] : ['document', 'list']
  const given = fits.filter((kind) => needs[kind] > 0).map((kind) => 1 + bestOf({ ...needs, [kind]: needs[kind] - 1 }, rest))
  return Math.max(bestOf(needs, rest), ...given)
}

describe('evidence', () => {
  test.each(table)('%s', (_, asked, files, there) => {
    const found = evidenceFound(
      asked.map(([kind, count]) => ask(kind, count)),
      files,
    )
    expect(found.map((one) => one.there)).toEqual(there)
  })

  test('is counted so that no other way would satisfy more', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom(...evidenceKinds), fc.integer({ min: 1, max: 3 })), { maxLength: 4 })
    const files = fc.array(fc.constantFrom(jpeg, pdf, docx, xlsx), { maxLength: 6 })
    fc.assert(
      fc.property(asked, files, (lines, types) => {
        const found = evidenceFound(
          lines.map(([kind, count]) => ask(kind, count)),
          types,
        )
        const needs = { photo: 0, list: 0, document: 0 }
        for (const [kind, count] of lines) needs[kind] += count
        expect(found.reduce((sum, { there }) => sum + there, 0)).toBe(bestOf(needs, types))
        expect(found.every(({ there, count }) => there >= 0 && there <= count)).toBe(true)
      }),
    )
  })

  test('what is missing is what is not all there', () => {
    expect(missingEvidence([ask('photo', 1), ask('list', 2)], [jpeg, xlsx])).toEqual([{ kind: 'list', count: 2, label: '', there: 1 }])
  })
})
