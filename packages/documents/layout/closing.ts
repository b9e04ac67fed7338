import type { Block, Run } from '../model.ts'

/** The mark that nothing follows. */
const mark = './.'

const withoutMark = (text: string): string => text.replace(/\s*\.?\/\.\s*$/u, '.')
const withMark = (text: string): string => text.replace(/[\s.;,:/]*$/u, mark)

const mapLastRun = (runs: readonly Run[], change: (text: string) => string): Run[] =>
  runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: change(run.text) } : run))

/** Ends the text with `./.`: on its last paragraph or dash, and there alone, whatever people typed before. */
export const closeText = (blocks: readonly Block[]): Block[] => {
  const last = blocks.findLastIndex((block) => block.type === 'paragraph' || block.type === 'dashes')
  return blocks.map((block, index): Block => {
    const end = index === last ? withMark : withoutMark
    if (block.type === 'paragraph') return { ...block, runs: mapLastRun(block.runs, end) }
    if (block.type !== 'dashes') return block
    return { ...block, items: block.items.map((item, position) => (position === block.items.length - 1 ? end(item) : withoutMark(item))) }
  })
}
