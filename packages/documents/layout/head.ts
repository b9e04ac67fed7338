import { longDate } from '../long-date.ts'
import type { Agency, PartialDate } from '../model.ts'
import { millimetres } from './page.ts'
import type { Columns, Line, Rule } from './paper.ts'
import { sideBySide } from './table.ts'
import { capitals, centered, evenTitle, ruleUnder } from './text.ts'

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

// At 13 pt the country's line alone takes 96 of the 165 mm, and an ordinary agency's name no longer stands beside it: the head keeps the
// decree's lesser set, 12 for the country and the agency, 13 for the motto, the place and the number.

// The decree lets the parent's usual words be abbreviated; spelled out, the province's name breaks in the middle of the column.
const parentLine = (name: string): string => capitals(name).replace(/^[ỦU][ỶY] BAN NHÂN DÂN/u, 'UBND')

const agencyLines = (agency: Agency, room: number): (Line | Rule)[] => {
  const name = capitals(agency.name)
  return [
    ...(agency.parentName ? [evenTitle(parentLine(agency.parentName), { size: 12 }, room)] : []),
    evenTitle(name, { size: 12, bold: true }, room),
    ruleUnder(name, 12, 0.42, room),
  ]
}

const nationalLines = (room: number): (Line | Rule)[] => [
  centered(country, { size: 12, bold: true }),
  centered(motto, { size: 13, bold: true }),
  ruleUnder(motto, 13, 1, room),
]

/** `Số: 05/BC-KHCN`; a number below 10 takes a zero, a missing one leaves room for the records desk. */
export const numberText = (number: string | null, symbol: string): string =>
  number === null || number.trim() === '' ? `${' '.repeat(8)}/${symbol}` : `${number.trim().padStart(2, '0')}/${symbol}`

/** The head over `width` twips; `numberLine` and `date` may be left out by lists that have none. */
export const head = (agency: Agency, numberLine: string, place: { name: string; on: PartialDate } | null, width: number): Columns => {
  const right = Math.max(millimetres(92), Math.round(width * 0.5))
  const left = width - right
  return sideBySide(
    [left, right],
    [
      [agencyLines(agency, left), nationalLines(right)],
      [
        [centered(numberLine, { size: 13, before: 6 })],
        [centered(place ? `${place.name}, ${longDate(place.on)}` : '', { size: 13, italic: true, before: 6 })],
      ],
    ],
  )
}
