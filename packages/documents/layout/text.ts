import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Alignment, Run } from '../model.ts'
import { boldWidth } from './bold-width.ts'
import { points, typeSize } from './page.ts'
import { printable } from './printable.ts'

/** Capitals by Vietnamese rule. */
export const capitals = (text: string): string => text.toLocaleUpperCase('vi')

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, both: AlignmentType.BOTH } as const

type LineStyle = { size?: number; bold?: boolean; italic?: boolean; align?: Alignment | 'both'; before?: number; after?: number }
type Layout = Pick<IParagraphOptions, 'keepNext' | 'keepLines' | 'indent' | 'outlineLevel' | 'spacing' | 'tabStops'>

const textRun = (run: Run, style: LineStyle): TextRun =>
  new TextRun({
    text: printable(run.text),
    size: typeSize(style.size ?? 14),
    ...((run.bold ?? style.bold) && { bold: true }),
    ...((run.italic ?? style.italic) && { italics: true }),
  })

/** One paragraph; sizes and spacing in points, 14 when none is said. */
export const line = (content: string | readonly Run[], style: LineStyle = {}, layout: Layout = {}): Paragraph => {
  const runs = typeof content === 'string' ? [{ text: content }] : content
  return new Paragraph({
    alignment: alignments[style.align ?? 'left'],
    spacing: { before: points(style.before ?? 0), after: points(style.after ?? 0) },
    ...layout,
    children: runs.map((run) => textRun(run, style)),
  })
}

export const centered = (content: string | readonly Run[], style: LineStyle = {}, layout: Layout = {}): Paragraph =>
  line(content, { align: 'center', ...style }, layout)

/** Twips a line takes when the text is spread evenly over as many lines as the room forces. */
const evenLine = (text: string, size: number, room: number): number => boldWidth(text, size) / Math.max(1, Math.ceil(boldWidth(text, size) / room))

/** A drawn line under bold text: `part` of the text's own length, in the middle of `room` (twips). */
export const ruleUnder = (text: string, size: number, part: number, room: number): Paragraph => {
  const side = Math.round((room - evenLine(text, size, room) * part) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 0, line: points(3), lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  })
}

/** Centred text; one too long for a line breaks evenly instead of leaving a word alone. */
export const evenTitle = (text: string, style: LineStyle & { size: number }, room: number, layout: Layout = {}): Paragraph => {
  const width = boldWidth(text, style.size) > room ? Math.min(room, evenLine(text, style.size, room) * 1.15) : room
  const side = Math.round((room - width) / 2)
  return centered(text, style, { ...layout, indent: { left: side, right: side } })
}
