import { foldText } from '../text.ts'

// Without I, L, O and U: what looks alike or spells words is not in a reference (Crockford's base 32).
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const prime = 37
const checkDigits = `${digits}ILOU*`
const length = 6

const numberOf = (text: string): number => [...text].reduce((sum, digit) => sum * digits.length + digits.indexOf(digit), 0)

/** One of 37 characters, so that any one wrong character and any two neighbours in the wrong order are found. */
const checkOf = (body: string): string => checkDigits[numberOf(body) % prime] ?? ''

/** How many references there are: more than 10^9, so that a guessed one is hardly ever somebody's. */
export const references = digits.length ** length

/** The reference of a pledge by its drawn number (0 to `references` - 1): CT, six digits and a check character. */
export const referenceOf = (drawn: number): string | null => {
  let rest = drawn
  let body = ''
  for (let at = 0; at < length; at++) {
    body = `${digits[rest % digits.length]}${body}`
    rest = Math.floor(rest / digits.length)
  }
  const check = checkOf(body)
  return check === '*' ? null : `CT${body}${check}`
}

/** Every valid reference in a line of a bank statement, however it was decorated: other words around it, spaces or marks within it, any case. */
export const referencesIn = (line: string): string[] => {
  const letters = foldText(line)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const found = new Set<string>()
  for (let at = letters.indexOf('CT'); at >= 0; at = letters.indexOf('CT', at + 1)) {
    const body = letters.slice(at + 2, at + 2 + length)
    const whole = letters.slice(at, at + 3 + length)
    if (whole.length === 3 + length && [...body].every((digit) => digits.includes(digit)) && whole.endsWith(checkOf(body))) found.add(whole)
  }
  return [...found]
}
