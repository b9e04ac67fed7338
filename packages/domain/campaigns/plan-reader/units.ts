import type { UnitPart } from '../../activities/clause.ts'
import { flat, type ReadUnit } from './paper.ts'

/** Words that name one unit, all units, or none that is known (`ids` empty) or certain (`ids` of several, `unclear`). */
export type Mention = { start: number; end: number; ids: string[]; unclear: boolean }

type Word = { key: string; start: number; end: number }

/** Words with their places; "KH&CN" counts as the five words it stands for. */
const wordsOf = (text: string): Word[] =>
  [...flat(text).matchAll(/[a-z0-9]+(?:&[a-z0-9]+)*/g)].flatMap(({ 0: word, index: start }) => {
    const keys =
      word === 'kh&cn' || word === 'khcn'
        ? ['khoa', 'hoc', 'va', 'cong', 'nghe']
        : word.split('&').flatMap((part, at) => (at ? ['va', part] : [part]))
    return keys.map((key) => ({ key, start, end: start + word.length }))
  })

const everyUnit =
  /(?:tat ca |toan the )?(?:cac|nhung)\s+(?:phong(?:\s+chuyen mon)?|don vi)(?:\s*,?\s*(?:va\s+)?(?:cac\s+)?(?:phong|don vi|ban|trung tam|chi cuc))*(?:\s+(?:truc\s+)?thuoc)?(?:\s+so(?![a-z]))?/g
const unitKinds = /^(?:phong|trung tam|chi cuc|thanh tra|ban|vien|quy|truong)\s/
/** A body of another level: "Văn phòng UBND tỉnh", "Công đoàn Viên chức tỉnh". */
const elsewhere = /^\s+(?:ubnd|uy ban|hdnd|hoi dong|tinh|trung uong|chinh phu|vien chuc|quoc hoi|doan dai bieu|lien doan|huyen|pham)/
const ownWords: Readonly<Partial<Record<ReadUnit['kind'], string>>> = { office: 'van phong', union: 'cong doan', leadership: 'ban giam doc' }
const tailOfOwn = /^(?:\s+(?:co quan|co so))?(?:\s+so(?![a-z]))?/

const inGroup = new Set<ReadUnit['kind']>(['office', 'division', 'subordinate'])

const common = (name: readonly Word[], words: readonly Word[], from: number): number => {
  let length = 0
  while (length < name.length && name[length]?.key === words[from + length]?.key) length += 1
  return length
}

/** A unit is named by its whole name, or by so many of its first words that no other begins so. */
const namedAt = (folded: string, words: readonly Word[], from: number, units: readonly ReadUnit[]): Mention | null => {
  const first = words[from]
  const scored = units.map((unit) => {
    const name = wordsOf(unit.name)
    const whole = name.at(-1)?.key === 'so' ? name.length - 1 : name.length
    const length = common(name, words, from)
    return { id: unit.id, length: length >= Math.min(3, whole) ? length : 0 }
  })
  const length = Math.max(0, ...scored.map((one) => one.length))
  const last = words[from + length - 1]
  if (length === 0 || !first || !last || elsewhere.test(folded.slice(last.end))) return null
  const ids = scored.filter((one) => one.length === length).map(({ id }) => id)
  return { start: first.start, end: last.end, ids, unclear: ids.length > 1 }
}

const ownAt = (folded: string, start: number, units: readonly ReadUnit[]): Mention | null => {
  for (const [kind, words] of Object.entries(ownWords)) {
    const after = folded.slice(start + words.length)
    if (!folded.startsWith(words, start) || /^[a-z]/.test(after) || elsewhere.test(after)) continue
    const ids = units.filter((unit) => unit.kind === kind).map(({ id }) => id)
    return { start, end: start + words.length + (tailOfOwn.exec(after)?.[0].length ?? 0), ids, unclear: ids.length !== 1 }
  }
  return null
}

const shortAt = (text: string, { start, end }: Word, units: readonly ReadUnit[]): Mention | null => {
  const ids = units.filter(({ shortName }) => shortName === text.slice(start, end)).map(({ id }) => id)
  return ids.length === 1 ? { start, end, ids, unclear: false } : null
}

/** "Phòng Tổ chức cán bộ" where there is none of that name: capital words after the word for a unit. */
const unknownAt = (text: string, folded: string, start: number): Mention | null => {
  if (!unitKinds.test(folded.slice(start)) || !/\p{Lu}/u.test(text[start] ?? '')) return null
  const [words = ''] = /^\p{Lu}[\p{L}]*(?:\s+\p{Ll}+)?(?:\s+\p{Lu}[\p{L}&]*(?:\s+(?:và\s+)?\p{Ll}+(?=\s+\p{Lu}))?)+/u.exec(text.slice(start)) ?? []
  return words === '' ? null : { start, end: start + words.length, ids: [], unclear: true }
}

/** Every unit that a text names, from left to right. */
export const mentionsIn = (text: string, units: readonly ReadUnit[]): Mention[] => {
  const folded = flat(text)
  const words = wordsOf(text)
  const groups = [...folded.matchAll(everyUnit)].map(
    ({ 0: found, index: start }): Mention => ({
      start,
      end: start + found.length,
      ids: units.filter(({ kind }) => inGroup.has(kind)).map(({ id }) => id),
      unclear: false,
    }),
  )
  const found: Mention[] = [...groups]
  for (const [at, word] of words.entries()) {
    if (found.some(({ start, end }) => start <= word.start && word.start < end)) continue
    const mention =
      namedAt(folded, words, at, units) ?? ownAt(folded, word.start, units) ?? shortAt(text, word, units) ?? unknownAt(text, folded, word.start)
    if (mention) found.push(mention)
  }
  return found.toSorted((left, right) => left.start - right.start)
}

const supportBefore = /(?:phoi hop(?: thuc hien)?(?: chat che)?(?: voi)?|cung voi|don vi phoi hop)\s*:?\s*(?:cac\s+)?$/
const leadBefore = /(?:giao|chu tri|don vi thuc hien|co quan thuc hien|thuc hien:|phan cong|de nghi|yeu cau|don vi chu tri)\s*:?\s*(?:cho\s+)?$/
const supportAfter = /^\s*(?:\)|,)?\s*(?:va cac [a-z ]+)?phoi hop(?! voi)/
const leadAfter = /^\s*(?:la don vi\s+)?(?:chu tri|lam dau moi|thuc hien|co trach nhiem|chiu trach nhiem|phoi hop voi)/
const joining = /^\s*(?:,|va|;|\/)\s*$/

/** What a unit does in a sentence, where the sentence says it. Units in a row share what is said of one of them. */
export const partsIn = (text: string, mentions: readonly Mention[]): (UnitPart | null)[] => {
  const folded = flat(text)
  const parts = mentions.map(({ start, end }): UnitPart | null => {
    const [before, after] = [folded.slice(0, start), folded.slice(end)]
    if (supportBefore.test(before)) return 'support'
    if (leadBefore.test(before) || leadAfter.test(after)) return 'lead'
    return supportAfter.test(after) ? 'support' : null
  })
  const inRow = (at: number) => joining.test(folded.slice(mentions[at - 1]?.end ?? 0, mentions[at]?.start))
  for (let at = 1; at < parts.length; at += 1) if (inRow(at)) parts[at] ??= parts[at - 1] ?? null
  for (let at = parts.length - 1; at > 0; at -= 1) if (inRow(at)) parts[at - 1] ??= parts[at] ?? null
  return parts
}
