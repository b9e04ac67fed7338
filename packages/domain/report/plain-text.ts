type Runs = readonly { text: string }[]

/** The blocks of a section, as an editor keeps them: a table is rows of cells, the first one its head. */
export type SectionBlock =
  | { type: 'heading'; level: 3; text: string }
  | { type: 'paragraph'; runs: Runs }
  | { type: 'dashes' | 'numbers'; items: readonly Runs[] }
  | { type: 'table'; rows: readonly (readonly string[])[] }

const joined = (runs: Runs): string => runs.map(({ text }) => text).join('')

const lines = (block: SectionBlock): string[] => {
  if (block.type === 'heading') return [block.text]
  if (block.type === 'paragraph') return [joined(block.runs)]
  if (block.type === 'table') return block.rows.map((row) => row.join(' | '))
  return block.items.map((item, at) => (block.type === 'dashes' ? `- ${joined(item)}` : `${at + 1}. ${joined(item)}`))
}

/** What stands in the blocks as typed text, for search, history and comparison. */
export const plainText = (blocks: readonly SectionBlock[]): string => blocks.flatMap(lines).join('\n')
