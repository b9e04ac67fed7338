import type { WrittenBlock } from '@chung-tay/contracts/blocks'
import type { JSONContent } from '@tiptap/core'

// What fits on the paper; a table pasted out of a spreadsheet is cut to it.
export const [mostColumns, mostRows, mostInCell] = [8, 100, 1000] as const

type Run = Extract<WrittenBlock, { type: 'paragraph' }>['runs'][number]

const textNode = ({ text, bold, italic }: Run): JSONContent => ({
  type: 'text',
  text,
  ...((bold || italic) && { marks: [...(bold ? [{ type: 'bold' }] : []), ...(italic ? [{ type: 'italic' }] : [])] }),
})
const content = (nodes: JSONContent[]): { content?: JSONContent[] } => (nodes.length === 0 ? {} : { content: nodes })
const paragraphNode = (runs: readonly Run[]): JSONContent => ({ type: 'paragraph', ...content(runs.filter(({ text }) => text !== '').map(textNode)) })
const plainRuns = (text: string): Run[] => (text === '' ? [] : [{ text }])

const nodeOf = (block: WrittenBlock): JSONContent => {
  if (block.type === 'heading') return { type: 'heading', attrs: { level: 3 }, ...content(plainRuns(block.text).map(textNode)) }
  if (block.type === 'paragraph') return paragraphNode(block.runs)
  if (block.type === 'table') {
    return {
      type: 'table',
      content: block.rows.map((row, at) => ({
        type: 'tableRow',
        content: row.map((cell) => ({ type: at === 0 ? 'tableHeader' : 'tableCell', content: [paragraphNode(plainRuns(cell))] })),
      })),
    }
  }
  return {
    type: block.type === 'dashes' ? 'bulletList' : 'orderedList',
    content: block.items.map((item) => ({ type: 'listItem', content: [paragraphNode(item)] })),
  }
}

/** What the editor opens: never empty, for it needs a place for the cursor. */
export const toEditor = (blocks: readonly WrittenBlock[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf),
})

const runsOf = (node: JSONContent): Run[] =>
  (node.content ?? []).flatMap((child): Run[] => {
    // A break within a paragraph is a space on paper: a new line is a paragraph of its own.
    if (child.type === 'hardBreak') return [{ text: ' ' }]
    if (child.type !== 'text' || !child.text) return child.content ? runsOf(child) : []
    const marks = new Set(child.marks?.map(({ type }) => type))
    return [{ text: child.text, ...(marks.has('bold') && { bold: true }), ...(marks.has('italic') && { italic: true }) }]
  })
const wordsOf = (node: JSONContent): string =>
  runsOf(node)
    .map(({ text }) => text)
    .join('')
const cellOf = (cell: JSONContent): string => (cell.content ?? []).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim().slice(0, mostInCell)

const itemsOf = (node: JSONContent): Run[][] =>
  (node.content ?? []).flatMap((item) =>
    // A list within an item continues the list: the paper has one level.
    (item.content ?? []).flatMap((part) => (part.type === 'bulletList' || part.type === 'orderedList' ? itemsOf(part) : [runsOf(part)])),
  )

const rowsOf = (node: JSONContent): string[][] => {
  const rows = (node.content ?? []).map((row) => (row.content ?? []).map(cellOf))
  const width = Math.min(mostColumns, Math.max(1, ...rows.map((row) => row.length)))
  return rows.slice(0, mostRows).map((row) => [...row, ...Array.from({ length: width }, () => '')].slice(0, width))
}

const blockOf = (node: JSONContent): WrittenBlock[] => {
  if (node.type === 'heading') return [{ type: 'heading', level: 3, text: wordsOf(node).replace(/\s+/g, ' ').trim() }]
  if (node.type === 'table') return [{ type: 'table', rows: rowsOf(node) }]
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    const items = itemsOf(node)
    return items.length === 0 ? [] : [{ type: node.type === 'bulletList' ? 'dashes' : 'numbers', items }]
  }
  if (node.type === 'paragraph') {
    const runs = runsOf(node)
    return runs.length === 0 ? [] : [{ type: 'paragraph', runs }]
  }
  return (node.content ?? []).flatMap(blockOf)
}

/** What the editor holds, in the forms of the paper; empty paragraphs fall away. */
export const fromEditor = (document: JSONContent): WrittenBlock[] => (document.content ?? []).flatMap(blockOf)

/** Whether a table in it is larger than the paper holds. */
export const isCut = (document: JSONContent): boolean =>
  (document.content ?? []).some(
    ({ type, content: rows = [] }) => type === 'table' && (rows.length > mostRows || rows.some((row) => (row.content ?? []).length > mostColumns)),
  )
