import { parse } from 'csv-parse/sync'

const separators = [';', ',', '\t', '|'] as const

const isUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 without one, and else the code page of Vietnamese Windows. */
const decoded = (bytes: Uint8Array): string => {
  const wide = isUtf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}

const withoutHint = (text: string): { text: string; separator: string | undefined } => {
  const [hint, separator] = /^sep=(.)\r?\n/.exec(text) ?? []
  return { text: hint === undefined ? text : text.slice(hint.length), separator }
}

/** How often each separator stands outside of quotes, by line. */
const countsOf = (text: string, separator: string): number[] => {
  const counts = [0]
  let inside = false
  for (const letter of text) {
    if (letter === '"') inside = !inside
    else if (inside) continue
    else if (letter === separator) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
    else if (letter === '\n' || letter === '\r') counts.push(0)
  }
  return counts
}

/** Lines of one table have the same number of separators: how many lines the most frequent number of at least two has. */
const likeness = (counts: readonly number[]): number => {
  const lines = Map.groupBy(
    counts.filter((count) => count >= 2),
    (count) => count,
  )
  return Math.max(0, ...[...lines.values()].map((alike) => alike.length))
}

const separatorOf = (text: string): string | undefined => {
  const head = text.slice(0, 100_000)
  const scores = separators.map((separator) => likeness(countsOf(head, separator)))
  const most = Math.max(...scores)
  return most >= 2 ? separators[scores.indexOf(most)] : undefined
}

// Tab and the ends of lines are the only controls of a table.
const controls = /(?![\t\n\r])\p{Cc}/u

/** Whether bytes of no known form are a table in text: no control characters, and at least two lines cut alike. */
export const isDelimited = (bytes: Uint8Array): boolean => {
  const { text, separator } = withoutHint(decoded(bytes))
  return !controls.test(text.slice(0, 1_000_000)) && (separator !== undefined || separatorOf(text) !== undefined)
}

/** The rows of a CSV file, by the separator that cuts its lines alike. @throws Error for a file that no reader understands */
export const readDelimited = (bytes: Uint8Array, maximumRows: number): string[][] => {
  const { text, separator } = withoutHint(decoded(bytes))
  return parse(text, {
    delimiter: separator ?? separatorOf(text) ?? ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    bom: true,
    to: maximumRows,
    max_record_size: 100_000,
  }) as string[][]
}
