import { themeIn } from './bases.ts'
import { readClauses } from './clauses.ts'
import { periodIn } from './days.ts'
import { type Section, sectionOf } from './headings.ts'
import { isCapital, type PlanProposal } from './paper.ts'
import type { Piece } from './pieces.ts'
import { goesOn, isRule, type Reading } from './reading.ts'
import type { Clause } from './work.ts'

export type Body = Pick<PlanProposal, 'theme' | 'purpose' | 'requirements' | 'startsOn' | 'endsOn'> & { content: Clause[]; organisation: Clause[] }

type Part = { section: Section | null; pieces: number[] }

const upper = new Set(['roman', 'part'])
const within = new Set<Section>(['purpose', 'requirements', 'theme'])

/** Whether the parts of this paper have Roman numerals; then "3. Hoạt động" is a clause and no part. */
const hasUpper = ({ pieces }: Reading): boolean => pieces.some(({ text, marker }) => marker && upper.has(marker.kind) && sectionOf(text) !== null)

type Opened = Section | 'unknown' | null

const opens = (piece: Piece, roman: boolean): Opened => {
  const { text, marker, bold } = piece
  const section = sectionOf(text)
  const low = marker !== null && !upper.has(marker.kind)
  if (section && !(low && roman && !within.has(section))) return section
  if (marker && upper.has(marker.kind)) return 'unknown'
  const heads = isCapital(text) && text.length < 120 && (bold || marker?.kind === 'number')
  return heads && !(low && roman) ? 'unknown' : null
}

/** The parts with what stands in each; a part whose heading is strange keeps its paragraphs to itself. */
const partsOf = (reading: Reading, from: number, end: number): Part[] => {
  const roman = hasUpper(reading)
  const parts: Part[] = []
  for (let at = from; at < end; at += 1) {
    const piece = reading.pieces[at]
    if (!piece) continue
    if (isRule(piece.text) && piece.text !== '') reading.took(at, 'rule')
    else if (piece.text === '' && piece.marker && upper.has(piece.marker.kind)) {
      // "Phần I" on a line of its own: the words of its heading follow.
      const next = reading.pieces[at + 1]
      if (next && sectionOf(next.text)) reading.took(at, 'heading')
    } else {
      const section = opens(piece, roman)
      if (section === null) parts.at(-1)?.pieces.push(at)
      else {
        if (section !== 'unknown') reading.took(at, 'heading')
        parts.push({ section: section === 'unknown' ? null : section, pieces: [] })
      }
    }
  }
  return parts
}

const readPoints = ({ pieces, took }: Reading, part: Part, role: 'purpose' | 'requirements', lines: string[]): void => {
  for (const at of part.pieces) {
    const piece = pieces[at]
    if (!piece) continue
    took(at, role)
    const before = lines.at(-1)
    if (goesOn(before, piece)) lines[lines.length - 1] = `${before} ${piece.text}`
    else lines.push(piece.text)
  }
}

const readPeriod = ({ pieces, took }: Reading, part: Part, year: number | null) => {
  for (const at of part.pieces) {
    const period = periodIn(pieces[at]?.text ?? '', year)
    if (!period) continue
    took(at, 'period')
    return period
  }
  return null
}

const readTheme = ({ pieces, took }: Reading, { pieces: [at] }: Part): string => {
  const text = at === undefined ? '' : (pieces[at]?.text ?? '')
  if (at === undefined || text === '') return ''
  took(at, 'theme')
  return themeIn(`chủ đề ${text}`) || text.replace(/[.;]$/u, '')
}

/** The parts of the plan, each piece under what its heading says. */
export const readBody = (reading: Reading, from: number, end: number, year: number | null): Body => {
  const body: Body = { theme: '', purpose: '', requirements: '', startsOn: null, endsOn: null, content: [], organisation: [] }
  const lines = { purpose: [] as string[], requirements: [] as string[] }
  for (const part of partsOf(reading, from, end)) {
    if (part.section === 'purpose' || part.section === 'requirements') readPoints(reading, part, part.section, lines[part.section])
    else if (part.section === 'theme') body.theme ||= readTheme(reading, part)
    else if (part.section === 'content') body.content.push(...readClauses(reading, part.pieces, 'activity', body.content))
    else if (part.section === 'organisation') body.organisation.push(...readClauses(reading, part.pieces, 'organisation', body.organisation))
    else if (part.section === 'period' && body.startsOn === null) Object.assign(body, readPeriod(reading, part, year))
  }
  return { ...body, purpose: lines.purpose.join('\n'), requirements: lines.requirements.join('\n') }
}
