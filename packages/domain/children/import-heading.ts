import { fieldsByHeading } from '../sheets/header.ts'

/** Of whom a heading speaks: "Họ tên con", "Đơn vị của mẹ"; `parent` is an employee whose relation stands elsewhere. */
type Whose = 'child' | 'parent' | 'father' | 'mother'

const join = (heads: string, tails: string) => heads.split('|').flatMap((head) => tails.split('|').map((tail) => `${head} ${tail}`))

const employees =
  'can bo|cb|cbccvc|cbccvcnld|cbcc|cb ccvc|ccvc|ccvcnld|cnvc|cnvcld|cbcnv|cbcnvc|cong chuc|vien chuc|cong chuc vien chuc|nhan vien|nguoi lao dong|nld|doan vien|doan vien cong doan|cong doan vien|can bo cong chuc|can bo cong chuc vien chuc|can bo cong chuc vien chuc nguoi lao dong|can bo nhan vien'
const children = 'con|chau|tre|tre em|con em|cac con|cac chau|hoc sinh|be'
const whose: Record<Whose, string> = {
  child: [children, ...join(children, employees)].join('|'),
  parent: `${employees}|phu huynh|cha me|bo me|cha hoac me|bo hoac me|me hoac bo|bo me hoac nguoi giam ho|cha me hoac nguoi giam ho|nguoi giam ho`,
  father: 'bo|cha|ba|nguoi cha',
  mother: 'me|ma|nguoi me',
}
const whoseByWords = [...fieldsByHeading(whose)].toSorted(([left], [right]) => right.length - left.length)

/** "ho ten cua con" is the name of the child; a bare "con" too. */
const split = (key: string): { what: string; who: Whose | undefined } => {
  for (const [words, who] of whoseByWords) {
    if (key === words) return { what: 'ho ten', who }
    if (key.endsWith(` ${words}`)) return { what: key.slice(0, -words.length - 1).replace(/ (cua|la)$/, ''), who }
  }
  return { what: key, who: undefined }
}

const groupOf = (above: string): Whose | undefined => {
  const bare = above.replace(/^(thong tin|phan)( ve)? /, '')
  return whoseByWords.find(([words]) => words === bare || `ho ten ${words}` === bare || `ho va ten ${words}` === bare)?.[1]
}

/** What is told of the child alone: of a parent it is not read. */
const ofChild = {
  number: 'stt|tt|so tt|so thu tu',
  familyName: 'ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu dem|ho va chu lot',
  givenName: 'ten goi|ten chinh',
  birthDate: 'ngay sinh|ngay thang nam sinh|ngay thang sinh|sinh ngay|ns|ngay sinh nam sinh|ngay sinh duong lich|ngay nam sinh|sinh ngay thang nam',
  birthDay: 'ngay',
  birthMonth: 'thang',
  birthYear: 'nam sinh|sinh nam',
  age: 'tuoi|do tuoi|so tuoi',
  sex: 'gioi tinh|phai|gioi|nam nu|nam hay nu|gt',
  male: 'nam|trai|be trai|chau trai|con trai',
  female: 'nu|gai|be gai|chau gai|con gai',
  level: 'cap hoc|bac hoc|cap',
  school: 'truong|ten truong|truong hoc|hoc tai|noi hoc|hoc truong|dang hoc tai truong|truong dang hoc|hoc tai truong',
  className: 'lop|lop hoc|hoc lop|dang hoc lop|lop may',
  schoolClass: 'truong lop|lop truong|lop hoc truong|hoc lop truong|lop truong hoc|truong lop hoc|noi hoc lop truong|dang hoc lop truong',
  circumstances: 'hoan canh|hoan canh dac biet|hoan canh gia dinh|hoan canh can quan tam|tinh trang|hoan canh kho khan|dien|thuoc dien|doi tuong',
  relation: 'quan he|quan he voi|moi quan he|quan he gia dinh',
} as const
const ofParent = {
  name: 'ho ten|ho va ten|ten|ho va ten khai sinh',
  code: 'ma|ma so|so hieu|ma nv|ma cb|ma nhan vien|ma can bo|ma so can bo|so hieu can bo',
  unit: 'don vi|phong|phong ban|phong don vi|don vi cong tac|noi cong tac|phong don vi cong tac|bo phan|ten don vi|co quan|co quan cong tac|noi lam viec|don vi lam viec',
} as const

const childFields = fieldsByHeading<keyof typeof ofChild>(ofChild)
const parentFields = fieldsByHeading<keyof typeof ofParent>(ofParent)
const parts = { name: 'Name', code: 'Code', unit: 'Unit' } as const

export const importFields = [
  'name',
  ...(Object.keys(ofChild) as (keyof typeof ofChild)[]),
  'parentName',
  'parentCode',
  'parentUnit',
  'fatherName',
  'fatherCode',
  'fatherUnit',
  'motherName',
  'motherCode',
  'motherUnit',
] as const
/** What a column of the children's list may hold. "Nam" and "Nữ" as two columns hold a cross, or the day of birth itself. */
export type ChildField = (typeof importFields)[number]
/** `person` is "Họ và tên" by itself: the child's, unless another column names the child. */
export type Heading = ChildField | 'person'

const parentField = (part: keyof typeof parts, who: Whose | undefined): Heading | undefined => {
  if (part === 'name' && who === undefined) return 'person'
  if (who === 'child') return part === 'name' ? 'name' : undefined
  return `${who ?? 'parent'}${parts[part]}`
}

/** What stands under a heading; `above` is the one merged over it and its neighbours ("Mẹ" over "Họ tên" and "Đơn vị"). */
export const recogniseHeading = (own: string, above: string): Heading | undefined => {
  const whole = childFields.get(own)
  const { what, who } = whole === undefined ? split(own) : { what: own, who: undefined }
  const group = who ?? groupOf(above)
  const field = childFields.get(what)
  if (field !== undefined) return group === undefined || group === 'child' || field === 'relation' ? field : undefined
  const part = parentFields.get(what)
  return part === undefined ? undefined : parentField(part, group)
}
