const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const groupUnits = ['', 'nghìn', 'triệu'] as const

const digit = (value: number): string => digits[value] ?? ''

const unitsAfterTens = (tens: number, units: number): string => {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  return units === 5 ? 'lăm' : digit(units)
}

const tensWords = (tens: number, units: number, after: boolean): string[] => {
  if (tens === 0) return units === 0 ? [] : [...(after ? ['linh'] : []), digit(units)]
  const head = tens === 1 ? ['mười'] : [digit(tens), 'mươi']
  return units === 0 ? head : [...head, unitsAfterTens(tens, units)]
}

/** Three digits; `after` something larger the empty hundreds are said too ("không trăm"). */
const groupWords = (group: number, after: boolean): string[] => {
  const [hundreds, tens, units] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const head = hundreds > 0 || after ? [digit(hundreds), 'trăm'] : []
  return [...head, ...tensWords(tens, units, head.length > 0)]
}

const belowBillion = (value: number, after: boolean): string[] =>
  [2, 1, 0].flatMap((place) => {
    const group = Math.floor(value / 1000 ** place) % 1000
    if (group === 0) return []
    const unit = groupUnits[place]
    return [...groupWords(group, after || value >= 1000 ** (place + 1)), ...(unit ? [unit] : [])]
  })

const words = (value: number, after = false): string[] => {
  const billions = Math.floor(value / 1e9)
  return billions === 0 ? belowBillion(value, after) : [...words(billions, after), 'tỷ', ...belowBillion(value % 1e9, true)]
}

/**
 * Whole đồng in words: `1005` → `Một nghìn không trăm linh năm đồng`. Throws a RangeError for what no voucher can carry:
 * fractions, negative amounts, and numbers beyond the safe integers.
 */
export const moneyInWords = (amount: number): string => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount of whole đồng: ${amount}`)
  const text = amount === 0 ? 'không' : words(amount).join(' ')
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)} đồng`
}
