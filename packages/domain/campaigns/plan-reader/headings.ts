import { keyOf } from './paper.ts'

export const sections = ['both', 'purpose', 'requirements', 'theme', 'content', 'period', 'organisation'] as const
export type Section = (typeof sections)[number]

// "Nội dung", "Nhiệm vụ và giải pháp", "Các hoạt động chủ yếu" name the same part.
const patterns: Readonly<Record<Section, RegExp>> = {
  both: /^muc (dich|tieu)( y nghia)?( va)? yeu cau$/,
  purpose: /^muc (dich|tieu)( y nghia| chung)?$/,
  requirements: /^(cac )?yeu cau$/,
  theme: /^chu de( (thang hanh dong|nam|\d{4}|vi tre em))*$/,
  content:
    /^(cac )?(noi dung|nhiem vu|hoat dong|giai phap)( (va|cac|chu yeu|trong tam|trong tam|hoat dong|thuc hien|giai phap|cu the|hinh thuc|nhiem vu|trien khai|to chuc|noi dung|bien phap))*$/,
  period: /^thoi gian( (va|dia diem|thuc hien|to chuc|trien khai|hoat dong))*$/,
  organisation:
    /^(to chuc( trien khai)? thuc hien|to chuc trien khai|phan cong( (to chuc|nhiem vu|thuc hien|trach nhiem))*|trach nhiem( to chuc)? thuc hien)$/,
}

/** The part of a plan that these words head, when they are nothing but its heading. */
export const sectionOf = (text: string): Section | null => {
  const key = keyOf(text)
  return sections.find((section) => patterns[section].test(key)) ?? null
}

const frame = new Set(['ke hoach', 'noi nhan'])

/** Words that stand alone on their line: a heading, "KẾ HOẠCH", "Nơi nhận:". */
export const standsAlone = (text: string): boolean => frame.has(keyOf(text)) || sectionOf(text) !== null
