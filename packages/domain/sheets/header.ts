import { foldText } from '../text.ts'

/** Where the columns of a spreadsheet are told. */
export type Header<Field extends string> = {
  /** Index of the header's row among the rows given; the people follow it. */
  at: number
  columns: ReadonlyMap<number, Field>
}

/** What a column holds, by its own heading and by the one that stands over it and its neighbours; both as keys. */
export type Recognise<Field extends string> = (own: string, above: string) => Field | undefined

/** "Họ và tên (*)" and "HỌ  VÀ TÊN" are one heading; a remark in brackets says nothing. */
export const headingKey = (text: string): string => wordsKey(text.replace(/\([^)]*\)/g, ' '))

/** Words alone, without marks and capitals: "Công chức/Viên chức" → "cong chuc vien chuc". */
export const wordsKey = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Fields by each of the headings that offices give them, the headings as keys with | between. */
export const fieldsByHeading = <Field extends string>(synonyms: Readonly<Record<Field, string>>): ReadonlyMap<string, Field> =>
  new Map((Object.entries(synonyms) as [Field, string][]).flatMap(([field, words]) => words.split('|').map((word) => [word, field] as const)))

export const searchedRows = 10

const columnsOf = <Field extends string>(cells: readonly string[], above: readonly string[], recognise: Recognise<Field>): Map<number, Field> => {
  const keys = cells.map(headingKey)
  const over = above.map(headingKey)
  const named = keys.flatMap((own, column) => {
    const field = own === '' ? undefined : recognise(own, over[column] ?? '')
    return field === undefined ? [] : [[column, field] as const]
  })
  // A heading that stands only in the upper of two rows counts where the lower one is a header by itself.
  if (named.length < 2) return new Map(named)
  const width = Math.max(cells.length, above.length)
  const upper = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const field = (keys[column] ?? '') === '' ? recognise(over[column] ?? '', '') : undefined
    return field === undefined ? [] : [[column, field] as const]
  })
  return new Map([...named, ...upper].toSorted(([left], [right]) => left - right))
}

/**
 * The row among the first ten that names the most fields; of two alike that follow each other the lower one, since a head may be merged
 * over two rows. One that comes again further below is the head of a printed page. What may be a value as well ("Nam", "Mẹ") proves no header.
 */
export const findHeader = <Field extends string>(
  rows: readonly (readonly string[])[],
  recognise: Recognise<Field>,
  isValue: (key: string) => boolean = () => false,
): Header<Field> | null => {
  let best: Header<Field> | null = null
  let most = 1
  rows.slice(0, searchedRows).forEach((cells, at) => {
    const columns = columnsOf(cells, rows[at - 1] ?? [], recognise)
    const proven = new Set([...columns].flatMap(([column, field]) => (isValue(headingKey(cells[column] ?? '')) ? [] : [field]))).size
    const named = proven < 2 ? 0 : new Set(columns.values()).size
    if (named < 2 || named < most || (named === most && best && best.at < at - 1)) return
    best = { at, columns }
    most = named
  })
  return best
}
