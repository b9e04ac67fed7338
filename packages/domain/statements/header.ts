import { type Cell, cellAt, wordsOf } from './cell.ts'

/** What a column of a bank statement holds; `sign` says of one column of amounts which side each is on. */
export type Role = 'day' | 'valueDay' | 'debit' | 'credit' | 'amount' | 'sign' | 'balance' | 'text' | 'reference' | 'name' | 'account'

export type Header = {
  /** Index of the first row of the head, and of the first row under it. */
  at: number
  end: number
  columns: ReadonlyMap<Role, readonly number[]>
  /** The day column also bears the number of the voucher, as some banks print it. */
  dayWithReference: boolean
  words: ReadonlySet<string>
}

const debit =
  /\b(ghi no|ps no|phat sinh no|so tien no|debits?|withdrawals?|rut tien|tien ra|chi ra|so tien chi|so tien rut)\b|^no$|^(so tien|phat sinh|doanh so|ps)\b.* no$/
const credit =
  /\b(ghi co|ps co|phat sinh co|so tien co|credits?|deposits?|gui vao|tien vao|thu vao|so tien thu|so tien gui)\b|^co$|^(so tien|phat sinh|doanh so|ps)\b.* co$/
const bothSides =
  /\bno co\b|\bco no\b|\bdebit credit\b|\bcredit debit\b|\bd c\b|\bdr cr\b|\bcr dr\b|^dau$|^sign$|^(phan )?loai (gd|giao dich)( no co)?$|^(transaction )?type$/
const money = /\bso tien\b|\bamount\b|\bgia tri giao dich\b|\bphat sinh\b/

/** In this order: "Số tiền ghi có" is a credit before it is an amount, "Ngày hiệu lực" another day before it is the day. */
const rules: readonly (readonly [Role | null, RegExp])[] = [
  ['balance', /\bso du\b|\bbalance\b/],
  ['valueDay', /\bngay (hieu luc|gia tri|hach toan)\b|\b(value|effective|posting) date\b/],
  [null, /\b(phi|fee|charge|vat|thue|ty gia|exchange rate|loai tien|currency|chi nhanh|branch|teller|giao dich vien|ngan hang)\b/],
  ['day', /\bngay\b|\bdate\b|\bthoi gian\b/],
  ['name', /\bten (tai khoan|tk|nguoi|don vi|doi|ben|khach)/],
  [
    'account',
    /\b(tai khoan|tk|so tk|stk)( thu huong| chuyen)? (doi ung|doi tac|nguoi|chuyen|nhan|thu huong)|\b(counter ?party|offset|beneficiary|remitter|sender|corresponsive|corresponding|contra) (account|a c)\b/,
  ],
  ['name', /\bdoi ung\b|\bnguoi (chuyen|gui|nop|thu huong|nhan)|\b(counter ?party|offset|beneficiary|remitter|sender|corresponsive|corresponding)\b/],
  ['text', /\bnoi dung\b|\bdien giai\b|\bmo ta\b|\bchi tiet\b|\bdescription\b|\bdetails?\b|\bremarks?\b|\bnarrative\b|\bparticulars\b|\bghi chu\b/],
  [
    'reference',
    /\b(so|ma) (tham chieu|but toan|chung tu|ct|giao dich|gd|ref|hd)\b|\breference\b|\bref\b|\b(doc|seq|sequence|trace|transaction|trans|txn|tnx) (no|number|id|code)\b|\bbut toan\b|^so ct\b/,
  ],
]

const isSignHeading = (text: string): boolean => /\+\s*\/\s*[-−–]/.test(text) || bothSides.test(wordsOf(text))

const roleOf = (text: string): Role | null => {
  const words = wordsOf(text)
  if (words.length > 90 || (words === '' && !isSignHeading(text))) return null
  if (isSignHeading(text)) return money.test(words) ? 'amount' : 'sign'
  const sided = debit.test(words) ? 'debit' : credit.test(words) ? 'credit' : null
  const found = rules.find(([, pattern]) => pattern.test(words))
  if (found?.[0] === 'balance') return 'balance'
  if (sided) return sided
  return found ? found[0] : money.test(words) ? 'amount' : null
}

const saysDayAndReference = (text: string): boolean => {
  const words = wordsOf(text)
  return /\bngay\b|\bdate\b/.test(words) && /\bso (ct|chung tu|but toan|tham chieu)\b|\b(doc|seq|ref) no\b/.test(words)
}

/** The texts of a head that stands over up to three rows, by column; a text that is merged over several rows is said once. */
const headings = (rows: readonly (readonly Cell[])[]): string[] => {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  return Array.from({ length: width }, (_, column) => [...new Set(rows.map((cells) => cellAt(cells, column).text.trim()).filter(Boolean))].join(' '))
}

const columnsOf = (texts: readonly string[]): Map<Role, number[]> => {
  const columns = new Map<Role, number[]>()
  texts.forEach((text, column) => {
    const role = roleOf(text)
    if (role !== null) columns.set(role, [...(columns.get(role) ?? []), column])
  })
  return columns
}

/** A column of sides is read by its values; what is headed "Loại giao dịch" only sometimes holds them, so it alone makes no head. */
const isWhole = (columns: ReadonlyMap<Role, unknown>): boolean =>
  (columns.has('day') || columns.has('valueDay')) &&
  (columns.has('amount') || columns.has('credit') || columns.has('debit')) &&
  (columns.has('text') || columns.has('reference') || columns.has('name') || columns.has('balance'))

const holdsData = (cells: readonly Cell[]): boolean =>
  cells.some(({ text, day, number }) => day !== undefined || (number ?? 0) >= 100 || /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text))

const searched = 60

/**
 * The head of the table: within the first sixty rows, one to three rows that together name a day, money and something told of it.
 * `heads` are those rows with merged headings repeated sideways and downwards. Null where there is none.
 */
export const findHeader = (heads: readonly (readonly Cell[])[]): Header | null => {
  let best: Header | null = null
  let most = 0
  for (let at = 0; at < Math.min(heads.length, searched); at++) {
    for (const span of [1, 2, 3]) {
      const rows = heads.slice(at, at + span)
      if (rows.length < span || rows.some((cells) => cells.every(({ text }) => text.trim() === '') || holdsData(cells))) continue
      const texts = headings(rows)
      const columns = columnsOf(texts)
      const score = columns.size * 4 - span
      if (!isWhole(columns) || score <= most) continue
      const pieces = rows.flatMap((cells) => cells.map(({ text }) => wordsOf(text)))
      const dayColumn = columns.get('day')?.[0] ?? columns.get('valueDay')?.[0] ?? -1
      const words = new Set([...pieces, ...texts.map(wordsOf)].filter(Boolean))
      best = { at, end: at + span, columns, dayWithReference: saysDayAndReference(texts[dayColumn] ?? ''), words }
      most = score
    }
  }
  return best
}

/** A head that a new page repeats, or the numbering "(1) (2) (3)" beneath it. */
export const repeatsHeader = ({ words }: Header, cells: readonly Cell[]): boolean => {
  const texts = cells.map(({ text }) => wordsOf(text)).filter(Boolean)
  if (texts.length === 0) return false
  const numbering = texts.length > 2 && texts.every((text) => /^([0-9]{1,2}|[a-h])$/.test(text))
  return numbering || texts.every((text) => words.has(text))
}
