// Advance widths of Times New Roman Bold in thousandths of the type size. The decree measures its rules by the line of text above them,
// and a file cannot ask the reader's printer for that length.
const widths: readonly (readonly [number, string])[] = [
  [250, ' ,.'],
  [278, '/il'],
  [333, '!()-:;fjt'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, '0123456789?Jagovxy–“”'],
  [556, 'Sbdhknpqu'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYw'],
  [778, 'GHKOQ'],
  [833, '&m'],
  [944, 'M'],
  [1000, 'W'],
]
const widthByCharacter = new Map(widths.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)))
const usualWidth = 500

/** Width in twips of bold text at a size in points. Marks add none: letters are measured bare. */
export const boldWidth = (text: string, points: number): number => {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')]
  const thousandths = letters.reduce((sum, letter) => sum + (widthByCharacter.get(letter) ?? usualWidth), 0)
  return Math.round((thousandths * points * 20) / 1000)
}
