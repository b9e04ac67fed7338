const places = 10
const first = 100_000_000

// Damm's quasigroup of order 10: every single wrong digit and every two neighbours in the wrong order are found.
const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const carry = (digits: string): string => [...digits].reduce((carried, digit) => table[Number(carried)]?.[Number(digit)] ?? '', '0')

/** The code of an entitlement by its drawn number, 0 to 899,999,999; the database draws them itself (`gift_code`). */
export const giftCodeOf = (drawn: number): string => `${first + drawn}${carry(String(first + drawn))}`

/** Nothing but digits, and the marks people and printers put between them. */
export const looksLikeGiftCode = (text: string): boolean => /^[\s.\-–]*\d[\d\s.\-–]*$/.test(text)

/** The code in what was scanned or typed; null when it is none, or a digit is wrong. */
export const readGiftCode = (text: string): string | null => {
  const digits = looksLikeGiftCode(text) ? text.replace(/\D/g, '') : ''
  return digits.length === places && digits[0] !== '0' && carry(digits) === '0' ? digits : null
}

/** `482 109 3756`, as it is read out. */
export const showGiftCode = (code: string): string => code.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')
