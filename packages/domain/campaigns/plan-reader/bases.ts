import { dayIn } from './days.ts'
import { flat, type ReadBasis } from './paper.ts'

const kinds =
  'cong van|ke hoach|quyet dinh|nghi dinh|nghi quyet|chi thi|thong tu|huong dan|thong bao|cong dien|van ban|luat|phap lenh|chuong trinh|to trinh|cong uoc'
const numbered = new RegExp(String.raw`\b(${kinds})\b(?:([^;.,\d]{0,80}?)\s+so)?\s*:?\s+(\d+\s?\/\s?[^\s,;()]*[^\s,;().])`, 'g')
const subject = /^\s*,?\s*(?:ve viec|v\/v|ve)\s+|^\s*,?\s*(?=(?:ban hanh|huong dan|quy dinh|phe duyet|trien khai|to chuc)\s)/
const issuer = /^\s*,?\s*cua\s+(.+?)(?=\s+(?:ve viec|ve|v\/v|ban hanh|huong dan|quy dinh|phe duyet|trien khai)\s|,|;|$)/
const dayAfter = /^\s*,?\s*ngay\s+\d{1,2}(?:\s*[/.-]\s*|\s+thang\s+)\d{1,2}(?:\s*[/.-]\s*|\s+nam\s+)\d{4}/
/** The sentence goes on with who makes the plan out of it. */
const goesOn = /,\s+(?=\p{Lu}[^,;]*\s(?:xây dựng|ban hành|tổ chức|đề nghị|lập|triển khai)\s)/u

const trimmed = (text: string): string => text.trim().replace(/[\s,;.:]+$/u, '')

const readBasis = (kind: string, name: string, number: string, tail: string): ReadBasis => {
  let left = tail
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(flat(left))
    if (match) left = left.slice(match[0].length)
    return match
  }
  const day = left
  const issuedOn = take(dayAfter) ? dayIn(day.slice(0, day.length - left.length)) : null
  const before = left
  const by = take(issuer)
  const from = by?.[1] === undefined ? '' : before.slice(by[0].length - by[1].length, by[0].length)
  const about = take(subject) ? (left.split(goesOn)[0] ?? '') : ''
  return { kind, number: number.replace(/\s/g, ''), issuedOn, issuer: trimmed(from), subject: trimmed(about === '' ? name : about) }
}

/** The documents a sentence names with their numbers: "Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021 của Sở … về việc …". */
export const basesIn = (text: string): ReadBasis[] => {
  const found = [...flat(text).matchAll(numbered)]
  return found.map((match, at) => {
    const [all, kind = '', name = '', number = ''] = match
    const end = match.index + all.length
    const next = found[at + 1]?.index ?? text.length
    const stop = text.slice(end, next).search(/;|\.(?=\s+\p{Lu})/u)
    const numberAt = end - number.length
    const nameAt = match.index + kind.length
    return readBasis(
      text.slice(match.index, nameAt),
      text.slice(nameAt, nameAt + name.length),
      text.slice(numberAt, end),
      text.slice(end, stop < 0 ? next : end + stop),
    )
  })
}

/** What stands in quotes after "chủ đề", or in any quotes. */
export const themeIn = (text: string): string => {
  const after = flat(text).indexOf('chu de')
  const [, theme = ''] = /[“"„«]\s*([^”"»“]{5,500}?)\s*[”"»“]/u.exec(after < 0 ? '' : text.slice(after)) ?? []
  return theme.replace(/[.;,]$/u, '')
}
