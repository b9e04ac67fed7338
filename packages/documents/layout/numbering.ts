import { roman } from '../model.ts'

const letters = 'abcdđeghiklmnopqrstuvxy'

const letter = (count: number): string => {
  const rest = Math.ceil(count / letters.length) - 1
  return (rest > 0 ? letter(rest) : '') + (letters[(count - 1) % letters.length] ?? '')
}

/** Levels 1 to 3: `I.`, `1.`, `a)`. Below them the decree knows nothing but the dash. */
const numeral = (level: number, count: number): string => {
  if (level === 1) return `${roman(count)}.`
  if (level === 2) return `${count}.`
  return level === 3 ? `${letter(count)})` : '-'
}

/**
 * Counts headings, and lists one level below the heading over them: 1., 2. under I., and a), b) under 1. A heading starts the levels below it
 * anew and goes on after a list of its own level; a list goes on after the headings of its level alone, so that those of two articles both
 * begin with 1.
 */
export const counter = () => {
  const headings = [0, 0, 0]
  const taken = [0, 0, 0]
  let listLevel = 2
  return {
    heading: (level: 1 | 2 | 3): string => {
      const count = Math.max(headings[level - 1] ?? 0, taken[level - 1] ?? 0) + 1
      headings[level - 1] = count
      headings.fill(0, level)
      taken.fill(0, level)
      listLevel = level + 1
      return numeral(level, count)
    },
    list: (length: number): string[] => {
      const start = headings[listLevel - 1] ?? 0
      if (listLevel <= taken.length) taken[listLevel - 1] = start + length
      return Array.from({ length }, (_, index) => numeral(listLevel, start + index + 1))
    },
  }
}
