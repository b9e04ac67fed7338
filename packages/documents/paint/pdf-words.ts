import { boldWidth } from '../layout/bold-width.ts'
import type { Line } from '../layout/paper.ts'
import type { Run } from '../model.ts'

// The library spreads a justified line at every place where it might break, within 759/LĐTB&XH-TE&BDG too. Whole words leave it the spaces
// alone; a long word is parted at its hyphen only where the line above would otherwise gape.

/** Beyond this many letters a word may be wider than its line, and the library must break it. */
const breakable = 50
/** The part of a line that may stay empty before its words are drawn apart visibly. */
const gape = 0.15
/** Common letters are that much narrower than bold ones. */
const narrower = 0.95

const estimated = (text: string, size: number, bold: boolean): number => boldWidth(text, size) * (bold ? 1 : narrower)

export type Word = { text: string; bold: boolean; italics: boolean; noWrap?: true }

const wordOf = (text: string, { bold = false, italic = false }: Run): Word => ({
  text,
  bold,
  italics: italic,
  ...(text.length <= breakable && { noWrap: true }),
})

/** The runs of a justified line of `room` twips as the words the library may part them into. */
export const justifiedWords = ({ runs, size, firstLine = 0 }: Line, room: number): Word[] => {
  let used = firstLine
  return runs.flatMap((run) => {
    const widthOf = (text: string): number => estimated(text, size, run.bold ?? false)
    return (run.text.match(/\s*\S+\s*|\s+/gu) ?? ['']).flatMap((text) => {
      const fits = used + widthOf(text.trimEnd()) <= room
      const hyphen = text.search(/-\S/u) + 1
      if (!fits && hyphen > 0 && room - used > room * gape && used + widthOf(text.slice(0, hyphen)) <= room) {
        used = widthOf(text.slice(hyphen))
        return [wordOf(text.slice(0, hyphen), run), wordOf(text.slice(hyphen), run)]
      }
      used = (fits ? used : 0) + widthOf(text)
      return [wordOf(text, run)]
    })
  })
}
