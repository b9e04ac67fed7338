import type { Alignment, PartialDate, Run } from '../model.ts'

/** A paragraph as it is drawn: type size and spacing in points, indents in twips, `leading` as a multiple of single spacing. */
export type Line = {
  type: 'line'
  runs: readonly Run[]
  size: number
  align: Alignment | 'both'
  before: number
  after: number
  left?: number
  right?: number
  firstLine?: number
  leading?: number
  /** Stays on the page of what follows. */
  keepNext?: boolean
  /** Is not broken over pages. */
  keepLines?: boolean
  /** Place in the outline, 0 the highest. */
  outline?: number
}

/** A drawn line between two indents (twips); dashed where paper is cut. */
export type Rule = { type: 'rule'; left: number; right: number; dashed?: boolean }

/** A PNG in the middle of its room: a code, a signature. Width and height in twips. */
export type Picture = { type: 'picture'; png: Uint8Array; width: number; height: number }

export type Part = Line | Rule | Picture

/** Lines side by side without borders; widths in twips, rows stay whole. */
export type Columns = { type: 'columns'; widths: readonly number[]; rows: readonly (readonly (readonly Part[])[])[] }

/** `lines` are parted by hard breaks, a picture stands under them; `width` in twips over all columns the cell takes. */
export type GridCell = { lines: readonly string[]; picture?: Picture | undefined; span: number; width: number; align: Alignment; bold: boolean }
/** `height` is the least height in twips. */
export type GridRow = { cells: readonly GridCell[]; height: number | null; keepNext: boolean }
/** A table with borders, whose head comes again on every page. */
export type Grid = { type: 'grid'; widths: readonly number[]; size: number; head: GridRow; rows: readonly GridRow[] }

export type Drawn = Part | Columns | Grid

export type Orientation = 'portrait' | 'landscape'

/** Pages of one orientation, counted from 1; the first bears no number. */
export type Sheet = { orientation: Orientation; drawn: readonly Drawn[] }

export type Properties = { title: string; creator: string; issuedOn: PartialDate }

/** A whole document laid out: what .docx and .pdf are both drawn from, so that no word of theirs can differ. */
export type Paper = { properties: Properties; sheets: readonly Sheet[] }
