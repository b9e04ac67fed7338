import { canClose, closingMark } from '../layout/closing.ts'
import type { OfficialDocument } from '../model.ts'
import { error, type Finding, warning, when } from './finding.ts'
import { blockLists, type Placed, textsOf } from './texts.ts'

// The layout writes the mark after the last paragraph and takes typed ones away: what a reader may still want to know is that they were there.
const closingFindings = ({ body }: OfficialDocument): Finding[] => {
  const last = body.at(-1)
  if (last === undefined) return [error('text-missing', 'body')]
  const end = textsOf(last).length - 1
  const misplaced = body.flatMap((block, index) => {
    const atEnd = index === body.length - 1
    const marks = textsOf(block).flatMap((text, position) => {
      const count = text.split(closingMark).length - 1
      return count > (atEnd && position === end && text.trimEnd().endsWith(closingMark) ? 1 : 0) ? [text] : []
    })
    return marks.map((text) => warning('closing-misplaced', `body/${index}`, text))
  })
  return [...when(!canClose(last), error('closing-missing', `body/${body.length - 1}`)), ...misplaced]
}

const headingFindings = (list: readonly Placed[]): Finding[] => {
  let level = 0
  return list.flatMap(({ block, where }, index) => {
    if (block.type !== 'heading') return []
    const next = list[index + 1]?.block
    const empty = next === undefined || (next.type === 'heading' && next.level <= block.level)
    const skips = block.level > level + 1
    level = block.level
    return [...when(skips, error('heading-skips-level', where, block.text)), ...when(empty, error('section-empty', where, block.text))]
  })
}

const shortDay = /(?<![\d/.,])([1-9])\/(?:\d{1,2})\/\d{4}(?![\d-])/gu
const longDay = /ngày\s+([1-9])\s+tháng/giu
const longMonth = /tháng\s+([12])\s+năm\s+\d{4}/giu

/** Days below 10 and, written out, January and February take a zero. */
export const unpadded = (text: string): string[] =>
  [shortDay, longDay, longMonth].flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found))

const dayFindings = (list: readonly Placed[]): Finding[] =>
  list.flatMap(({ block, where }) => textsOf(block).flatMap((text) => unpadded(text).map((found) => warning('day-unpadded', where, found))))

const basisDays = ({ legalBases }: OfficialDocument): Finding[] =>
  legalBases.flatMap((basis, index) => unpadded(basis).map((found) => warning('day-unpadded', `legalBases/${index}`, found)))

/** Closing mark, headings and days. */
export const textFindings = (document: OfficialDocument): Finding[] => [
  ...closingFindings(document),
  ...basisDays(document),
  ...blockLists(document).flatMap((list) => [...headingFindings(list), ...dayFindings(list)]),
]
