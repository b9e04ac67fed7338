import { strToU8, zipSync } from 'fflate'

/** What a test writes into a cell: text, a number, a day as Excel keeps one (`format` is its look), or nothing. */
export type SheetCell = string | number | { day: string; format?: 'dd/mm/yyyy' | 'm/d/yy' } | null
/** `merges` as "A1:C1"; a hidden sheet is there and not seen. */
export type SheetSpec = { name?: string; rows: readonly (readonly SheetCell[])[]; merges?: readonly string[]; hidden?: boolean }

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;')

const columnName = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`)

/** Days since 30/12/1899, as Excel counts. */
const serialOf = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000)

const cellXml = (cell: SheetCell, place: string): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}" s="1"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" s="${cell.format === 'm/d/yy' ? 3 : 2}"><v>${serialOf(cell.day)}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const sheetXml = ({ rows, merges = [] }: SheetSpec): string => {
  const body = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`)).join('')}</row>`,
  )
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${body.join('')}</sheetData>${merged}</worksheet>`
}

// 0 general, 1 #,##0, 2 dd/mm/yyyy, 3 Excel's own short date (numFmt 14), which a program shows as m/d/yy.
const styles = `<?xml version="1.0" encoding="UTF-8"?><styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** An .xlsx as a bank's program writes one. */
export const xlsxOf = (...sheets: readonly SheetSpec[]): Buffer => {
  const part = (at: number) => `worksheets/sheet${at + 1}.xml`
  const types = sheets.map(
    (_, at) => `<Override PartName="/xl/${part(at)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const listed = sheets.map(
    ({ name, hidden }, at) => `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const links = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/worksheet" Target="${part(at)}"/>`)
  const link = (inner: string) =>
    strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`)
  return Buffer.from(
    zipSync(
      {
        '[Content_Types].xml': strToU8(
          `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join('')}</Types>`,
        ),
        '_rels/.rels': link(`<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`),
        'xl/workbook.xml': strToU8(
          `<?xml version="1.0" encoding="UTF-8"?><workbook ${main} xmlns:r="${relationships}"><sheets>${listed.join('')}</sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': link(
          `${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/>`,
        ),
        'xl/styles.xml': strToU8(styles),
        ...Object.fromEntries(sheets.map((sheet, at) => [`xl/${part(at)}`, strToU8(sheetXml(sheet))])),
      },
      // The same bytes each time: a statement is known again by them.
      { mtime: new Date('2021-07-01T00:00:00') },
    ),
  )
}

const quoted = (text: string, separator: string): string => (text.includes(separator) || /["\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

/** Text lines of cells; days are written dd/mm/yyyy. */
export const csvOf = (rows: readonly (readonly SheetCell[])[], separator: ',' | ';' | '\t'): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (typeof cell === 'object' ? (cell?.day.split('-').reverse().join('/') ?? '') : String(cell)))
        .map((text) => quoted(text, separator))
        .join(separator),
    )
    .join('\r\n')

const decoder = new TextDecoder('windows-1258')
const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The old Vietnamese code page: letters with their shape, the tone as a byte of its own behind them. */
export const windows1258 = (text: string): Buffer =>
  Buffer.from(
    [...text.normalize('NFC')].flatMap((letter) => {
      const known = bytes.get(letter)
      if (known !== undefined) return [known]
      const apart = letter.normalize('NFD')
      const shape = apart.replace(tones, '').normalize('NFC')
      return [shape, ...(apart.match(tones) ?? [])].map((one) => bytes.get(one) ?? 0x3f)
    }),
  )

export const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
export const withMark = (text: string): Buffer => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
