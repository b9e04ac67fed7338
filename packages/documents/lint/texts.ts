import { type Block, type OfficialDocument, type Run, runsOf } from '../model.ts'

const joined = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** Every paragraph, list item, heading and cell of a block. */
export const textsOf = (block: Block): string[] => {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [joined(block.runs)]
    case 'dashes':
    case 'numbers':
      return block.items.map((item) => joined(runsOf(item)))
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
      ]
  }
}

export type Placed = { block: Block; where: string }

/** Body and annexes, each list of blocks with the paths of its blocks. */
export const blockLists = ({ body, annexes }: OfficialDocument): Placed[][] => [
  body.map((block, index) => ({ block, where: `body/${index}` })),
  ...annexes.map(({ blocks }, annex) => blocks.map((block, index) => ({ block, where: `annexes/${annex}/blocks/${index}` }))),
]
