import { readGiftCode } from './code.ts'

/** Numbers of the signing list, codes that were scanned from it, and what is neither; each once, in the order of entry. */
export type PaperEntry = { numbers: number[]; codes: string[]; wrong: string[] }

const longest = 2_000

/** `7` or `12-15`; null for anything else. */
const rangeOf = (part: string): number[] | null => {
  const match = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part)
  if (!match) return null
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  if (from === 0 || to < from || to - from >= longest) return null
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** Reads what is typed from a signed list: `1-15, 17, 20`, and codes from a scanner, one after the other with any marks between them. */
export const readPaperEntry = (text: string): PaperEntry => {
  const entry: PaperEntry = { numbers: [], codes: [], wrong: [] }
  // Codes as they are printed for reading out, in three groups, come together before the rest is taken apart.
  const whole = text.replace(/\b\d{3} \d{3} \d{4}\b/g, (code) => readGiftCode(code) ?? code).replace(/\s*[-–—]\s*/g, '-')
  for (const part of whole.split(/[\s,;.]+/).filter((one) => one !== '')) {
    const code = readGiftCode(part)
    const range = rangeOf(part)
    if (code !== null) entry.codes.push(code)
    else if (range !== null) entry.numbers.push(...range)
    else entry.wrong.push(part)
  }
  return { numbers: [...new Set(entry.numbers)], codes: [...new Set(entry.codes)], wrong: [...new Set(entry.wrong)] }
}
