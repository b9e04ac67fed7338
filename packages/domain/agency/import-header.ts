import { fieldsByHeading, findHeader as find, type Header as SheetHeader } from '../sheets/header.ts'

/** What a column of the spreadsheet may hold; a name may also stand in two columns. */
export const importFields = ['code', 'name', 'familyName', 'givenName', 'unit', 'position', 'kind', 'email', 'phone'] as const
export type ImportField = (typeof importFields)[number]

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

const fields = fieldsByHeading(synonyms)

export type Header = SheetHeader<ImportField>

export const findHeader = (rows: readonly (readonly string[])[]): Header | null => find(rows, (own) => fields.get(own))

/** What a list cannot do without, as far as the header lacks it. */
export const missingFields = ({ columns }: Header): ('code' | 'name' | 'unit')[] => {
  const has = new Set(columns.values())
  const named = has.has('name') || (has.has('familyName') && has.has('givenName'))
  return (['code', 'name', 'unit'] as const).filter((field) => (field === 'name' ? !named : !has.has(field)))
}
