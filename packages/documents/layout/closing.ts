import { type Block, type Item, type Run, runsOf } from '../model.ts'

/** The mark that nothing follows. */
export const closingMark = './.'

const withoutMark = (text: string): string => text.replace(/\s*\.?\/\.\s*$/u, '.')
const withMark = (text: string): string => text.replace(/[\s.;,:/]*$/u, closingMark)

type Change = (text: string) => string

const inLastRun = (runs: readonly Run[], change: Change): Run[] =>
  runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: change(run.text) } : run))

const inItem = (item: Item, change: Change): Item => (typeof item === 'string' ? change(item) : inLastRun(runsOf(item), change))

/** Whether a block can end the text: neither heading nor table can bear the mark. */
export const canClose = (block: Block): boolean => (block.type === 'paragraph' ? block.runs.length > 0 : 'items' in block && block.items.length > 0)

/** Ends the text with `./.`: on its last paragraph or list, and there alone, whatever people typed before. */
export const closeText = (blocks: readonly Block[]): Block[] => {
  const last = blocks.findLastIndex(canClose)
  return blocks.map((block, index): Block => {
    const end = index === last ? withMark : withoutMark
    if (block.type === 'paragraph') return { ...block, runs: inLastRun(block.runs, end) }
    if (!('items' in block)) return block
    return { ...block, items: block.items.map((item, position) => inItem(item, position === block.items.length - 1 ? end : withoutMark)) }
  })
}
