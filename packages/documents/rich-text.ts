import { type Block, dashes, numbers, paragraph } from './model.ts'

/** People type the numeral of a heading or leave it out; the layout counts. */
export const withoutNumeral = (text: string): string => text.trim().replace(/^(?:[IVX]+(?:\.\d+)*\.|\d+[.)]|[a-zđ]\))\s+/u, '')

const dash = /^[-–]\s+/u
const counted = /^\d+[.)]\s+/u

const rowBlock = (row: string): Block => {
  if (dash.test(row)) return dashes([row.replace(dash, '')])
  return counted.test(row) ? numbers([row.replace(counted, '')]) : paragraph(row)
}

/** Typed text: an empty line parts nothing; lines that begin with `- ` become dashes, those that begin with `1. ` a numbered list. */
export const textBlocks = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const row of text.split(/\r?\n/).filter((line) => line.trim() !== '')) {
    const block = rowBlock(row.trim())
    const last = blocks.at(-1)
    // A list is counted as one; dashes need no such bond.
    if (block.type === 'numbers' && last?.type === 'numbers') blocks.splice(-1, 1, numbers([...last.items, ...block.items]))
    else blocks.push(block)
  }
  return blocks
}
