import { samplePlan } from '@chung-tay/documents/sample-plan'
import { strToU8, zipSync } from 'fflate'

/** A line of a plan on paper. `mark` is what it is numbered with; `counted` lets Word do that by itself. */
export type PaperLine = {
  mark: string
  text: string
  bold: boolean
  counted?: boolean
  cell?: boolean
  part?: 'head' | 'section' | 'point' | 'item' | 'tail'
}

const line = (part: NonNullable<PaperLine['part']>, mark: string, text: string, bold = false): PaperLine => ({ part, mark, text, bold })
const textOf = (items: readonly unknown[]): string[] => items.map(String)
const numbered = (items: readonly unknown[]) => textOf(items).map((text, at) => line('item', `${at + 1}.`, text))
const dashed = (items: readonly unknown[]) => textOf(items).map((text) => line('point', '-', text))

/** The plan of May 2021 as the records desk got it. */
export const planOf2021: readonly PaperLine[] = [
  line('head', '', 'UBND TỈNH BẮC GIANG'),
  line('head', '', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', true),
  line('head', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true),
  line('head', '', 'Độc lập - Tự do - Hạnh phúc', true),
  line('head', '', 'Số: /KH-KHCN'),
  line('head', '', 'Bắc Giang, ngày     tháng 5 năm 2021'),
  line('head', '', 'KẾ HOẠCH', true),
  line('head', '', 'Tổ chức Tháng hành động vì trẻ em năm 2021', true),
  line(
    'head',
    '',
    'Sở Khoa học và Công nghệ nhận được Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021 của Sở Lao động – Thương binh và Xã hội về việc hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021, Sở Khoa học và Công nghệ xây dựng Kế hoạch tổ chức Tháng hành động vì trẻ em năm 2021 với chủ đề “Chung tay bảo đảm thực hiện quyền trẻ em, bảo vệ trẻ em trong thiên tai, dịch bệnh” cụ thể như sau:',
  ),
  line('section', 'I.', 'MỤC ĐÍCH, YÊU CẦU', true),
  line('section', '1.', 'Mục đích', true),
  ...dashed(samplePlan.purposes),
  line('section', '2.', 'Yêu cầu', true),
  ...dashed(samplePlan.requirements),
  line('section', 'II.', 'NỘI DUNG HOẠT ĐỘNG', true),
  ...numbered(samplePlan.activities),
  line('section', 'III.', 'THỜI GIAN', true),
  line('item', '', 'Thời gian thực hiện từ ngày 1/6/2021 đến ngày 30/6/2021'),
  line('section', 'IV.', 'TỔ CHỨC THỰC HIỆN', true),
  ...numbered(samplePlan.organisation),
  line('tail', '', 'Trên đây là Kế hoạch thực hiện Tháng hành động vì trẻ em năm 2021 của Sở Khoa học và Công nghệ./.'),
  line('tail', '', 'Nơi nhận:', true),
  line('point', '-', 'Lãnh đạo Sở;'),
  line('point', '-', 'Các phòng, đơn vị trực thuộc Sở;'),
  line('point', '-', 'Lưu: VT, VP.'),
  line('tail', '', 'GIÁM ĐỐC', true),
  line('tail', '', 'Nguyễn Thanh Bình', true),
]

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Lists by the form of their marks: level 0 Roman, 1 decimal, 2 letters, and a list of bullets. */
const listOf = (mark: string): string => {
  if (/^[IVX]/.test(mark)) return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  if (/^\d/.test(mark)) return '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
  return /^[a-z]\)/.test(mark)
    ? '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
    : '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<?xml version="1.0" encoding="UTF-8"?><w:numbering ${namespace}><w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf0b7')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`

const runs = (text: string, bold: boolean): string =>
  text
    .split('\n')
    .map((part) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')

const paragraphOf = ({ mark, text, bold, counted = false, cell = false }: PaperLine): string => {
  const properties = counted && mark !== '' ? `<w:pPr>${listOf(mark)}</w:pPr>` : ''
  const words = counted || mark === '' ? text : `${mark} ${text}`
  const paragraph = `<w:p>${properties}${runs(words, bold)}</w:p>`
  return cell ? `<w:tbl><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>` : paragraph
}

const relations = (type: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`

/** A Word file whose body is this XML. */
export const wordFile = (body: string): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(relations('officeDocument', 'word/document.xml')),
      'word/_rels/document.xml.rels': strToU8(relations('numbering', 'numbering.xml')),
      'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`),
      'word/numbering.xml': strToU8(numbering),
    }),
  )

export const wordOf = (lines: readonly PaperLine[]): Buffer => wordFile(lines.map(paragraphOf).join(''))

const asDates = (write: (day: number, month: number, year: number) => string) => (lines: readonly PaperLine[]) =>
  lines.map((one) => ({ ...one, text: one.text.replace(/(\d{1,2})\/(\d{1,2})\/(2021)/g, (_, d, m, y) => write(Number(d), Number(m), Number(y))) }))
const padded = (number: number) => String(number).padStart(2, '0')
const romans = ['', 'I', 'II', 'III', 'IV']

/** Sections 1, 2, 3 with the clauses 1.1, 2.1 below them. */
const arabic = (lines: readonly PaperLine[]): PaperLine[] => {
  let section = 0
  return lines.map((one) => {
    const roman = romans.indexOf(one.mark.replace('.', ''))
    if (roman > 0) section = roman
    if (roman > 0) return { ...one, mark: `${roman}.` }
    return /^\d/.test(one.mark) ? { ...one, mark: `${section}.${one.mark}` } : one
  })
}

const oldTones = (text: string): string =>
  text.replace(
    /([òóỏõọ])a(?![a-zà-ỹ])/giu,
    (_, letter: string) => `o${'òóỏõọ'.includes(letter) ? ['à', 'á', 'ả', 'ã', 'ạ']['òóỏõọ'.indexOf(letter)] : 'a'}`,
  )

/** The same plan as other hands would have written it. */
export const planVariations: Readonly<Record<string, (lines: readonly PaperLine[]) => PaperLine[]>> = {
  'numerals that Word counts by itself': (lines) => lines.map((one) => ({ ...one, counted: one.mark !== '' })),
  'parts called Phần': (lines) => lines.map((one) => (/^[IVX]/.test(one.mark) ? { ...one, mark: `Phần ${one.mark}` } : one)),
  'Phần on a line of its own': (lines) =>
    lines.flatMap((one) =>
      /^[IVX]/.test(one.mark) ? [line('section', '', `Phần ${one.mark.replace('.', '')}`, true), { ...one, mark: '' }] : [one],
    ),
  'Arabic numerals': arabic,
  'bullets +': (lines) => lines.map((one) => (one.mark === '-' ? { ...one, mark: '+' } : one)),
  'bullets •': (lines) => lines.map((one) => (one.mark === '-' ? { ...one, mark: '•' } : one)),
  'clauses as letters': (lines) =>
    lines.map((one) => (one.part === 'item' && one.mark !== '' ? { ...one, mark: `${'abcde'[Number.parseInt(one.mark, 10) - 1] ?? ''})` } : one)),
  'clauses as bullets': (lines) => lines.map((one) => (one.part === 'item' && one.mark !== '' ? { ...one, mark: '-' } : one)),
  'bold headings without numerals': (lines) => lines.map((one) => (one.part === 'section' ? { ...one, mark: '' } : one)),
  'headings in capitals': (lines) => lines.map((one) => (one.part === 'section' ? { ...one, text: one.text.toLocaleUpperCase('vi') } : one)),
  'letters and marks apart': (lines) => lines.map((one) => ({ ...one, text: one.text.normalize('NFD') })),
  'marks set the old way': (lines) => lines.map((one) => ({ ...one, text: oldTones(one.text) })),
  'days in words': asDates((day, month, year) => `${padded(day)} tháng ${month} năm ${year}`),
  'days with hyphens': asDates((day, month, year) => `${padded(day)}-${month}-${year}`),
  'days with zeros': asDates((day, month, year) => `${padded(day)}/${padded(month)}/${year}`),
  'text in tables': (lines) => lines.map((one) => ({ ...one, cell: true })),
  'soft line breaks': (lines) =>
    lines.map((one) => (one.text.length < 80 ? one : { ...one, text: one.text.replace(/^(.{40,60}\p{Ll}) (?=\p{Ll})/u, '$1\n') })),
  'bullets in one paragraph': (lines) => joinedWhere(lines, (one, before) => one.mark === '-' && before.mark === '-', '\n'),
  'two paragraphs run together': (lines) => joinedWhere(lines, (one) => one.mark === '2.' && one.part === 'item', ' '),
  'a heading run into its text': (lines) => joinedWhere(lines, (_, before) => before.text === 'THỜI GIAN', ' '),
  'other words for the heading': (lines) => lines.map((one) => (one.text === 'NỘI DUNG HOẠT ĐỘNG' ? { ...one, text: 'NHIỆM VỤ VÀ GIẢI PHÁP' } : one)),
}

function joinedWhere(lines: readonly PaperLine[], joins: (one: PaperLine, before: PaperLine) => boolean, by: string): PaperLine[] {
  const joined: PaperLine[] = []
  for (const [at, one] of lines.entries()) {
    const [before, last] = [lines[at - 1], joined.at(-1)]
    if (before && last && joins(one, before)) joined[joined.length - 1] = { ...last, text: `${last.text}${by}${one.mark} ${one.text}`, bold: false }
    else joined.push(one)
  }
  return joined
}
