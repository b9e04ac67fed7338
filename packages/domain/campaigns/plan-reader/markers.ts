import { flat } from './paper.ts'

/** What stands before a paragraph. `value` counts it (3 of "3.", "III.", "c)", "2.3."); a bullet has 0. */
export type Marker = { kind: 'part' | 'roman' | 'number' | 'sub' | 'letter' | 'bullet'; value: number; label: string }

const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
const words: Readonly<Record<string, number>> = { nhat: 1, mot: 1, hai: 2, ba: 3, tu: 4, bon: 4, nam: 5, sau: 6 }

const romanValue = (roman: string): number => {
  const values = [...roman.toLowerCase()].map((letter) => digits[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

const countOf = (written: string): number => words[written] ?? (/^\d+$/.test(written) ? Number(written) : romanValue(written))

type Reading = { kind: Marker['kind']; pattern: RegExp; value: (match: RegExpExecArray) => number }

// Patterns meet the text without marks; what needs capitals looks at the text itself.
const readings: readonly Reading[] = [
  {
    kind: 'part',
    pattern: /^(?:phan|muc|chuong)\s+(?:thu\s+)?([ivx]{1,5}|\d{1,2}|nhat|mot|hai|ba|tu|bon|nam|sau)(?:\s*[.:)–-]\s*|\s+|$)/,
    value: ([, written = '']) => countOf(written),
  },
  { kind: 'sub', pattern: /^\d{1,2}\.(\d{1,2})(?:[.)]\s*|\s+)(?!\d)/, value: ([, minor]) => Number(minor) },
  { kind: 'number', pattern: /^(\d{1,2})(?:\s*[.)/]\s*|\s+-\s+)(?!\d)/, value: ([, number]) => Number(number) },
  { kind: 'letter', pattern: /^([a-z])\s*[.)]\s+/, value: ([, letter = 'a']) => letter.charCodeAt(0) - 96 },
  { kind: 'bullet', pattern: /^[-–—+*•·●○◦▪■❖➢✓→\uf000-\uf0ff]\s*/, value: () => 0 },
]

const romanAt = /^([IVX]{1,5})(?:\s*[.):/–-]\s*|\s+(?=\p{Lu}{2}))(?=\p{L})/u
/** "1 Trưởng các phòng": a numeral whose full stop was forgotten. */
const bareNumber = /^(\d{1,2})\s+(?=\p{Lu}\p{Ll})/u

const made = (kind: Marker['kind'], value: number, label: string): Marker => ({ kind, value, label: label.trim() })

/** The numeral or bullet a paragraph begins with, and what follows it. */
export const readMarker = (text: string): { marker: Marker | null; rest: string } => {
  const roman = romanAt.exec(text)
  if (roman?.[1]) return { marker: made('roman', romanValue(roman[1]), roman[0]), rest: text.slice(roman[0].length) }
  const bare = bareNumber.exec(text)
  if (bare) return { marker: made('number', Number(bare[1]), bare[0]), rest: text.slice(bare[0].length) }
  const folded = flat(text)
  for (const { kind, pattern, value } of readings) {
    const match = pattern.exec(folded)
    if (!match) continue
    // A letter of a list is a small one: "A. Nguyễn" is a name.
    if (kind === 'letter' && text[0] !== folded[0] && text[0] !== 'đ') continue
    return { marker: made(kind, value(match), text.slice(0, match[0].length)), rest: text.slice(match[0].length) }
  }
  return { marker: null, rest: text }
}
