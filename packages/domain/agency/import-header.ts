import { foldText } from '../text.ts'

/** What a column of the spreadsheet may hold; a name may also stand in two columns. */
export type ImportField = 'code' | 'name' | 'familyName' | 'givenName' | 'unit' | 'position' | 'kind' | 'email' | 'phone'

/** As departments head their lists, without marks. */
const synonyms: Record<ImportField, string> = {
  code: 'ma|ma so|ma cb|ma can bo|ma so can bo|ma nv|ma nhan vien|ma nguoi lao dong|ma cbccvc|ma cbccvcnld|so hieu|so hieu can bo|so hieu cbccvc',
  name: 'ho ten|ho va ten|ho ten can bo|ho va ten can bo|ten can bo|ho ten nhan vien|ho va ten nhan vien|ten nhan vien|ho va ten cbccvc|ho va ten cbccvcnld|ho va ten khai sinh',
  familyName: 'ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu dem|ho va chu lot',
  givenName: 'ten|ten goi',
  unit: 'don vi|phong|phong ban|phong don vi|don vi cong tac|phong don vi cong tac|phong ban don vi|bo phan|noi cong tac|ten don vi',
  position: 'chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|vi tri viec lam|vi tri cong tac|chuc vu hien tai',
  kind: 'loai|doi tuong|phan loai|dien|loai can bo|loai lao dong|loai hinh lao dong|cc vc nld|cc vc ld|cc vc nguoi lao dong|cong chuc vien chuc nguoi lao dong|cong chuc vien chuc nld|cong chuc vien chuc lao dong',
  email: 'email|e mail|mail|thu dien tu|hop thu|dia chi email|dia chi thu dien tu|hop thu dien tu|hop thu cong vu',
  phone: 'dien thoai|so dien thoai|sdt|so dt|dt|dtdd|di dong|dien thoai di dong|so di dong|dien thoai lien he',
}

const fieldOf = new Map(Object.entries(synonyms).flatMap(([field, words]) => words.split('|').map((word) => [word, field as ImportField] as const)))

/** "Họ và tên (*)" and "HỌ  VÀ TÊN" are one heading; a remark in brackets says nothing. */
const headingKey = (text: string): string =>
  foldText(text.replace(/\([^)]*\)/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export type Header = {
  /** Index of the header's row among the rows given. */
  at: number
  columns: ReadonlyMap<number, ImportField>
}

const searched = 10

const columnsOf = (cells: readonly string[]): Map<number, ImportField> =>
  new Map(
    cells.flatMap((text, column) => {
      const field = fieldOf.get(headingKey(text))
      return field === undefined ? [] : [[column, field] as const]
    }),
  )

/** The row among the first ten that names the most fields; of two alike the lower one, since a head may be merged over two rows. */
export const findHeader = (rows: readonly (readonly string[])[]): Header | null => {
  let best: Header | null = null
  let most = 1
  rows.slice(0, searched).forEach((cells, at) => {
    const columns = columnsOf(cells)
    const named = new Set(columns.values()).size
    if (named < 2 || named < most) return
    best = { at, columns }
    most = named
  })
  return best
}

/** What a list cannot do without, as far as the header lacks it. */
export const missingFields = ({ columns }: Header): ('code' | 'name' | 'unit')[] => {
  const has = new Set(columns.values())
  const named = has.has('name') || (has.has('familyName') && has.has('givenName'))
  return (['code', 'name', 'unit'] as const).filter((field) => (field === 'name' ? !named : !has.has(field)))
}
