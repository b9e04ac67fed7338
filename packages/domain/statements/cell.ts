import type { IsoDate } from '../dates.ts'
import { withoutMarks } from '../text.ts'

/**
 * A cell of a bank statement: its text as the file shows it, beside the number or the day that a spreadsheet keeps of it.
 * `covered`: it lies under a cell that is merged downwards, and repeats it.
 */
export type Cell = { text: string; number?: number; day?: IsoDate; covered?: true }

const empty: Cell = { text: '' }

export const cellAt = (cells: readonly (Cell | undefined)[], column: number): Cell => cells[column] ?? empty

/** Words of a cell without marks, digits and letters alone: how banks' headings and remarks are compared. */
export const wordsOf = (text: string): string =>
  withoutMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** What a cell says of itself; what only repeats the cell above says nothing. */
export const ownText = ({ text, covered }: Cell): string => (covered ? '' : text.trim())
