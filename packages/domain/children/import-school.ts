import { wordsKey } from '../sheets/header.ts'
import { cleanText } from '../text.ts'

export type SchoolLevel = 'preschool' | 'primary' | 'lowerSecondary' | 'upperSecondary'
export type Schooling = { level: SchoolLevel | null; school: string | null; className: string | null }

const schoolWords: readonly (readonly [RegExp, SchoolLevel])[] = [
  [/\b(mam non|mn|mau giao|mg|nha tre|nhom tre)\b/, 'preschool'],
  [/\b(tieu hoc|th|cap 1|cap i)\b/, 'primary'],
  [/\b(thcs|trung hoc co so|ptcs|cap 2|cap ii)\b/, 'lowerSecondary'],
  [/\b(thpt|trung hoc pho thong|ptth|chuyen|cap 3|cap iii|gdtx)\b/, 'upperSecondary'],
]
const nursery = /\b(mam|choi|la|nu)\b|\btuoi\b|\bthang\b/

const levelOfGrade = (grade: number): SchoolLevel | null => {
  if (grade < 1 || grade > 12) return null
  return grade <= 5 ? 'primary' : grade <= 9 ? 'lowerSecondary' : 'upperSecondary'
}

/** "3A2", "Lớp 10 Toán", "11": the year of school a class is named by; of "5 tuổi B" or "24-36 tháng" there is none. */
const gradeOf = (key: string): number | null => {
  const figure = /^(?:lop )?(\d{1,2})(?!\d)/.exec(key)?.[1]
  return figure === undefined || /tuoi|thang/.test(key) ? null : Number(figure)
}

/** The level a name tells; a school of two levels tells none. */
const levelOf = (key: string): SchoolLevel | null => {
  const levels = schoolWords.filter(([words]) => words.test(key))
  return levels.length === 1 ? (levels[0]?.[1] ?? null) : null
}

const levelOfClass = (key: string): SchoolLevel | null => {
  const grade = gradeOf(key)
  if (grade !== null) return levelOfGrade(grade)
  return levelOf(key) ?? (nursery.test(key) ? 'preschool' : null)
}

const plainClass = (text: string): string => cleanText(text).replace(/^l(ớ|o)p\s*:?\s*/i, '')

const nowhere = /^(chua di hoc|khong|o nha|con nho|chua hoc|khong di hoc|0|x)?$/

/** "Lớp 3A2, Trường TH Ngô Sĩ Liên" and "TH Võ Thị Sáu - 3A": the part that names a school, and the other. */
const parted = (text: string): { school: string; className: string } => {
  const pieces = cleanText(text)
    .split(/\s*[,;]\s*|\s+[-–]\s+|\s+(?=[Tt]rường\b)/u)
    .filter(Boolean)
  const schools = pieces.filter((piece) => /\b(truong|mn|mam non|mau giao|nha tre|th|tieu hoc|thcs|thpt|ptth)\b/.test(wordsKey(piece)))
  const others = pieces.filter((piece) => !schools.includes(piece))
  return { school: schools.join(', '), className: others.join(', ') }
}

/** What is said of school and class: the level told, else that of the school's name, else of the class. */
export const readSchooling = (given: { level: string; school: string; className: string; schoolClass: string }): Schooling => {
  const both = given.schoolClass === '' ? { school: '', className: '' } : parted(given.schoolClass)
  const school = cleanText(given.school || both.school)
  const className = plainClass(given.className || both.className)
  const [schoolKey, classKey] = [wordsKey(school), wordsKey(className)]
  const atSchool = !nowhere.test(schoolKey)
  const inClass = !nowhere.test(classKey)
  const byClass = inClass ? levelOfClass(classKey) : null
  return {
    level: levelOf(wordsKey(given.level)) ?? (atSchool ? levelOf(schoolKey) : null) ?? byClass,
    school: atSchool ? school : null,
    className: inClass ? className : null,
  }
}
