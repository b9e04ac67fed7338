import { LineRuleType, type Paragraph, type Table } from 'docx'
import { type Block, type Heading, type Run, roman } from '../model.ts'
import { millimetres, points } from './page.ts'
import { ruledTable } from './table.ts'
import { capitals, line } from './text.ts'

const firstLine = { firstLine: millimetres(12.7) }
// 6 pt between paragraphs and 1.15 lines: inside the decree's bounds of at least 6 pt and single to 1.5.
const spacing = { before: 0, after: points(6), line: 276, lineRule: LineRuleType.AUTO }

/** A paragraph of the body: 14 pt, justified, first line drawn in. */
export const bodyLine = (runs: readonly Run[], keepNext = false): Paragraph =>
  line(runs, { align: 'both' }, { indent: firstLine, spacing, ...(keepNext && { keepNext: true, keepLines: true }) })

const letters = 'abcdđeghiklmnopqrstuvxy'

/** I., 1., a) in order; a heading starts the levels below it anew. */
const headingCounter = () => {
  const counts = [0, 0, 0]
  return ({ level }: Heading): string => {
    const count = (counts[level - 1] ?? 0) + 1
    counts[level - 1] = count
    counts.fill(0, level)
    return level === 1 ? `${roman(count)}.` : level === 2 ? `${count}.` : `${letters.at(count - 1) ?? ''})`
  }
}

const headingLine = (block: Heading, numeral: string): Paragraph => {
  const text = block.level === 1 ? capitals(block.text) : block.text
  return line(
    [{ text: `${numeral} ${text}` }],
    { align: 'both', bold: block.level < 3 },
    { indent: firstLine, spacing, keepNext: true, outlineLevel: block.level - 1 },
  )
}

const drawn = (block: Exclude<Block, Heading>, width: number, keepEnd: boolean): (Paragraph | Table)[] => {
  switch (block.type) {
    case 'paragraph':
      return [bodyLine(block.runs, keepEnd)]
    case 'dashes':
      return block.items.map((item, index) => bodyLine([{ text: `- ${item}` }], keepEnd && index === block.items.length - 1))
    case 'table':
      return [ruledTable(block, width), line('', { size: 6 })]
  }
}

/** `keepEnd` ties the last paragraph to the signature, which must not stand alone on a page. */
export const blockLines = (blocks: readonly Block[], width: number, keepEnd = false): (Paragraph | Table)[] => {
  const numeralOf = headingCounter()
  return blocks.flatMap((block, index) =>
    block.type === 'heading' ? [headingLine(block, numeralOf(block))] : drawn(block, width, keepEnd && index === blocks.length - 1),
  )
}
