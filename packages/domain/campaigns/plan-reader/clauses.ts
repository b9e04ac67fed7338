import { flat } from './paper.ts'
import type { Piece } from './pieces.ts'
import { goesOn, type Reading } from './reading.ts'
import type { Clause } from './work.ts'

type Level = 'number' | 'sub' | 'letter' | 'bold' | 'bullet' | 'plain'

/** What the clauses of a part begin with: the highest numeral there is, else bold words, else bullets, else nothing. */
const levelOf = (pieces: readonly Piece[]): Level => {
  const numbered = (['number', 'sub', 'letter'] as const).find((kind) => pieces.some(({ marker }) => marker?.kind === kind))
  if (numbered) return numbered
  const isBold = ({ marker, bold }: Piece) => marker === null && bold
  if (pieces.some(isBold) && !pieces.every(isBold)) return 'bold'
  return pieces.some(({ marker }) => marker?.kind === 'bullet') ? 'bullet' : 'plain'
}

const begins = ({ marker, bold }: Piece, level: Level): boolean => {
  if (level === 'plain') return marker === null
  return level === 'bold' ? marker === null && bold : marker?.kind === level
}

/** Words to all of them at the end of part IV, which belong to no clause. */
const toAll = /^(?:trong qua trinh|can cu|de nghi|yeu cau)\b/

const romans = { activity: 'II', organisation: 'IV' } as const

/**
 * The clauses of a part under the place they have in the program's plan, whatever numeral the paper gives its parts.
 * @param known clauses of this kind that came before, whose numbers are taken
 */
export const readClauses = (
  { pieces, took }: Reading,
  places: readonly number[],
  role: 'activity' | 'organisation',
  known: readonly Clause[],
): Clause[] => {
  const level = levelOf(places.flatMap((at) => pieces[at] ?? []))
  const taken = new Set(known.map(({ clause }) => clause))
  const clauses: Clause[] = []
  const placeOf = (value: number): string => {
    let number = Math.max(1, value)
    while (taken.has(`${romans[role]}.${number}`)) number += 1
    taken.add(`${romans[role]}.${number}`)
    return `${romans[role]}.${number}`
  }
  for (const at of places) {
    const piece = pieces[at]
    if (!piece || piece.text === '') continue
    const current = clauses.at(-1)
    const wasOpen = current && current.details.length === 0 && goesOn(current.text, piece)
    if (!wasOpen && begins(piece, level) && taken.size < 99) {
      const clause = placeOf(piece.marker?.value ?? 0)
      took(at, role, clause)
      clauses.push({ clause, text: piece.text, details: [] })
    } else if (current && !(role === 'organisation' && piece.marker === null && toAll.test(flat(piece.text)))) {
      took(at, role, current.clause)
      if (wasOpen) current.text = `${current.text} ${piece.text}`
      else current.details.push(`${piece.marker?.label ?? ''} ${piece.text}`.trim())
    }
  }
  return clauses
}
