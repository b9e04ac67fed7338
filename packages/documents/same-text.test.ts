import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDocx } from './docx.ts'
import { layOut } from './layout/sheets.ts'
import type { Alignment, Annex, Block, Cell, DocumentKind, Item, OfficialDocument, Run, Table } from './model.ts'
import { docxTexts } from './opened.ts'
import { pdfDefinition } from './paint/pdf-file.ts'
import { sampleDocuments } from './samples.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('Sở Khoa học và Công nghệ', 'ngày 01/6/2021;', '- một./.', 'Phụ lục I', '759/LĐTB&XH-TE&BDG', '<b>&amp;', ''),
)
const run: fc.Arbitrary<Run> = fc.record({ text, bold: fc.boolean(), italic: fc.boolean() })
const item: fc.Arbitrary<Item> = fc.oneof(text, fc.array(run, { minLength: 1, maxLength: 3 }))
const align = fc.constantFrom<Alignment>('left', 'center', 'right')

const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const plain: fc.Arbitrary<Cell[]> = fc.array(text, { minLength: width, maxLength: width })
  const spanning: fc.Arbitrary<Cell[]> = text.map((cell) => [{ text: cell, span: width }])
  return fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(fc.record({ title: text, share: fc.integer({ min: 1, max: 5 }), align }), { minLength: width, maxLength: width }),
    rows: fc.array(fc.record({ cells: fc.oneof(plain, spanning) }), { maxLength: 3 }),
  })
})

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), text }),
  fc.record({ type: fc.constant('paragraph' as const), runs: fc.array(run, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constantFrom('dashes' as const, 'numbers' as const), items: fc.array(item, { maxLength: 3 }) }),
  table,
)
const annex: fc.Arbitrary<Annex> = fc.record({
  numeral: fc.constantFrom(null, 'I', 'II'),
  title: text,
  landscape: fc.boolean(),
  blocks: fc.array(block, { maxLength: 3 }),
})
const signature = fc.oneof(
  fc.record({ title: text, name: text }),
  fc.record({ authority: fc.constantFrom('KT.' as const, 'TL.' as const, 'Q.' as const), onBehalfOf: text, title: text, name: text }),
)
const document: fc.Arbitrary<OfficialDocument> = fc
  .record({
    kind: fc.constantFrom<DocumentKind>('report', 'plan', 'decision', 'submission', 'notice', 'minutes', 'invitation'),
    agency: fc.record({ parentName: fc.option(text), name: text }),
    symbol: text,
    number: fc.option(text),
    place: text,
    issuedOn: fc.constantFrom('2021', '2021-07', '2021-07-05'),
    subject: text,
    issuer: text,
    addressees: fc.array(text, { maxLength: 3 }),
    legalBases: fc.array(text, { maxLength: 3 }),
    body: fc.array(block, { maxLength: 6 }),
    recipients: fc.array(text, { maxLength: 3 }),
    filing: text,
    signature,
    annexes: fc.array(annex, { maxLength: 2 }),
  })
  .chain((made) =>
    fc.option(fc.record({ title: text, name: text }), { nil: undefined }).map((secretary) => (secretary ? { ...made, secretary } : made)),
  )

/** Every line of text the PDF library is given, in order. */
const textsOf = (content: unknown): string[] => {
  if (Array.isArray(content)) return content.flatMap(textsOf)
  if (typeof content !== 'object' || content === null) return []
  if ('section' in content) return textsOf(content.section)
  if ('stack' in content) return textsOf(content.stack)
  if ('table' in content && typeof content.table === 'object' && content.table !== null && 'body' in content.table) return textsOf(content.table.body)
  if (!('text' in content)) return []
  const { text: written } = content
  return typeof written === 'string' ? written.split('\n') : [(written as { text: string }[]).map((part) => part.text).join('')]
}

const pdfTexts = (source: OfficialDocument): string[] => textsOf(pdfDefinition(layOut(source)).content)
/** Drawn rules are empty paragraphs in the one format and lines in the other. */
const filled = (texts: readonly string[]): string[] => texts.filter((line) => line.trim() !== '')

test('both formats say the same, line by line, whatever was written', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (source) => {
      expect(filled(pdfTexts(source))).toEqual(filled(docxTexts(await toDocx(source))))
    }),
    { numRuns: 60 },
  )
})

test.each(Object.entries(sampleDocuments))('both formats of the %s say the same', async (_, source) => {
  expect(filled(pdfTexts(source))).toEqual(filled(docxTexts(await toDocx(source))))
})
