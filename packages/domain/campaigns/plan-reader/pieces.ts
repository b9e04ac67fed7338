import { cleanParagraph } from '../../text.ts'
import { standsAlone } from './headings.ts'
import { type Marker, readMarker } from './markers.ts'
import { flat, isCapital, type PaperParagraph } from './paper.ts'

/** `text` without its marker. */
export type Piece = { paragraph: number; text: string; marker: Marker | null; bold: boolean; cell: boolean }

const ownWords = /^(so\s*:|so\s+\d*\s*\/|noi nhan|can cu |tren day la )|^[a-z ,.]{2,40}, ngay\b/

const ownLine = (line: string): boolean => /^\p{Lu}/u.test(line) && ownWords.test(flat(line))

/** Whether a line within a paragraph goes on with the sentence of the line before. */
const continues = (before: string, line: string): boolean => {
  if (readMarker(line).marker || standsAlone(line) || ownLine(line) || /:$/.test(before)) return false
  if (isCapital(before)) return isCapital(line) && readMarker(before).marker !== null
  // A whole sentence of the letterhead may be broken; a short line of it ("Số: 12/KH-KHCN") is complete.
  return !isCapital(line) && !standsAlone(readMarker(before).rest) && (!ownLine(before) || /^(?:can cu|tren day)/.test(flat(before)))
}

const linesOf = (text: string): string[] => {
  const lines: string[] = []
  // Two halves of a letterhead are often set apart by tabs instead of a table.
  for (const line of cleanParagraph(text.replace(/(?<=\S\s\S.*)\t+/g, '\n')).split('\n')) {
    const before = lines.at(-1)
    if (line === '') continue
    if (before !== undefined && continues(before, line)) lines[lines.length - 1] = `${before} ${line}`
    else lines.push(line)
  }
  return lines
}

/** Where a heading ends and its text goes on in the same line: "III. THỜI GIAN Thời gian thực hiện…", "Mục đích: Nhằm…". */
const afterHeading = (line: string): number | null => {
  const skipped = line.length - readMarker(line).rest.length
  const ends = [...line.slice(skipped).matchAll(/\s+|$/g)].slice(0, 12).map(({ index }) => skipped + index)
  for (const end of ends.toReversed()) {
    const [head, tail] = [line.slice(skipped, end), line.slice(end).trim()]
    if (tail === '' || !standsAlone(head)) continue
    const parted = /[:.]$/.test(head) || /^[-–+•:]/.test(tail) || (isCapital(head) && !isCapital(tail.split(/\s+/, 2).join(' ')))
    if (parted) return end
  }
  return null
}

const joinedBullet = /(?<=[.;:])\s+(?=[-–+•]\s*\p{Lu})/u
const joinedRoman = /(?<=[.;])\s+(?=[IVX]{1,4}\.\s+\p{Lu}{2})/u

/** Where the next of a numbered row begins within the line of the one before. */
const nextNumber = ({ kind, value }: Marker): RegExp | null =>
  kind === 'number' ? new RegExp(`(?<=[.;])\\s+(?=${value + 1}\\s*[.)/]\\s+\\p{Lu})`, 'u') : null

const apart = (line: string): string[] => {
  const { marker } = readMarker(line)
  const next = marker && nextNumber(marker)
  const cuts = [afterHeading(line), ...[joinedBullet, joinedRoman, ...(next ? [next] : [])].map((pattern) => pattern.exec(line)?.index ?? null)]
  const at = Math.min(...cuts.filter((cut) => cut !== null && cut > 0).map(Number))
  return Number.isFinite(at) ? [line.slice(0, at), ...apart(line.slice(at).trim())] : [line]
}

/** Every paragraph in the pieces it is made of: lines that are one sentence come together, what was run together comes apart. */
export const piecesOf = (paragraphs: readonly PaperParagraph[]): Piece[] =>
  paragraphs.flatMap(({ text, numeral, bold, cell }, paragraph) => {
    const lines = linesOf(`${numeral ?? ''} ${text}`).flatMap(apart)
    return lines.map((line) => {
      const { marker, rest } = readMarker(line)
      return { paragraph, text: rest, marker, bold, cell }
    })
  })
