import { csvOf, type SheetCell, utf16, windows1258, withMark, xlsxOf } from './encode.ts'
import {
  american,
  amounts,
  balance,
  credit,
  dashed,
  day,
  debit,
  june,
  letterhead,
  type Movement,
  name,
  reference,
  serial,
  shortYear,
  slashed,
  statementAccount,
  swapped,
  type TableColumn,
  tableOf,
  text,
} from './movements.ts'

/** What a file tells of each movement beside day, side and amount. */
type Told = 'text' | 'reference' | 'balance' | 'name' | 'time'
export type Expected = Pick<Movement, 'day' | 'direction' | 'amount'> & Partial<Pick<Movement, Told>>

/** A file as a bank or an office would hand it in, and how it is to be read. */
export type NastyFile = {
  title: string
  file: Buffer
  fileName: string
  account: string | null
  expected: Expected[]
  unclear: string[]
  balanceBreaks: number
}

const clean = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()
const expectedOf = (movements: readonly Movement[], told: readonly Told[], write: (words: string) => string = (words) => words): Expected[] =>
  movements.map((one) => ({
    day: one.day,
    direction: one.direction,
    amount: one.amount,
    ...Object.fromEntries(told.map((what) => [what, what === 'text' ? clean(write(one.text)) : one[what]])),
  }))

const all = ['text', 'reference', 'balance'] as const
const usual: readonly TableColumn[] = [
  serial,
  day('Ngày giao dịch'),
  reference('Số tham chiếu'),
  debit('Ghi nợ'),
  credit('Ghi có'),
  balance('Số dư'),
  text('Nội dung'),
]

type Given = Partial<Omit<NastyFile, 'title' | 'file'>> & { told?: readonly Told[]; movements?: readonly Movement[] }

const nasty = (title: string, file: Buffer, { told = all, movements = june, ...given }: Given = {}): NastyFile => ({
  title,
  file,
  fileName: 'sao-ke.xlsx',
  account: statementAccount,
  expected: expectedOf(movements, told),
  unclear: [],
  balanceBreaks: 0,
  ...given,
})

const sheet = (rows: readonly (readonly SheetCell[])[], merges: readonly string[] = []) => xlsxOf({ rows, merges })
const under = (columns: readonly TableColumn[], movements: readonly Movement[] = june) => [...letterhead(), ...tableOf(columns, movements)]
const csv = { fileName: 'sao-ke.csv' }

const withoutMarks = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toUpperCase()
const cut = (words: string) => withoutMarks(words).slice(0, 35)

const banks = (): NastyFile[] => [
  nasty(
    'a voucher’s number under the day, headings in two languages',
    sheet(
      under([
        ['Ngày giao dịch\nTNX Date/ Số CT\nDoc No', (one) => `${slashed(one.day)}\n${one.reference}`],
        debit('Số tiền ghi nợ/ Debit'),
        credit('Số tiền ghi có/ Credit'),
        balance('Số dư/ Balance'),
        text('Nội dung chi tiết/ Transactions in detail'),
      ]),
    ),
  ),
  nasty(
    'short headings in capitals, two days',
    sheet(
      under([
        day('NGÀY GD'),
        day('NGÀY HL', (iso) => slashed(iso).replace('2021', '2021')),
        reference('MÃ GD'),
        debit('PS NỢ'),
        credit('PS CÓ'),
        balance('SỐ DƯ'),
        text('NỘI DUNG'),
      ]),
    ),
  ),
  nasty(
    'dd-mm-yyyy with hours, a column for the sender',
    sheet(
      under([
        serial,
        ['Ngày giao dịch', (one) => `${dashed(one.day)} ${one.time}`],
        text('Mô tả giao dịch'),
        debit('Ghi nợ', amounts.commas, '0'),
        credit('Ghi có', amounts.commas, '0'),
        balance('Số dư'),
        reference('Số bút toán'),
        name('Tên tài khoản đối ứng'),
      ]),
    ),
    { told: [...all, 'name', 'time'] },
  ),
  nasty(
    'newest first, 1.234.567',
    sheet(
      under(
        [day('Ngày'), reference('Số CT'), debit('Nợ', amounts.dots), credit('Có', amounts.dots), balance('Số dư', amounts.dots), text('Diễn giải')],
        june.toReversed(),
      ),
    ),
    {
      movements: june.toReversed(),
    },
  ),
  nasty(
    'one column of amounts with plus and minus',
    sheet(
      under([
        ['Thời gian giao dịch', (one) => `${one.time} ${slashed(one.day)}`],
        ['Số tiền (VND)', (one) => `${one.direction === 'credit' ? '+' : '-'}${amounts.commas(one.amount)}`],
        balance('Số dư sau giao dịch', amounts.withCurrency),
        text('Nội dung giao dịch'),
        reference('Mã giao dịch'),
      ]),
    ),
    { told: [...all, 'time'] },
  ),
  nasty(
    'English, dd/mm/yy, 1,234,567.00',
    sheet(
      under([
        day('Transaction Date', shortYear),
        text('Description'),
        reference('Reference No'),
        debit('Debit', amounts.commasAndCents, '0.00'),
        credit('Credit', amounts.commasAndCents, '0.00'),
        balance('Balance', amounts.commasAndCents),
      ]),
    ),
  ),
  nasty(
    'the side in a column of words',
    sheet(
      under([
        day('Ngày GD'),
        ['Nợ/Có', (one) => (one.direction === 'credit' ? 'Có' : 'Nợ')],
        ['Số tiền', (one) => one.amount],
        balance('Số dư'),
        text('Nội dung'),
        reference('Số tham chiếu'),
      ]),
    ),
  ),
  nasty(
    'D and C',
    sheet(
      under([
        day('Date'),
        ['D/C', (one) => (one.direction === 'credit' ? 'C' : 'D')],
        ['Amount', (one) => amounts.commasAndCents(one.amount)],
        balance('Balance'),
        text('Remark'),
        reference('Seq No'),
      ]),
    ),
  ),
  nasty(
    'brackets for what went out',
    sheet(
      under([
        day('Ngày'),
        ['Số tiền', (one) => (one.direction === 'credit' ? amounts.commas(one.amount) : `(${amounts.commas(one.amount)})`)],
        text('Diễn giải'),
      ]),
    ),
    { told: ['text'] },
  ),
  nasty(
    'a minus in the column of debits',
    sheet(
      under([
        day('Ngày hiệu lực'),
        debit('Phát sinh nợ', (amount) => -amount),
        credit('Phát sinh có', (amount) => amount),
        text('Diễn giải'),
        reference('Số chứng từ'),
        balance('Số dư cuối'),
      ]),
    ),
  ),
]

const heads = (): NastyFile[] => [
  nasty(
    'a heading merged over Nợ and Có, the others over two rows',
    sheet(
      [
        ...letterhead(),
        ['Ngày giao dịch', 'Số tham chiếu', 'Số tiền giao dịch', '', 'Số dư', 'Nội dung'],
        ['', '', 'Nợ', 'Có', '', ''],
        ...tableOf([day(''), reference(''), debit(''), credit(''), balance(''), text('')]).slice(1),
      ],
      ['A7:A8', 'B7:B8', 'C7:D7', 'E7:E8', 'F7:F8'],
    ),
  ),
  nasty('the head in row 31', sheet([...letterhead(), ...Array.from({ length: 24 }, (): SheetCell[] => []), ...tableOf(usual)])),
  nasty('the head in the first row, nothing else', sheet(tableOf(usual)), { account: null }),
  nasty('headings with letters and marks apart', sheet(under(usual.map(([heading, value]) => [heading.normalize('NFD'), value] as const)))),
  nasty(
    'numbers of the columns under the head',
    sheet([...letterhead(), ...tableOf(usual).flatMap((row, at) => (at === 0 ? [row, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']] : [row]))]),
  ),
  nasty(
    'the account and the period in cells of their own',
    sheet([['Số tài khoản', '', '2500 2010 06868'], ['Từ ngày', { day: '2021-06-01' }, 'Đến ngày', { day: '2021-06-30' }], [], ...tableOf(usual)]),
  ),
  nasty('an account of which the bank hides digits', sheet([...letterhead('2500xxxxx6868'), ...tableOf(usual)]), { account: '2500xxxxx6868' }),
  nasty('a cover sheet in front', xlsxOf({ name: 'Bìa', rows: [['SAO KÊ'], ['Kính gửi Quý khách']] }, { name: 'Chi tiết', rows: under(usual) })),
  nasty(
    'last month on a hidden sheet',
    xlsxOf({ name: 'Tháng 5', hidden: true, rows: under(usual, june.slice(0, 2)) }, { name: 'Tháng 6', rows: under(usual) }),
  ),
]

const days = (): NastyFile[] => [
  nasty(
    'days as Excel keeps them',
    sheet(under(usual.map((column) => (column[0] === 'Ngày giao dịch' ? day('Ngày giao dịch', (iso) => ({ day: iso })) : column)))),
  ),
  nasty(
    'Excel took 05/06 for the 6th of May and left 18/06 as text',
    sheet(
      under(
        usual.map((column) =>
          column[0] === 'Ngày giao dịch'
            ? day('Ngày giao dịch', (iso) => (Number(iso.slice(8)) > 12 ? slashed(iso) : { day: swapped(iso), format: 'm/d/yy' }))
            : column,
        ),
      ),
    ),
  ),
  nasty(
    'every day swapped, and only the period tells',
    sheet(under([day('Ngày', (iso) => ({ day: swapped(iso), format: 'm/d/yy' })), ...usual.slice(2)], june.slice(0, 6))),
    { movements: june.slice(0, 6) },
  ),
  nasty('mm/dd/yyyy from an English program', sheet(under([day('Date', american), ...usual.slice(2)]))),
  nasty('05-Jun-2021', sheet(under([day('Date', (iso) => `${iso.slice(8)}-Jun-2021`), ...usual.slice(2)]))),
  nasty('2021-06-05 10:11:12', sheet(under([['Ngày giao dịch', (one) => `${one.day} ${one.time}`], ...usual.slice(2)])), { told: [...all, 'time'] }),
  nasty(
    'a day said once for all of its lines',
    sheet(under([['Ngày', (one, at) => (june[at - 1]?.day === one.day ? '' : slashed(one.day))], ...usual.slice(2)])),
  ),
]

const sums = (): NastyFile[] => [
  nasty(
    'spaces between the groups',
    sheet(
      under([
        day('Ngày'),
        reference('Số CT'),
        debit('Nợ', amounts.spaces),
        credit('Có', amounts.hardSpaces),
        balance('Số dư', amounts.hardSpaces),
        text('Nội dung'),
      ]),
    ),
  ),
  nasty(
    'amounts with đ and VND',
    sheet(
      under([
        day('Ngày'),
        reference('Số CT'),
        debit('Ghi nợ', amounts.withDong),
        credit('Ghi có', amounts.withCurrency),
        balance('Số dư', amounts.withDong),
        text('Nội dung'),
      ]),
    ),
  ),
  nasty(
    '1.234.567,00 and a dash for nothing',
    sheet(
      under([
        day('Ngày'),
        reference('Số CT'),
        debit('Ghi nợ', amounts.dotsAndCents, '-'),
        credit('Ghi có', amounts.dotsAndCents, '-'),
        balance('Số dư', amounts.dotsAndCents),
        text('Nội dung'),
      ]),
    ),
  ),
  nasty(
    'a balance that does not follow',
    sheet(
      under(
        usual.map((column) =>
          column[0] === 'Số dư' ? (['Số dư', (one, at) => amounts.commas(one.balance + (at >= 4 ? 1_000 : 0))] as const) : column,
        ),
      ),
    ),
    { told: ['text', 'reference'], balanceBreaks: 1 },
  ),
  nasty(
    'an amount that cannot be read, and one on both sides',
    sheet(
      under(
        usual.map(
          ([heading, value]) =>
            [
              heading,
              (one, at) => (heading === 'Ghi có' && at === 1 ? '1,25O,000' : heading === 'Ghi nợ' && at === 3 ? '5' : value(one, at)),
            ] as const,
        ),
      ),
    ),
    { movements: june.filter((_, at) => at !== 1 && at !== 3), unclear: ['amount', 'bothSides'], balanceBreaks: 2 },
  ),
]

const rows = (): NastyFile[] => {
  const table = tableOf(usual)
  const [head = [], ...body] = table
  return [
    nasty(
      'totals, balances carried over and the head again on each page',
      sheet([
        ...letterhead(),
        head,
        ['', '', '', '', '', '2,000,000', 'Số dư đầu kỳ'],
        ...body.slice(0, 4),
        ['', 'Cộng trang', '', '11,000', '1,850,000', '', ''],
        ['Trang 1/2'],
        head,
        ['', '', '', '', '', amounts.commas(june[3]?.balance ?? 0), 'Mang sang'],
        ...body.slice(4),
        ['', 'Tổng cộng / Total', '', '8,011,000', '14,299,257', '', ''],
        ['', '', '', '', '', amounts.commas(june.at(-1)?.balance ?? 0), 'Số dư cuối kỳ'],
        [],
        ['Ghi chú: Quý khách vui lòng kiểm tra số dư và thông báo cho Ngân hàng.'],
        ['', '', '', '', 'GIAO DỊCH VIÊN', '', 'KIỂM SOÁT'],
      ]),
    ),
    nasty(
      'text that goes on in the next row',
      sheet([
        ...letterhead(),
        head,
        ...body.flatMap((row) => {
          const words = String(row[6])
          return words.length < 40
            ? [row]
            : [
                [...row.slice(0, 6), words.slice(0, 40)],
                ['', '', '', '', '', '', words.slice(40)],
              ]
        }),
        [],
        ['Chữ ký khách hàng'],
      ]),
      { expected: expectedOf(june, all, (words) => (words.length < 40 ? words : `${words.slice(0, 40)} ${words.slice(40)}`)) },
    ),
    nasty(
      'cells merged sideways over columns of the printed page',
      sheet(
        [...letterhead(), ...table].map((row, at) =>
          at < 6 ? row : [row[1] ?? '', '', row[2] ?? '', row[3] ?? '', '', '', row[4] ?? '', row[5] ?? '', row[6] ?? '', ''],
        ),
        table.flatMap((_, at) => [`A${at + 7}:B${at + 7}`, `D${at + 7}:F${at + 7}`, `I${at + 7}:J${at + 7}`]),
      ),
    ),
    nasty(
      'every line merged over two rows',
      sheet(
        [...letterhead(), head, ...body.flatMap((row) => [row, []])],
        body.flatMap((_, at) => ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((column) => `${column}${8 + at * 2}:${column}${9 + at * 2}`)),
      ),
    ),
    nasty(
      'text cut at 35 letters, in capitals without marks',
      sheet(under(usual.map((column) => (column[0] === 'Nội dung' ? text('Nội dung', cut) : column)))),
      {
        expected: expectedOf(june, all, cut),
      },
    ),
    nasty('neither balance nor number', sheet(under([day('Ngày'), debit('Nợ'), credit('Có'), text('Nội dung')])), { told: ['text'] }),
    nasty('empty rows between the lines', sheet([...letterhead(), head, ...body.flatMap((row): SheetCell[][] => [row, [], ['', ' ', '']])])),
  ]
}

const texts = (): NastyFile[] => [
  nasty(
    'CSV with commas, quotes and line ends in the text, UTF-8 with mark',
    withMark(csvOf(under(usual.map((column) => (column[0] === 'Nội dung' ? text('Nội dung', (words) => words.replace(' ', '\n')) : column))), ',')),
    csv,
  ),
  nasty(
    'CSV with semicolons and 1.234.567,00',
    Buffer.from(
      csvOf(
        under([
          day('Ngày'),
          reference('Số CT'),
          debit('Ghi nợ', amounts.dotsAndCents),
          credit('Ghi có', amounts.dotsAndCents),
          balance('Số dư', amounts.dotsAndCents),
          text('Nội dung'),
        ]),
        ';',
      ),
    ),
    csv,
  ),
  nasty('tabs, UTF-16', utf16(csvOf(under(usual), '\t')), { fileName: 'sao-ke.txt' }),
  nasty('the old code page of Windows', windows1258(csvOf(under(usual), ';')), csv),
  nasty('sep=; in the first line', Buffer.from(`sep=;\r\n${csvOf(under(usual), ';')}`), csv),
  nasty(
    'every cell in quotes, old line ends',
    Buffer.from(
      under(usual)
        .map((row) => row.map((cell) => `"${String(cell ?? '').replace(/"/g, '""')}"`).join(','))
        .join('\r'),
    ),
    csv,
  ),
]

/** More than forty files as banks and offices write them. */
export const nastyFiles = (): NastyFile[] => [...banks(), ...heads(), ...days(), ...sums(), ...rows(), ...texts()]
