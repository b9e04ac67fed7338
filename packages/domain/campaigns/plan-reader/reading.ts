import type { PieceRole } from './paper.ts'
import type { Piece } from './pieces.ts'

/** What was found out about each piece so far; what nobody speaks for is not understood. */
export type Reading = {
  pieces: readonly Piece[]
  took: (at: number, role: PieceRole, clause?: string) => void
}

/** Lines and signs that carry no words. */
export const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)

export const endsOpen = (text: string): boolean => !/[.;:!?”"/]$/u.test(text)

/** A sentence that was broken in two goes on in small letters. */
export const goesOn = (before: string | undefined, { text, marker }: Piece): before is string =>
  before !== undefined && marker === null && endsOpen(before) && /^\p{Ll}/u.test(text)
