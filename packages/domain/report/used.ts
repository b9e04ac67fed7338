import { foldText } from '../text.ts'

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The longest run of common words in their order, with others between them allowed. */
const common = (left: readonly string[], right: readonly string[]): number => {
  let row = new Array<number>(right.length + 1).fill(0)
  for (const word of left) {
    const next = [0]
    for (const [at, other] of right.entries()) next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Whether a result stands in a text already: the office shortens and joins, so most of its words in their order are enough. */
export const isUsed = (result: string, text: string): boolean => {
  const words = wordsOf(result).slice(0, 200)
  return words.length > 0 && common(words, wordsOf(text)) / words.length >= 0.6
}
