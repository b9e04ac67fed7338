import type { XmlStep } from './xml.ts'

type Level = { format: string; text: string; start: number; style: string | null }
type List = { abstract: string; starts: Map<number, number> }

export type Numbering = { levels: Map<string, Map<number, Level>>; lists: Map<string, List> }

const noteLevel = (level: Level, name: string, value: string): void => {
  if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'start') level.start = Number(value) || 1
  else if (name === 'pStyle') level.style = value
}

/** How the lists of a Word file count: its numbering part. */
export const readNumbering = (steps: Iterable<XmlStep>): Numbering => {
  const numbering: Numbering = { levels: new Map(), lists: new Map() }
  let levels = new Map<number, Level>()
  let level: Level | null = null
  let list: List | null = null
  let overridden = 0
  for (const step of steps) {
    if (step.type === 'close' && step.name === 'num') list = null
    if (step.type !== 'open') continue
    const { val = '', numId = '', abstractNumId = '', ilvl = '0' } = step.attributes
    if (step.name === 'abstractNum') {
      levels = new Map()
      numbering.levels.set(abstractNumId, levels)
    } else if (step.name === 'num') {
      list = { abstract: '', starts: new Map() }
      numbering.lists.set(numId, list)
    } else if (list) {
      if (step.name === 'abstractNumId') list.abstract = val
      else if (step.name === 'lvlOverride') overridden = Number(ilvl)
      else if (step.name === 'startOverride') list.starts.set(overridden, Number(val))
    } else if (step.name === 'lvl') {
      level = { format: 'decimal', text: '', start: 1, style: null }
      levels.set(Number(ilvl), level)
    } else if (level) noteLevel(level, step.name, val)
  }
  return numbering
}

const romans = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

const roman = (value: number): string => {
  const step = romans.find(([worth]) => worth <= value)
  return step && value < 100 ? step[1] + roman(value - step[0]) : ''
}
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26))

const written = (value: number, format: string): string => {
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  if (format === 'upperLetter') return letter(value).toUpperCase()
  return format === 'lowerLetter' ? letter(value) : String(value)
}

/** Counts through a file from its beginning: the numeral of the next paragraph of a list, as it is seen. */
export const counterOf = ({ levels, lists }: Numbering) => {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return (numId: string, ilvl: number | null, style: string | null): string | null => {
    const list = lists.get(numId)
    const own = levels.get(list?.abstract ?? '')
    if (!list || !own) return null
    const at = ilvl ?? [...own].find(([, { style: linked }]) => linked !== null && linked === style)?.[0] ?? 0
    const level = own.get(at)
    if (!level || level.format === 'none') return null
    if (level.format === 'bullet') return '-'
    const count = counts.get(list.abstract) ?? []
    counts.set(list.abstract, count)
    const restart = begun.has(`${numId} ${at}`) ? undefined : list.starts.get(at)
    begun.add(`${numId} ${at}`)
    count[at] = restart ?? (count[at] ?? level.start - 1) + 1
    count.length = at + 1
    const numeral = level.text.replace(/%([1-9])/g, (_, number) => {
      const other = own.get(Number(number) - 1)
      return written(count[Number(number) - 1] ?? other?.start ?? 1, other?.format ?? 'decimal')
    })
    return numeral.trim() || null
  }
}
