import { type Block, type Heading, type Item, type Run, runsOf } from '../model.ts'
import { counter } from './numbering.ts'
import { millimetres } from './page.ts'
import type { Drawn, Line } from './paper.ts'
import { ruledTable } from './table.ts'
import { capitals, line } from './text.ts'

// 6 pt between paragraphs and 1.15 lines: inside the decree's bounds of at least 6 pt and single to 1.5.
const body = { align: 'both', firstLine: millimetres(12.7), after: 6, leading: 1.15 } as const

/** A paragraph of the body: 14 pt, justified, first line drawn in. */
export const bodyLine = (runs: readonly Run[], keepNext = false): Line => line(runs, { ...body, ...(keepNext && { keepNext, keepLines: true }) })

const headingLine = ({ level, text }: Heading, numeral: string): Line =>
  line(`${numeral} ${level === 1 ? capitals(text) : text}`, { ...body, bold: level < 3, keepNext: true, outline: level - 1 })

/** What follows a table keeps off it. */
const gap = line('', { size: 6 })

/** A longer text than this would draw half a page along with the signature. */
const keptLength = 1200
const short = (runs: readonly Run[]): boolean => runs.reduce((sum, run) => sum + run.text.length, 0) < keptLength

const marked = (mark: string, item: Item): Run[] => [{ text: `${mark} ` }, ...runsOf(item)]

const bodyLines = (paragraphs: readonly (readonly Run[])[], keepEnd: boolean): Line[] =>
  paragraphs.map((runs, index) => bodyLine(runs, keepEnd && index === paragraphs.length - 1 && short(runs)))

const drawnBlock = (block: Block, count: ReturnType<typeof counter>, width: number, keepEnd: boolean): Drawn[] => {
  switch (block.type) {
    case 'heading':
      return [headingLine(block, count.heading(block.level))]
    case 'paragraph':
      return bodyLines([block.runs], keepEnd)
    case 'dashes': {
      const dashed = block.items.map((item) => marked('-', item))
      return bodyLines(dashed, keepEnd)
    }
    case 'numbers': {
      const numerals = count.list(block.items.length)
      const numbered = block.items.map((item, position) => marked(numerals[position] ?? '', item))
      return bodyLines(numbered, keepEnd)
    }
    case 'table':
      return [ruledTable(block, width), gap]
  }
}

/** `keepEnd` ties the last paragraph to the signature, which must not stand alone on a page. */
export const blockLines = (blocks: readonly Block[], width: number, keepEnd = false): Drawn[] => {
  const count = counter()
  const drawn = blocks.flatMap((block, index) => drawnBlock(block, count, width, keepEnd && index === blocks.length - 1))
  return drawn.at(-1) === gap ? drawn.slice(0, -1) : drawn
}
