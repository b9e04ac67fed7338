import type { Orientation } from './paper.ts'

/** Twips, rounded up so that a margin is never below the decree's least. */
export const millimetres = (length: number): number => Math.ceil((length * 1440) / 25.4)

/** Twips of a length in points. */
export const points = (length: number): number => length * 20

/** A4 in twips. */
export const sheet = { width: 11906, height: 16838 }
export const margin = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15), header: millimetres(10) }

/** Size in points of the number in the middle of the top margin. */
export const pageNumberSize = 14

/** Width in twips between the margins. */
export const textWidth: Record<Orientation, number> = {
  portrait: sheet.width - margin.left - margin.right,
  landscape: sheet.height - margin.left - margin.right,
}
