import type { Run } from '../model.ts'
import { boldWidth } from './bold-width.ts'
import type { Line, Rule } from './paper.ts'
import { printable } from './printable.ts'

/** Capitals by Vietnamese rule. */
export const capitals = (text: string): string => text.toLocaleUpperCase('vi')

type Style = Partial<Omit<Line, 'type' | 'runs'>> & { bold?: boolean; italic?: boolean }

/** One paragraph, 14 points when no size is said. `bold` and `italic` hold for runs that say nothing themselves. */
export const line = (content: string | readonly Run[], { bold = false, italic = false, ...style }: Style = {}): Line => {
  const runs = typeof content === 'string' ? [{ text: content }] : content
  return {
    type: 'line',
    size: 14,
    align: 'left',
    before: 0,
    after: 0,
    ...style,
    runs: runs.map((run) => ({ text: printable(run.text), bold: run.bold ?? bold, italic: run.italic ?? italic })),
  }
}

export const centered = (content: string | readonly Run[], style: Style = {}): Line => line(content, { align: 'center', ...style })

/** Twips a line takes when the text is spread evenly over as many lines as the room forces. */
const evenLine = (text: string, size: number, room: number): number => boldWidth(text, size) / Math.max(1, Math.ceil(boldWidth(text, size) / room))

/** A drawn line under bold text: `part` of the text's own length, in the middle of `room` (twips). */
export const ruleUnder = (text: string, size: number, part: number, room: number): Rule => {
  const side = Math.round((room - evenLine(text, size, room) * part) / 2)
  return { type: 'rule', left: side, right: side }
}

/** Centred text; one too long for a line breaks evenly instead of leaving a word alone. */
export const evenTitle = (text: string, style: Style & { size: number }, room: number): Line => {
  const width = boldWidth(text, style.size) > room ? Math.min(room, evenLine(text, style.size, room) * 1.15) : room
  const side = Math.round((room - width) / 2)
  return centered(text, { ...style, left: side, right: side })
}
