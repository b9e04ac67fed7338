import type { Content, ContentImage, ContentTable, TableCell } from 'pdfmake/interfaces'
import type { Columns, Drawn, Grid, GridCell, GridRow, Line, Part, Picture, Rule } from '../layout/paper.ts'
import { tableSide } from '../layout/table.ts'
import { justifiedWords } from './pdf-words.ts'

/** Points of a length in twips. */
export const inPoints = (twips: number): number => twips / 20

// Word's single line is ascent, descent and gap of Times New Roman (1.149 of the size); the library leaves the gap out (1.107).
const singleLine = 1.149 / 1.107

const alignments = { left: 'left', center: 'center', right: 'right', both: 'justify' } as const

/** Marks what must not end a page; the page breaker looks for it. */
export const keptNext = 1
/** Marks the first cell of the first of such rows. */
export const keptRow = 2

const rowEnd = ':'
/** Cells are named by the first of the rows that stay together, the own row and place; every name is used once. */
export const rowOf = (id: string | undefined): string => id?.split(rowEnd)[0] ?? ''

// The library's types know names of nodes where they are read alone.
const named = (id: string): object => ({ id })

const runs = (line: Line) => line.runs.map(({ text, bold = false, italic = false }) => ({ text, bold, italics: italic }))

const paragraph = (line: Line, room: number): Content => ({
  text: line.align === 'both' ? justifiedWords(line, room - (line.left ?? 0) - (line.right ?? 0)) : runs(line),
  fontSize: line.size,
  alignment: alignments[line.align],
  lineHeight: singleLine * (line.leading ?? 1),
  margin: [inPoints(line.left ?? 0), line.before, inPoints(line.right ?? 0), line.after],
  ...(line.firstLine && { leadingIndent: inPoints(line.firstLine) }),
  ...(line.keepNext && { headlineLevel: keptNext }),
})

/** Tells on which page a piece ended that is never broken: of its parts the library says that they stand on the first. It writes into what it is given. */
const mark = (): Content => ({ canvas: [{ type: 'rect', x: 0, y: 0, w: 0, h: 0 }], ...named('end') })

const rule = ({ left, right, dashed = false }: Rule, room: number): Content => ({
  canvas: [{ type: 'line', x1: inPoints(left), y1: 3, x2: inPoints(room - right), y2: 3, lineWidth: 0.75, ...(dashed && { dash: { length: 4 } }) }],
})

const picture = ({ png, width, height }: Picture): ContentImage => ({
  image: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  width: inPoints(width),
  height: inPoints(height),
  alignment: 'center',
})

const partOf = (drawn: Part, room: number): Content => {
  if (drawn.type === 'picture') return picture(drawn)
  return drawn.type === 'line' ? paragraph(drawn, room) : rule(drawn, room)
}

const bare = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 }

const columns = ({ widths, rows }: Columns): Content => ({
  unbreakable: true,
  layout: bare,
  table: {
    widths: widths.map(inPoints),
    body: rows.map((cells) => cells.map((drawn, index) => ({ stack: drawn.map((part) => partOf(part, widths[index] ?? 0)) }))),
  },
})

const border = 0.5
/** Beside the text of a cell, and above and beneath it. */
const padding = { side: inPoints(tableSide), end: 2 }
const ruled = {
  hLineWidth: () => border,
  vLineWidth: () => border,
  paddingLeft: () => padding.side,
  paddingRight: () => padding.side,
  paddingTop: () => padding.end,
  paddingBottom: () => padding.end,
}

// The library wants a place for every column that a spanning cell covers.
const gridCell = (
  { lines, picture: under, span, align, bold }: GridCell,
  size: number,
  marks: { id?: string; headlineLevel?: number },
): TableCell[] => [
  {
    ...(under ? { stack: [...(lines.length > 0 ? [lines.join('\n')] : []), picture(under)] } : { text: lines.join('\n') }),
    colSpan: span,
    fontSize: size,
    bold,
    alignment: align,
    lineHeight: singleLine,
    verticalAlignment: 'middle',
    ...marks,
  },
  ...Array.from({ length: span - 1 }, () => ''),
]

const gridRow = ({ cells, keepNext }: GridRow, size: number, { id, chain }: RowName): TableCell[] =>
  cells.flatMap((cell, index) => {
    const first = keepNext && chain === id && index === 0
    return gridCell(cell, size, { id: [chain, id, index].join(rowEnd), ...(first && { headlineLevel: keptRow }) })
  })

type RowName = { id: string; chain: string }

const table = ({ widths, size }: Grid, rows: readonly GridRow[], names: readonly RowName[]): ContentTable => ({
  layout: ruled,
  table: {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: widths.map((width) => inPoints(width) - 2 * padding.side - border),
    heights: (row: number) => Math.max(0, inPoints(rows[row]?.height ?? 0) - 2 * padding.end),
    body: rows.map((row, index) => gridRow(row, size, names[index] ?? { id: '', chain: '' })),
  },
})

/** Rows that stay with what follows, one after the other, are a chain that is named by its first; every other row is one by itself. */
const chained = (rows: readonly GridRow[], id: string): RowName[] => {
  let first = 0
  return rows.map(({ keepNext }, index) => {
    if (!keepNext || !rows[index - 1]?.keepNext) first = index
    return { id: `${id}.${index}`, chain: `${id}.${first}` }
  })
}

/** One table, or several where a row must begin a page: the library repeats no head after a break within a table. */
const grid = (drawn: Grid, id: string, breaks: ReadonlySet<string>): Content[] => {
  const names = chained(drawn.rows, id)
  const starts = [0, ...names.flatMap((row, index) => (index > 0 && breaks.has(row.id) ? [index] : []))]
  return starts.map((start, part): Content => {
    const end = starts[part + 1]
    const name = `${id}.head.${part}`
    return {
      ...table(drawn, [drawn.head, ...drawn.rows.slice(start, end)], [{ id: name, chain: name }, ...names.slice(start, end)]),
      ...((part > 0 || breaks.has(names[0]?.id ?? '')) && { pageBreak: 'before' }),
    }
  })
}

const single = (drawn: Drawn, id: string, { room, breaks }: Place): Content[] => {
  if (drawn.type === 'columns') return [columns(drawn)]
  if (drawn.type === 'grid') return grid(drawn, id, breaks)
  return [{ ...(partOf(drawn, room) as object), ...(id !== '' && named(id)) } as Content]
}

/** Where the lines begin that are tied to the columns at `end`: the last paragraph that stays with the signature. */
const tiedFrom = (drawn: readonly Drawn[], end: number): number => {
  const before = drawn[end - 1]
  return before?.type === 'line' && before.keepNext ? tiedFrom(drawn, end - 1) : end
}

// Between two paragraphs Word leaves the greater of their spaces, not the sum.
const collapsed = (drawn: readonly Drawn[]): Drawn[] =>
  drawn.map((part, index) => {
    const above = drawn[index - 1]
    return part.type === 'line' && above?.type === 'line' ? { ...part, before: Math.max(0, part.before - above.after) } : part
  })

/** The sheet, its width in twips, and the rows of its tables that begin a page. */
type Place = { sheet: number; room: number; breaks: ReadonlySet<string> }

/** The parts of one sheet; what a signature must stay with is one piece with it. */
export const pdfDrawn = (spaced: readonly Drawn[], place: Place): Content[] => {
  const drawn = collapsed(spaced)
  const ties = drawn.flatMap((part, end) => (part.type === 'columns' ? [{ start: tiedFrom(drawn, end), end }] : []))
  return drawn.flatMap((part, index): Content[] => {
    const tie = ties.find(({ start, end }) => index >= start && index <= end)
    if (!tie || tie.start === tie.end) return single(part, `${place.sheet}.${index}`, place)
    if (index !== tie.end) return []
    return [{ unbreakable: true, stack: drawn.slice(tie.start, tie.end + 1).flatMap((tied) => single(tied, '', place)) }, mark()]
  })
}
